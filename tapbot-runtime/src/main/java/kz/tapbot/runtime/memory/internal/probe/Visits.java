package kz.tapbot.runtime.memory.internal.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Route;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.memory.internal.engine.SimContainer;
import kz.tapbot.runtime.memory.internal.host.Node;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;

/**
 * What a visitor without a login is answered. The proxy has to run, be published and let through; if the files that it is given have rules for hosts at all,
 * they have to name this one, and to ask for a login where the proxy shall; and the target has to be healthy and on a network with the proxy.
 */
public final class Visits {

    private record Target(SimContainer container, Route route) {}

    private final Machine machine;
    private final Inside inside;

    /** Of that server. */
    public Visits(Machine machine) {
        this.machine = machine;
        inside = new Inside(machine);
    }

    /** What is answered. */
    public ProbeResult visit(HostName host, String path) {
        Optional<Target> target = target(host, path);
        if (target.isEmpty()) {
            return closed("404 page not found: no container here is served as " + host + path);
        }
        Route route = target.get().route();
        SimContainer proxy =
                machine.engine().containers().get(route.proxy().service().value());
        if (proxy == null || inside.health(proxy) != Health.HEALTHY) {
            return closed("the proxy " + route.proxy().service() + " is not healthy");
        }
        Optional<ProbeResult> shut = entrance(proxy);
        if (shut.isPresent()) {
            return shut.get();
        }
        String rules = rules(proxy);
        if (rules.contains("Host(") && !rules.contains(host.value())) {
            return closed("404 page not found: the proxy's configuration does not name " + host);
        }
        return answer(target.get(), proxy, rules);
    }

    private ProbeResult answer(Target target, SimContainer proxy, String rules) {
        Route route = target.route();
        SimContainer container = target.container();
        if (!route.openTo().isEmpty()) {
            return closed("403 Forbidden: " + route.host() + " is open to " + route.openTo() + " only");
        }
        boolean asks = rules.isEmpty() || !rules.contains("Host(") || rules.contains("basicAuth");
        if (route.login().kind() == LoginKind.PROXY && asks) {
            return new ProbeResult(Outcome.LOGIN, "401 Unauthorized: the proxy asks for a login");
        }
        if (inside.health(container) != Health.HEALTHY) {
            return closed("502 Bad Gateway: " + container.name() + " is not healthy");
        }
        if (!inside.shareNetwork(container, proxy)) {
            return closed("502 Bad Gateway: " + container.name() + " is on no network with " + proxy.name());
        }
        return route.login().kind() == LoginKind.OWN
                ? new ProbeResult(Outcome.LOGIN, container.name() + " shows its own login")
                : new ProbeResult(Outcome.OPEN, "200 OK: " + container.name() + " answers without a login");
    }

    private Optional<Target> target(HostName host, String path) {
        List<Target> found = new ArrayList<>();
        for (SimContainer container : machine.engine().containers().values()) {
            for (Route route : container.service().routes()) {
                boolean current =
                        container.name().equals(container.service().name().value());
                if (current && route.host().equals(host) && covers(route.path(), path)) {
                    found.add(new Target(container, route));
                }
            }
        }
        return found.stream()
                .max(Comparator.comparingInt(target -> target.route().path().length()));
    }

    /** Where 443 is published, pages are there: 80 only sends on to it. */
    private Optional<ProbeResult> entrance(SimContainer proxy) {
        for (Port port : List.of(Port.tcp(443), Port.tcp(80))) {
            boolean its = machine.engine().ports().at(port).stream().anyMatch(held -> held.container() == proxy);
            if (its) {
                ProbeResult result = new Outside(machine).reach(port, Outside.ANYBODY);
                return result.outcome() == Outcome.OPEN ? Optional.empty() : Optional.of(result);
            }
        }
        return Optional.of(closed(proxy.name() + " publishes neither 443/tcp nor 80/tcp"));
    }

    private String rules(SimContainer proxy) {
        StringBuilder all = new StringBuilder();
        append(machine.host().files().below(proxy.files()), all);
        for (Mount mount : proxy.service().mounts()) {
            mount.host().ifPresent(path -> {
                machine.host().files().text(path.value()).ifPresent(all::append);
                append(machine.host().files().below(path.value()), all);
            });
        }
        return all.toString();
    }

    private static void append(Map<String, Node> files, StringBuilder all) {
        files.values()
                .forEach(node -> all.append(new String(node.bytes(), UTF_8)).append('\n'));
    }

    private static boolean covers(String prefix, String path) {
        return prefix.equals("/")
                || path.equals(prefix)
                || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
    }

    private static ProbeResult closed(String why) {
        return new ProbeResult(Outcome.CLOSED, why);
    }
}
