package kz.tapbot.rule.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.model.host.UpdatePolicy;
import kz.tapbot.model.net.Port;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.Subject;

/** What is demanded of servers. */
final class Servers {

    static final Condition<Subject.OfServer> FIREWALL = Condition.of("have a firewall", (one, violations) -> {
        if (!one.server().firewall()) {
            violations.add(one, "has no firewall", "firewall");
        }
    });

    static final Condition<Subject.OfServer> KEYS_ONLY = Condition.of("refuse passwords", (one, violations) -> {
        if (!one.server().ssh().keysOnly()) {
            violations.add(one, "lets people log in by password", "ssh.keysOnly");
        }
    });

    static final Condition<Subject.OfServer> HOST_KEY = Condition.that(
            "have a pinned host key", one -> !one.server().ssh().hostKeys().isEmpty(), one -> "has no pinned host key");

    static final Condition<Subject.OfServer> ADMINISTERED =
            Condition.of("be administered from known addresses", (one, violations) -> {
                Port ssh = Port.tcp(one.server().ssh().port());
                one.estate()
                        .reachability()
                        .ask(Source.INTERNET, Target.port(one.server().name(), ssh))
                        .ways()
                        .forEach(way ->
                                Services.told(one, "opens SSH to the whole Internet at " + way.at(), way, violations));
            });

    static final Condition<Subject.OfServer> UPDATES = Condition.that(
            "install updates by themselves",
            one -> one.server().updates().filter(UpdatePolicy::securityUpdates).isPresent(),
            one -> "installs no updates by itself");

    private Servers() {}

    static Condition<Subject.OfServer> onlyOpen(Port... ports) {
        Set<Port> allowed = new TreeSet<>(Arrays.asList(ports));
        String list = Words.and(allowed.stream().map(Port::toString).toList());
        return Condition.of(
                allowed.isEmpty() ? "open nothing to the Internet" : "only open " + list + " to the Internet",
                (one, violations) -> {
                    for (Port port :
                            one.estate().reachability().ports(one.server().name())) {
                        if (!allowed.contains(port)) {
                            one.estate()
                                    .reachability()
                                    .ask(
                                            Source.INTERNET,
                                            Target.port(one.server().name(), port))
                                    .ways()
                                    .forEach(way -> Services.reached(one, Source.INTERNET, way, violations));
                        }
                    }
                });
    }
}
