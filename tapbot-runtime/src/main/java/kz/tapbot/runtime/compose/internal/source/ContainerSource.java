package kz.tapbot.runtime.compose.internal.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Capability;
import kz.tapbot.model.service.Confinement;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Ulimit;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.FileMode;

/** One container: the calls of its scope, one a line. */
final class ContainerSource {

    private static final int LONG_LINE = 100;
    private static final String INDENT = "\n                        ";
    private static final String DEEPER = "\n                                ";

    private final Service service;
    private final Variables variables;
    private final Imports imports;
    private final Literal literal;
    private final List<String> calls = new ArrayList<>();

    ContainerSource(Service service, Variables variables, Imports imports) {
        this.service = service;
        this.variables = variables;
        this.imports = imports;
        this.literal = new Literal(imports);
    }

    /** The calls, each with its dot. */
    List<String> calls() {
        service.networks().forEach(this::joins);
        if (!service.listens().isEmpty()) {
            calls.add(".listens("
                    + service.listens().stream().map(literal::port).collect(Collectors.joining(", ")) + ")");
        }
        service.publications().forEach(this::publishes);
        calls.addAll(needs(true, "needs"));
        service.environment().forEach(this::environment);
        mounts();
        service.healthCheck().ifPresent(this::health);
        limits(service.limits());
        confinement(service.confinement());
        process();
        role();
        return calls;
    }

    private void joins(Attachment attachment) {
        StringBuilder out = new StringBuilder(".joins(")
                .append(variables.of("network", attachment.network().network().value()));
        attachment.aliases().forEach(alias -> out.append(", ").append(literal.text(alias)));
        calls.add(out.append(')').toString());
    }

    private void publishes(Publication publication) {
        StringBuilder inside = new StringBuilder();
        if (publication.container() != publication.host().number()) {
            inside.append(".containerPort(").append(publication.container()).append(')');
        }
        publication.bind().ifPresent(address -> {
            imports.add("kz.tapbot.model.net.IpAddress");
            inside.append(".on(IpAddress.of(")
                    .append(literal.text(address.value()))
                    .append("))");
        });
        if (!publication.from().isEmpty()) {
            inside.append(".from(")
                    .append(publication.from().stream()
                            .map(set -> variables.of("addresses", set.value()))
                            .collect(Collectors.joining(", ")))
                    .append(')');
        }
        calls.add(
                ".publishes(" + literal.port(publication.host()) + (inside.isEmpty() ? "" : ", p -> p" + inside) + ")");
    }

    private void environment(String name, EnvironmentValue value) {
        String said = value.secret()
                .map(secret -> variables.of("secret", secret.value()))
                .orElseGet(() -> literal.text(value.text().orElseThrow()));
        calls.add(".environment(" + literal.text(name) + ", " + said + ")");
    }

    private List<String> needs(boolean healthy, String method) {
        String all = service.needs().stream()
                .filter(need -> need.healthy() == healthy)
                .map(Need::service)
                .map(id -> variables.of("service", id.service().value()))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? List.of() : List.of("." + method + "(" + all + ")");
    }

    private void mounts() {
        List<String> storage = new ArrayList<>();
        for (Mount mount : service.mounts()) {
            String path = literal.text(mount.target().value());
            if (mount.volume().isPresent()) {
                String volume =
                        variables.of("volume", mount.volume().get().volume().value());
                if (mount.readOnly()) {
                    storage.add(".readOnly(" + volume + ", " + path + ")");
                } else {
                    calls.add(".mounts(" + volume + ", " + path + ")");
                }
            } else if (mount.host().isPresent()) {
                imports.add("kz.tapbot.model.value.HostPath");
                storage.add((mount.readOnly() ? ".readOnlyHostPath(" : ".hostPath(") + "HostPath.of("
                        + literal.text(mount.host().get().value()) + "), " + path + ")");
            } else {
                storage.add(".memory(" + literal.size(mount.memory().orElseThrow()) + ", " + path + ")");
            }
        }
        service.files().forEach(file -> storage.add(file(file)));
        scope("storage", "s", storage);
    }

    private String file(ContainerFile file) {
        String path = literal.text(file.path().value());
        List<ContentPart> parts = file.content().parts();
        if (parts.size() == 1
                && parts.get(0).secret().isPresent()
                && file.mode().equals(FileMode.OWNER_READ)) {
            return ".secretFile(" + path + ", "
                    + variables.of("secret", parts.get(0).secret().get().value()) + ", " + file.owner() + ")";
        }
        StringBuilder out = new StringBuilder(".file(").append(path).append(", f -> f");
        parts.forEach(part -> out.append(".text(")
                .append(literal.text(part.text().orElseThrow()))
                .append(')'));
        return out.append(')').toString();
    }

    private void health(HealthCheck check) {
        List<String> said = new ArrayList<>();
        said.add(".command(" + words(check.command()) + ")");
        time(said, "every", check.interval(), Duration.ofSeconds(10));
        time(said, "timeout", check.timeout(), Duration.ofSeconds(5));
        if (check.retries() != 5) {
            said.add(".retries(" + check.retries() + ")");
        }
        time(said, "startPeriod", check.startPeriod(), Duration.ofSeconds(30));
        scope("healthCheck", "h", said);
    }

    private void time(List<String> said, String method, Duration time, Duration usual) {
        if (!time.equals(usual)) {
            said.add("." + method + "(" + literal.time(time) + ")");
        }
    }

    private String words(Command command) {
        List<String> words = command.arguments().stream().map(literal::text).toList();
        String line = String.join(", ", words);
        return line.length() > LONG_LINE && words.size() > 1 ? DEEPER + String.join("," + DEEPER, words) : line;
    }

    private void limits(Limits limits) {
        List<String> said = new ArrayList<>();
        limits.memory().ifPresent(size -> said.add(".memory(" + literal.size(size) + ")"));
        limits.cpus().ifPresent(cpus -> said.add(".cpus(" + literal.cpus(cpus) + ")"));
        limits.processes().ifPresent(most -> said.add(".processes(" + most + ")"));
        limits.ulimits().forEach(limit -> said.add(ulimit(limit)));
        if (!limits.logFile().equals(DataSize.mib(10)) || limits.logFiles() != 3) {
            said.add(".logs(" + literal.size(limits.logFile()) + ", " + limits.logFiles() + ")");
        }
        scope("limits", "l", said);
    }

    private String ulimit(Ulimit limit) {
        imports.add("kz.tapbot.model.service.UlimitKind");
        String most = limit.soft() == limit.hard() ? "" : ", " + number(limit.hard());
        return ".ulimit(UlimitKind." + limit.kind() + ", " + number(limit.soft()) + most + ")";
    }

    private String number(long number) {
        if (number == Ulimit.UNLIMITED) {
            imports.add("kz.tapbot.model.service.Ulimit");
            return "Ulimit.UNLIMITED";
        }
        return number > Integer.MAX_VALUE ? number + "L" : Long.toString(number);
    }

    private void confinement(Confinement confinement) {
        List<String> said = new ArrayList<>();
        confinement.user().ifPresent(user -> said.add(".user(" + literal.text(user) + ")"));
        if (confinement.readOnlyRoot()) {
            said.add(".readOnlyRoot()");
        }
        if (!confinement.noNewPrivileges()) {
            said.add(".mayGainPrivileges()");
        }
        if (confinement.init()) {
            said.add(".init()");
        }
        capabilities(said, "drops", confinement.droppedCapabilities());
        capabilities(said, "adds", confinement.addedCapabilities());
        scope("confinement", "k", said);
    }

    private void capabilities(List<String> said, String method, Iterable<Capability> capabilities) {
        List<String> all = new ArrayList<>();
        capabilities.forEach(capability -> all.add("Capability." + capability));
        if (!all.isEmpty()) {
            imports.add("kz.tapbot.model.service.Capability");
            said.add("." + method + "(" + String.join(", ", all) + ")");
        }
    }

    private void process() {
        List<String> said = new ArrayList<>();
        service.entrypoint().ifPresent(command -> said.add(".entrypoint(" + words(command) + ")"));
        service.command().ifPresent(command -> said.add(".command(" + words(command) + ")"));
        if (service.restart() != RestartPolicy.UNLESS_STOPPED) {
            imports.add("kz.tapbot.model.service.RestartPolicy");
            said.add(".restart(RestartPolicy." + service.restart() + ")");
        }
        if (!service.stopGrace().equals(Duration.ofSeconds(10))) {
            said.add(".stopGrace(" + literal.time(service.stopGrace()) + ")");
        }
        said.addAll(needs(false, "startsAfter"));
        scope("process", "p", said);
    }

    private void role() {
        List<String> said = new ArrayList<>();
        for (Map.Entry<String, String> label : service.labels().entrySet()) {
            said.add(".label(" + literal.text(label.getKey()) + ", " + literal.text(label.getValue()) + ")");
        }
        if (service.planned()) {
            said.add(".planned()");
        }
        scope("role", "r", said);
    }

    private void scope(String method, String parameter, List<String> said) {
        String line = "." + method + "(" + parameter + " -> " + parameter + String.join("", said) + ")";
        if (line.length() > LONG_LINE && said.size() > 1) {
            line = "." + method + "(" + parameter + " -> " + parameter + INDENT + String.join(INDENT, said) + ")";
        }
        if (!said.isEmpty()) {
            calls.add(line);
        }
    }
}
