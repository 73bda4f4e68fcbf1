package kz.tapbot.mistake;

import java.util.List;
import java.util.function.Consumer;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.RecordType;

/** Of networks, ports, proxies and names. */
final class NetworkMistakes {

    private static final String APP = "service:box/app";
    private static final String PROXY = "service:box/edge";

    private NetworkMistakes() {}

    static List<Mistake> all() {
        return List.of(
                new Mistake(
                        "a port published from an internal network",
                        "moby/moby#36174",
                        "TB2103",
                        APP,
                        "`.joins(inner).publishes(Port.tcp(8090))`",
                        s -> s.store("app", "example/app:1.0.0", c -> c.publishes(Port.tcp(8090))),
                        s -> app(s, c -> c.publishes(Port.tcp(8090)))),
                new Mistake(
                        "the engine open to the network",
                        "portainer/portainer#2257",
                        "TB2107",
                        "server:box",
                        "`.opens(Port.tcp(2375), \"portainer\")`",
                        s -> opened(s, 2375),
                        s -> opened(s, 8500)),
                new Mistake(
                        "Git over SSH on the port of the server's own sshd",
                        "caprover/one-click-apps#169",
                        "TB2101",
                        "server:box",
                        "`.publishes(Port.tcp(22))`",
                        s -> app(s, c -> c.publishes(Port.tcp(22))),
                        s -> app(s, c -> c.publishes(Port.tcp(2222), p -> p.containerPort(22)))),
                new Mistake(
                        "a port that outgoing connections take too",
                        "trustbloc/sandbox#843",
                        "TB2110",
                        APP,
                        "`.publishes(Port.tcp(48326))`",
                        s -> app(s, c -> c.publishes(Port.tcp(48_326))),
                        s -> app(s, c -> c.publishes(Port.tcp(18_326)))),
                new Mistake(
                        "a container network with the addresses of the LAN",
                        "bitwarden/server#947",
                        "TB2202",
                        "network:box/office",
                        "`n.subnet(\"172.28.0.0/16\")` beside a server at 172.28.0.10",
                        s -> lan(s, "172.28.0.0/16"),
                        s -> lan(s, "172.29.0.0/16")),
                new Mistake(
                        "one name for the databases of two projects",
                        "shopware/shopware-cli#1484",
                        "TB2212",
                        "service:box/blog-db",
                        "`.joins(shared, \"db\")` twice",
                        s -> shared(s, "db", "db"),
                        s -> shared(s, "shop-db", "blog-db")),
                new Mistake(
                        "forwarding switched off by a hardening guide",
                        "moby/moby#47966",
                        "TB2313",
                        "server:box",
                        "`.sysctl(\"net.ipv4.ip_forward\", \"0\")`",
                        s -> s.system(server -> server.system(y -> y.sysctl("net.ipv4.ip_forward", "0"))),
                        s -> s.system(server -> server.system(y -> y.sysctl("net.ipv4.conf.all.rp_filter", "1")))),
                new Mistake(
                        "a route to a port that nobody listens on",
                        "linuxserver/docker-heimdall#124",
                        "TB2506",
                        APP,
                        "`.listens(Port.tcp(80)).servedBy(proxy, host, 8444, …)`",
                        s -> served(s, 8444),
                        s -> served(s, 80)),
                new Mistake(
                        "a wildcard name with the HTTP challenge",
                        "helm/charts#13113",
                        "TB1005",
                        "zone:example.com",
                        "`zone.host(\"*\")`",
                        s -> s.zone().host("*"),
                        s -> s.zone().host("app")),
                new Mistake(
                        "a CNAME where mail is received too",
                        "k1LoW/certman#12",
                        "TB2513",
                        "zone:example.org",
                        "`z.dnsRecord(\"mail\", RecordType.CNAME, …)` beside an MX",
                        s -> names(s, "mail"),
                        s -> names(s, "www")),
                new Mistake(
                        "every container served by a proxy that looks for them",
                        "jitsi/docker-jitsi-meet#698",
                        "TB2518",
                        PROXY,
                        "`--providers.docker` alone",
                        s -> traefik(s, "--providers.docker.endpoint=tcp://sockets.example.net:2375"),
                        s -> traefik(s, "--providers.file.directory=/etc/traefik")),
                new Mistake(
                        "the dashboard of a proxy without a login",
                        "traefik/traefik-helm-chart#78",
                        "TB2518",
                        PROXY,
                        "`--api.insecure=true`",
                        s -> traefik(s, "--api.insecure=true"),
                        s -> traefik(s, "--api.insecure=false")),
                new Mistake(
                        "a proxy that believes where visitors say they come from",
                        "alkem-io/alkemio#1939",
                        "TB2518",
                        PROXY,
                        "`--entrypoints.web.forwardedHeaders.insecure=true`",
                        s -> traefik(s, "--entrypoints.web.forwardedHeaders.insecure=true"),
                        s -> traefik(s, "--entrypoints.web.forwardedHeaders.trustedIPs=203.0.113.7")),
                new Mistake(
                        "certificates of Traefik in the container",
                        "nebari-dev/nebari#2174",
                        "TB2519",
                        PROXY,
                        "`…acme.storage=/acme/acme.json` and no volume",
                        s -> traefik(s, "--certificatesresolvers.le.acme.storage=/acme/acme.json"),
                        s -> {
                            var acme = s.volume("acme");
                            s.program(
                                    "edge",
                                    "traefik:3.6.1",
                                    c -> c.mounts(acme, "/acme")
                                            .process(p -> p.command(
                                                    "--certificatesresolvers.le.acme.storage=/acme/acme.json")));
                        }),
                new Mistake(
                        "certificates of Caddy in the container",
                        "laradock/laradock#431",
                        "TB2519",
                        PROXY,
                        "`caddy:2.10.2` and no volume at `/data`",
                        s -> s.program("edge", "caddy:2.10.2", c -> {}),
                        s -> {
                            var data = s.volume("certificates");
                            s.program("edge", "caddy:2.10.2", c -> c.mounts(data, "/data"));
                        }),
                new Mistake(
                        "an address list that refuses who comes by IPv6",
                        "traefik/traefik#7572",
                        "TB2522",
                        "service:box/caddy",
                        "`.onlyFrom(office)` with `2001:db8:7::/64` in it, and no `n.subnetIpv6(…)`",
                        s -> listed(s, false, "2001:db8:7::/64"),
                        s -> listed(s, true, "2001:db8:7::/64")),
                new Mistake(
                        "everybody who comes by IPv6 taken for a neighbour",
                        "mailcow/mailcow-dockerized#3598",
                        "TB2521",
                        "service:box/caddy",
                        "`.onlyFrom(office)` with `172.16.0.0/12` in it, and no `n.subnetIpv6(…)`",
                        s -> listed(s, false, "172.16.0.0/12"),
                        s -> listed(s, true, "172.16.0.0/12")),
                new Mistake(
                        "webhooks of n8n that lead to localhost",
                        "n8n-io/n8n#1449",
                        "TB2520",
                        APP,
                        "no `WEBHOOK_URL`",
                        s -> n8n(s, c -> {}),
                        s -> n8n(s, c -> c.environment("WEBHOOK_URL", "https://flow.example.com/"))),
                new Mistake(
                        "Grafana with the login of its documentation",
                        "enclavr/infra#16",
                        "TB2709",
                        APP,
                        "no `GF_SECURITY_ADMIN_PASSWORD`",
                        s -> grafana(s, c -> {}),
                        s -> grafana(
                                s, c -> c.environment("GF_SECURITY_ADMIN_PASSWORD__FILE", "/run/secrets/grafana"))));
    }

    private static void app(Scene s, Consumer<ContainerSpec> more) {
        s.program("app", "example/app:1.0.0", more);
    }

    private static void opened(Scene s, int port) {
        s.system(server -> server.firewall(f -> f.opens(Port.tcp(port), "portainer", s.admins())));
    }

    private static void lan(Scene s, String subnet) {
        var office = s.box().network("office", n -> n.subnet(subnet));
        s.program("app", "example/app:1.0.0", c -> c.joins(office));
        s.t.server(
                "files",
                HostAddress.of("172.28.0.10"),
                y -> y.debian("12")
                        .administeredFrom(s.admins())
                        .ssh(ssh -> ssh.keysOnly().hostKey("SHA256:filefilefilefilefilefilefilefilefilefilefil")));
    }

    private static void shared(Scene s, String one, String two) {
        var shared = s.box().network("shared", n -> n.internal());
        s.store("shop-db", "example/store:1.0.0", c -> c.joins(shared, one));
        s.store("blog-db", "example/store:1.0.0", c -> c.joins(shared, two));
    }

    private static void served(Scene s, int port) {
        app(
                s,
                c -> c.listens(Port.tcp(80))
                        .healthCheck(h -> h.command("/healthy"))
                        .servedBy(s.proxy(), s.zone().host("app"), port, Access.ownLogin()));
    }

    private static void listed(Scene s, boolean six, String block) {
        s.system(server -> server.ipv6(IpAddress.of("2001:db8:5::30")));
        s.front(n -> {
            if (six) {
                n.subnetIpv6("fd00:0:0:20::/64");
            }
        });
        var office = s.t.addresses("office", "198.51.100.0/24", block);
        app(
                s,
                c -> c.healthCheck(h -> h.command("/healthy"))
                        .servedBy(
                                s.proxy(),
                                s.zone().host("app"),
                                8090,
                                Access.ownLogin().onlyFrom(office)));
    }

    private static void names(Scene s, String name) {
        s.t.zone(
                "example.org",
                z -> z.dnsRecord("mail", RecordType.MX, r -> r.values("10 mx.example.net."))
                        .dnsRecord(name, RecordType.CNAME, r -> r.values("example.net.")));
    }

    private static void traefik(Scene s, String option) {
        s.program("edge", "traefik:3.6.1", c -> c.process(p -> p.command(option)));
    }

    private static void n8n(Scene s, Consumer<ContainerSpec> more) {
        Consumer<ContainerSpec> base = c -> c.environment("N8N_ENCRYPTION_KEY", Secret.generated("n8n-key"))
                .environment("DB_TYPE", "postgresdb")
                .healthCheck(h -> h.command("wget", "-q", "--spider", "http://127.0.0.1:5678/healthz"))
                .servedBy(s.proxy(), s.zone().host("flow"), 5678, Access.ownLogin());
        s.program("app", "n8nio/n8n:1.123.0", base.andThen(more));
    }

    private static void grafana(Scene s, Consumer<ContainerSpec> more) {
        Consumer<ContainerSpec> base =
                c -> c.healthCheck(h -> h.command("wget", "-q", "--spider", "http://127.0.0.1:3000/api/health"))
                        .servedBy(s.proxy(), s.zone().host("graphs"), 3000, Access.ownLogin());
        s.program("app", "grafana/grafana:12.1.0", base.andThen(more));
    }
}
