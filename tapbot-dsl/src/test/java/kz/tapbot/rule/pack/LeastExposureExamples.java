package kz.tapbot.rule.pack;

import static kz.tapbot.model.value.DataSize.mib;

import java.time.LocalDate;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.service.Caddy;
import kz.tapbot.service.Postgres;

/** What breaks each rule of the pack, and the same when it is mended: the method of a rule's name, and the one that ends in Mended. */
final class LeastExposureExamples {

    private LeastExposureExamples() {}

    static void databasesAreNotOnTheInternet(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var inner = box.network("inner");
        box.container(
                "orders",
                Image.of("mysql:8.4.6"),
                c -> c.joins(inner).role(r -> r.is(Trait.DATABASE)).publishes(Port.tcp(3306)));
    }

    static void databasesAreNotOnTheInternetMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var inner = box.network("inner");
        box.container(
                "orders",
                Image.of("mysql:8.4.6"),
                c -> c.joins(inner).role(r -> r.is(Trait.DATABASE)).listens(Port.tcp(3306)));
    }

    static void databaseNetworksAreInternal(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var web = box.network("web");
        var postgres = box.run(Postgres.version("16.9").on(web));
        box.container("shop", Image.of("example/shop:2.1"), c -> c.joins(web).needs(postgres));
    }

    static void databaseNetworksAreInternalMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var web = box.network("web");
        var database = box.network("database", n -> n.internal());
        var postgres = box.run(Postgres.version("16.9").on(database));
        box.container(
                "shop",
                Image.of("example/shop:2.1"),
                c -> c.joins(web).joins(database).needs(postgres));
    }

    static void adminPagesAskForALogin(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var web = box.network("web");
        var acme = t.letsEncrypt("ops@example.com", a -> a.httpChallenge());
        var caddy = box.run(Caddy.version("2.10.2").on(web).certificatesFrom(acme));
        box.container(
                "queue",
                Image.of("example/queue-admin:1.4"),
                c -> c.joins(web)
                        .role(r -> r.is(Trait.ADMIN_INTERFACE))
                        .servedBy(
                                caddy,
                                t.zone("example.com").host("queue"),
                                8080,
                                Access.everybodyBecause("nobody knows the address")));
    }

    static void adminPagesAskForALoginMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var web = box.network("web");
        var acme = t.letsEncrypt("ops@example.com", a -> a.httpChallenge());
        var caddy = box.run(Caddy.version("2.10.2").on(web).certificatesFrom(acme));
        box.container(
                "queue",
                Image.of("example/queue-admin:1.4"),
                c -> c.joins(web)
                        .role(r -> r.is(Trait.ADMIN_INTERFACE))
                        .servedBy(
                                caddy,
                                t.zone("example.com").host("queue"),
                                8080,
                                Access.proxyLogin("admin", Secret.generated("queue-login"))));
    }

    static void adminPagesHaveASecondWall(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var web = box.network("web");
        var acme = t.letsEncrypt("ops@example.com", a -> a.httpChallenge());
        var caddy = box.run(Caddy.version("2.10.2").on(web).certificatesFrom(acme));
        box.container(
                "queue",
                Image.of("example/queue-admin:1.4"),
                c -> c.joins(web)
                        .role(r -> r.is(Trait.ADMIN_INTERFACE))
                        .servedBy(caddy, t.zone("example.com").host("queue"), 8080, Access.ownLogin()));
    }

    static void adminPagesHaveASecondWallMended(TopologySpec t) {
        var admins = t.addresses("admins", "198.51.100.7/32");
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var web = box.network("web");
        var acme = t.letsEncrypt("ops@example.com", a -> a.httpChallenge());
        var caddy = box.run(Caddy.version("2.10.2").on(web).certificatesFrom(acme));
        box.container(
                "queue",
                Image.of("example/queue-admin:1.4"),
                c -> c.joins(web)
                        .role(r -> r.is(Trait.ADMIN_INTERFACE))
                        .servedBy(
                                caddy,
                                t.zone("example.com").host("queue"),
                                8080,
                                Access.ownLogin().onlyFrom(admins)));
    }

    static void engineAccessIsNotOnTheInternet(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var web = box.network("web");
        box.container(
                "watcher",
                Image.of("example/watcher:3.0"),
                c -> c.joins(web)
                        .storage(s -> s.hostPath(HostPath.of("/var/run/docker.sock"), "/var/run/docker.sock"))
                        .publishes(Port.tcp(8443)));
    }

    static void engineAccessIsNotOnTheInternetMended(TopologySpec t) {
        var admins = t.addresses("admins", "198.51.100.7/32");
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var web = box.network("web");
        box.container(
                "watcher",
                Image.of("example/watcher:3.0"),
                c -> c.joins(web)
                        .storage(s -> s.hostPath(HostPath.of("/var/run/docker.sock"), "/var/run/docker.sock"))
                        .publishes(Port.tcp(8443), admins));
    }

    static void serversHaveAFirewall(TopologySpec t) {
        t.server("box", HostAddress.of("203.0.113.20"), s -> s.firewall(f -> f.off()));
    }

    static void serversHaveAFirewallMended(TopologySpec t) {
        t.server("box", HostAddress.of("203.0.113.20"));
    }

    static void sshIsForKnownAddresses(TopologySpec t) {
        var everybody = t.addresses("everybody", "0.0.0.0/0");
        t.server("box", HostAddress.of("203.0.113.20"), s -> s.administeredFrom(everybody));
    }

    static void sshIsForKnownAddressesMended(TopologySpec t) {
        var admins = t.addresses("admins", "198.51.100.7/32");
        t.server("box", HostAddress.of("203.0.113.20"), s -> s.administeredFrom(admins));
    }

    static void sshRefusesPasswords(TopologySpec t) {
        t.server("box", HostAddress.of("203.0.113.20"), s -> s.ssh(ssh -> ssh.passwordsToo()));
    }

    static void sshRefusesPasswordsMended(TopologySpec t) {
        t.server("box", HostAddress.of("203.0.113.20"), s -> s.ssh(ssh -> ssh.keysOnly()));
    }

    static void serversAreKnownByTheirKey(TopologySpec t) {
        t.server("box", HostAddress.of("203.0.113.20"));
    }

    static void serversAreKnownByTheirKeyMended(TopologySpec t) {
        t.server(
                "box",
                HostAddress.of("203.0.113.20"),
                s -> s.ssh(ssh -> ssh.hostKey("SHA256:boxboxboxboxboxboxboxboxboxboxboxboxboxboxb")));
    }

    static void pagesAskForALogin(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var web = box.network("web");
        var acme = t.letsEncrypt("ops@example.com", a -> a.httpChallenge());
        var caddy = box.run(Caddy.version("2.10.2").on(web).certificatesFrom(acme));
        box.container(
                "wiki",
                Image.of("example/wiki:5.2"),
                c -> c.joins(web)
                        .role(r -> r.is(Trait.WEB_INTERFACE))
                        .servedBy(
                                caddy,
                                t.zone("example.com").host("wiki"),
                                8080,
                                Access.everybodyBecause("it is for us only")));
    }

    static void pagesAskForALoginMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var web = box.network("web");
        var acme = t.letsEncrypt("ops@example.com", a -> a.httpChallenge());
        var caddy = box.run(Caddy.version("2.10.2").on(web).certificatesFrom(acme));
        box.container(
                "wiki",
                Image.of("example/wiki:5.2"),
                c -> c.joins(web)
                        .role(r -> r.is(Trait.WEB_INTERFACE))
                        .servedBy(caddy, t.zone("example.com").host("wiki"), 8080, Access.ownLogin()));
    }

    static void databasesStandApart(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var inner = box.network("inner", n -> n.internal());
        var postgres = box.run(Postgres.version("16.9").on(inner));
        box.container("shop", Image.of("example/shop:2.1"), c -> c.joins(inner).needs(postgres));
        box.container("resize", Image.of("example/resize:0.9"), c -> c.joins(inner));
    }

    static void databasesStandApartMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        var inner = box.network("inner", n -> n.internal());
        var database = box.network("database", n -> n.internal());
        var postgres = box.run(Postgres.version("16.9").on(database));
        box.container(
                "shop",
                Image.of("example/shop:2.1"),
                c -> c.joins(inner).joins(database).needs(postgres));
        box.container("resize", Image.of("example/resize:0.9"), c -> c.joins(inner));
    }

    static void nothingHasTheEnginesSocket(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container(
                "cleaner",
                Image.of("example/cleaner:1.0"),
                c -> c.limits(l -> l.memory(mib(64)))
                        .storage(s -> s.hostPath(HostPath.of("/var/run/docker.sock"), "/var/run/docker.sock")));
    }

    static void nothingHasTheEnginesSocketMended(TopologySpec t) {
        var box = t.server("box", HostAddress.of("203.0.113.20"));
        box.container("cleaner", Image.of("example/cleaner:1.0"), c -> c.limits(l -> l.memory(mib(64))));
    }

    static void onlyWebPortsAreOpen(TopologySpec t) {
        var admins = t.addresses("admins", "198.51.100.7/32");
        var box = t.server("box", HostAddress.of("203.0.113.20"), s -> s.administeredFrom(admins));
        var web = box.network("web");
        box.container(
                "metrics", Image.of("example/metrics:1.0"), c -> c.joins(web).publishes(Port.tcp(9100)));
    }

    static void onlyWebPortsAreOpenMended(TopologySpec t) {
        var admins = t.addresses("admins", "198.51.100.7/32");
        var box = t.server("box", HostAddress.of("203.0.113.20"), s -> s.administeredFrom(admins));
        var web = box.network("web");
        box.container(
                "metrics", Image.of("example/metrics:1.0"), c -> c.joins(web).publishes(Port.tcp(9100), admins));
    }

    static void accountsExpire(TopologySpec t) {
        t.server("box", HostAddress.of("203.0.113.20"), s -> s.delegate("helper", d -> d.mayRestart("cron")));
    }

    static void accountsExpireMended(TopologySpec t) {
        t.server(
                "box",
                HostAddress.of("203.0.113.20"),
                s -> s.delegate("helper", d -> d.mayRestart("cron").expires(LocalDate.of(2027, 6, 30))));
    }
}
