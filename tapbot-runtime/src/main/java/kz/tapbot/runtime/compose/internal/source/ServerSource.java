package kz.tapbot.runtime.compose.internal.source;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.UpdatePolicy;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;

/** A server around its containers: the calls of its scope, one a line; none for one of which nothing is known. */
final class ServerSource {

    private final Server server;
    private final Variables variables;
    private final Imports imports;
    private final Literal literal;
    private final List<String> calls = new ArrayList<>();

    ServerSource(Server server, Variables variables, Imports imports) {
        this.server = server;
        this.variables = variables;
        this.imports = imports;
        this.literal = new Literal(imports);
    }

    /** The calls, each with its dot. */
    List<String> calls() {
        server.system()
                .ifPresent(
                        system -> calls.add("." + system.distribution() + "(" + literal.text(system.version()) + ")"));
        server.size()
                .ifPresent(size -> calls.add(".size(" + literal.cpus(size.cpus()) + ", " + literal.size(size.memory())
                        + ", " + literal.size(size.disk()) + ")"));
        server.ipv6().ifPresent(address -> {
            imports.add("kz.tapbot.model.net.IpAddress");
            calls.add(".ipv6(IpAddress.of(" + literal.text(address.value()) + "))");
        });
        if (!server.administeredFrom().isEmpty()) {
            calls.add(".administeredFrom(" + sets(server.administeredFrom()) + ")");
        }
        ssh(server.ssh());
        system();
        server.updates().ifPresent(this::updates);
        firewall();
        server.jails().forEach(this::jail);
        server.delegates().forEach(this::delegate);
        return calls;
    }

    private String sets(Collection<AddressSetName> names) {
        return names.stream()
                .map(name -> variables.of("addresses", name.value()))
                .collect(Collectors.joining(", "));
    }

    private void ssh(SshAccess ssh) {
        List<String> said = new ArrayList<>();
        if (!ssh.hostKeys().isEmpty()) {
            said.add(".hostKey(" + texts(ssh.hostKeys()) + ")");
        }
        if (ssh.port() != SshAccess.USUAL_PORT) {
            said.add(".port(" + ssh.port() + ")");
        }
        if (!ssh.user().equals(SshAccess.USUAL_USER)) {
            said.add(".user(" + literal.text(ssh.user()) + ")");
        }
        if (!ssh.keysOnly()) {
            said.add(".passwordsToo()");
        }
        scope("ssh", "ssh", said);
    }

    private String texts(Collection<?> values) {
        return values.stream().map(value -> literal.text(value.toString())).collect(Collectors.joining(", "));
    }

    private void system() {
        List<String> said = new ArrayList<>();
        if (!server.timeZone().equals(ZoneId.of("UTC"))) {
            said.add(".timeZone(" + literal.text(server.timeZone().getId()) + ")");
        }
        server.swap().ifPresent(size -> said.add(".swap(" + literal.size(size) + ")"));
        server.sysctl()
                .forEach((key, value) -> said.add(".sysctl(" + literal.text(key) + ", " + literal.text(value) + ")"));
        scope("system", "y", said);
    }

    private void updates(UpdatePolicy policy) {
        List<String> said = new ArrayList<>();
        if (!policy.securityUpdates()) {
            said.add(".byHand()");
        }
        policy.rebootAt().ifPresent(time -> said.add(".rebootAt(" + literal.text(time.toString()) + ")"));
        if (said.isEmpty()) {
            calls.add(".updates(u -> {})");
        }
        scope("updates", "u", said);
    }

    private void firewall() {
        List<String> said = new ArrayList<>();
        if (!server.firewall()) {
            said.add(".off()");
        }
        server.open().forEach(rule -> {
            String from = rule.from().isEmpty() ? "" : ", " + sets(rule.from());
            said.add(".opens(" + literal.port(rule.port()) + ", " + literal.text(rule.reason()) + from + ")");
        });
        scope("firewall", "w", said);
    }

    private void jail(Jail jail) {
        Jail usual = Jail.of(jail.name());
        List<String> said = new ArrayList<>();
        if (jail.maxRetry() != usual.maxRetry()) {
            said.add(".maxRetry(" + jail.maxRetry() + ")");
        }
        time(said, "findTime", jail.findTime(), usual.findTime());
        time(said, "banTime", jail.banTime(), usual.banTime());
        named("jail", jail.name(), "j", said);
    }

    private void time(List<String> said, String method, Duration time, Duration usual) {
        if (!time.equals(usual)) {
            said.add("." + method + "(" + literal.time(time) + ")");
        }
    }

    private void delegate(Delegate delegate) {
        List<String> said = new ArrayList<>();
        if (!delegate.keys().isEmpty()) {
            said.add(".keys(" + texts(delegate.keys()) + ")");
        }
        if (delegate.mayInspect()) {
            said.add(".mayInspect()");
        }
        if (delegate.mayDeploy()) {
            said.add(".mayDeploy()");
        }
        if (!delegate.mayRestart().isEmpty()) {
            said.add(".mayRestart(" + texts(delegate.mayRestart()) + ")");
        }
        delegate.expires().ifPresent(day -> {
            imports.add("java.time.LocalDate");
            said.add(".expires(LocalDate.parse(" + literal.text(day.toString()) + "))");
        });
        named("delegate", delegate.name().value(), "d", said);
    }

    private void named(String method, String name, String parameter, List<String> said) {
        calls.add("." + method + "(" + literal.text(name) + ", " + parameter + " -> "
                + (said.isEmpty() ? "{}" : parameter + lines(said)) + ")");
    }

    private void scope(String method, String parameter, List<String> said) {
        if (!said.isEmpty()) {
            calls.add("." + method + "(" + parameter + " -> " + parameter + lines(said) + ")");
        }
    }

    private static String lines(List<String> said) {
        String between = said.size() > 1 ? "\n                        " : "";
        return between + String.join(between, said);
    }
}
