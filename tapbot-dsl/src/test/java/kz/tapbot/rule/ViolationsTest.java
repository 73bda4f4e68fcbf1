package kz.tapbot.rule;

import static kz.tapbot.TopologyRules.INTERNET;
import static kz.tapbot.TopologyRules.backups;
import static kz.tapbot.TopologyRules.networks;
import static kz.tapbot.TopologyRules.routes;
import static kz.tapbot.TopologyRules.servers;
import static kz.tapbot.TopologyRules.services;
import static kz.tapbot.TopologyRules.users;
import static kz.tapbot.TopologyRules.volumes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import kz.tapbot.Tapbot;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.reach.Shop;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import org.junit.jupiter.api.Test;

/** What conditions say of what breaks them, to the letter and with the line. */
class ViolationsTest {

    private static final Topology ESTATE = Tapbot.draft("small", t -> {
                var box = t.server(
                        "box",
                        HostAddress.of("203.0.113.10"),
                        s -> s.delegate("helper", d -> d.mayRestart("cron", "nginx")));
                var files = box.volume("files");
                t.backup("weekly", b -> b.of(files).to(box.directory("/var/backups"), keep -> keep.days(7)));
            })
            .topology();

    @Test
    void of_services() {
        is(services().that().areNamed("site").should().onlyBeOnInternalNetworks(), """
                service:front/site is on network:front/web, which has a way out (Shop.java:61)""");
        is(services().that().areNamed("debug").should().notPublishPorts(), """
                service:front/debug publishes 6060/tcp (Shop.java:79)
                service:front/debug publishes 6061/tcp (Shop.java:80)""");
        is(services().that().areNamed("db").should().onlyShareNetworksWithWhatNeedsThem(), "");
        is(services().that().areNamed("debug").should().onlyShareNetworksWithWhatNeedsThem(), """
                service:front/debug shares network:front/web with service:front/proxy, which does not need it (Shop.java:52)
                service:front/debug shares network:front/web with service:front/site, which does not need it (Shop.java:61)""");
        is(services().that().areNamed("db").should().haveDigest(), """
                service:front/db runs example/db:1.0.0, which has no digest (Shop.java:53)""");
        is(services().that().areNamed("site").should().notBeReachableWithoutLoginFrom(INTERNET), """
                service:front/site is reached from the Internet at https://www.example.com (Shop.java:65)
                    service:front/proxy publishes 443/tcp to everybody (Shop.java:52)
                    service:front/proxy passes https://www.example.com on to 8080/tcp of service:front/site, and nobody asks for a login (Shop.java:65)""");
    }

    @Test
    void of_who_reaches_whom() {
        ServiceId db = ServiceId.of("front/db");
        is(services().that().areNamed("proxy").should().reach(Target.service(db, Port.tcp(5432))), """
                service:front/proxy does not reach 5432/tcp of service:front/db (Shop.java:49)
                    service:front/proxy shares no network with service:front/db (Shop.java:53)
                    service:front/db publishes no port for 5432/tcp, and no route leads to it (Shop.java:53)""");
        is(services().that().areNamed("site").should().notReach(Target.INTERNET), """
                service:front/site reaches the Internet (Shop.java:58)
                    service:front/site is on network:front/web, which has a way out (Shop.java:47)""");
        is(services().that().areNamed("db").should().beReachableFrom(Source.network(NetworkId.of("front/web"))), """
                service:front/db is not reached from network:front/web (Shop.java:53)
                    network:front/web shares no network with service:front/db (Shop.java:53)
                    service:front/db publishes no port, and no route leads to it (Shop.java:53)""");
        is(routes().that().areFor("admin.example.com").should().beReachableFrom(INTERNET), """
                route:admin.example.com is not reached from the Internet (Shop.java:66)
                    service:front/proxy passes https://admin.example.com on to 8081/tcp of service:front/site for addresses:office, which asks for a login (Shop.java:66)""");
    }

    @Test
    void of_networks_data_and_people() {
        is(networks().that().areInternal().and().areNamed("inner").should().notHoldDatabases(), """
                network:front/inner holds service:front/db (Shop.java:54)""");
        is(networks().that().areNamed("web").should().beInternal().andShould().haveSubnet(), """
                network:front/web is not internal, so that what is on it reaches the Internet (Shop.java:47)
                network:front/web has no declared subnet (Shop.java:47)""");
        assertThat(text(volumes().should().haveAnExpectedSize(), ESTATE))
                .startsWith("volume:box/files has no expected size (ViolationsTest.java:");
        assertThat(text(backups().should().keepCopiesForDays(30), ESTATE))
                .startsWith("backup:weekly keeps copies for 7 days at most (ViolationsTest.java:");
        assertThat(text(users().should().onlyRestart("cron"), ESTATE))
                .startsWith("delegate:box/helper may restart nginx.service (ViolationsTest.java:");
    }

    @Test
    void of_servers() {
        is(servers().that().areNamed("front").should().installUpdates(), """
                server:front installs no updates by itself (Shop.java:35)""");
        Topology byHand = Tapbot.draft(
                        "small", t -> t.server("box", HostAddress.of("203.0.113.10"), s -> s.updates(u -> u.byHand())))
                .topology();
        assertThat(text(servers().should().installUpdates(), byHand))
                .startsWith("server:box installs no updates by itself (ViolationsTest.java:");
    }

    private static void is(TopologyRule rule, String violations) {
        assertThat(text(rule, Shop.GOOD)).isEqualTo(violations);
    }

    private static String text(TopologyRule rule, Topology topology) {
        return rule.evaluate(topology).violations().stream()
                .map(Violation::toString)
                .collect(Collectors.joining("\n"));
    }
}
