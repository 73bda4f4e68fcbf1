package kz.tapbot.mistake;

import static kz.tapbot.model.value.DataSize.mib;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.ServerSpec;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.RecordType;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.service.Webmin;

/** The accidents of the first estate, by number: those that can be said, and are told. */
final class Accidents {

    private static final String APP = "service:box/app";
    private static final String SPARE = "SHA256:sparesparesparesparesparesparesparespareabc";
    private static final String DB = "service:box/db";

    private Accidents() {}

    static List<Accident> all() {
        return Stream.of(doors(), wiring(), ProgramAccidents.programs(), ProgramAccidents.secretsAndCopies())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Accident> doors() {
        return List.of(
                new Accident(
                        1,
                        "logs served without a login",
                        "`amir20/dozzle` with `Access.ownLogin()`, and no provider of logins",
                        List.of("TB2515 " + APP),
                        s -> dozzle(s, Access.ownLogin().onlyFrom(s.admins())),
                        s -> dozzle(
                                s,
                                Access.proxyLogin("admin", Secret.generated("logs-login"))
                                        .onlyFrom(s.admins()))),
                new Accident(
                        2,
                        "intrusion prevention that can ban the administrator",
                        "`.jail(\"sshd\", …)` and no `.administeredFrom(…)`",
                        List.of("TB2901 server:spare", "TB2903 server:spare"),
                        s -> s.t.server(
                                "spare",
                                HostAddress.of("203.0.113.31"),
                                x -> x.debian("12")
                                        .ssh(ssh -> ssh.keysOnly().hostKey(SPARE))
                                        .jail("sshd", j -> j.maxRetry(3))),
                        s -> spare(
                                s,
                                x -> x.ssh(ssh -> ssh.keysOnly().hostKey(SPARE)).jail("sshd", j -> j.maxRetry(3)))),
                new Accident(
                        3,
                        "a published port that no firewall keeps",
                        "`.publishes(Port.tcp(8090), admins)` with `.firewall(f -> f.off())`",
                        List.of("TB2902 server:box"),
                        s -> {
                            s.system(x -> x.firewall(f -> f.off()));
                            Parts.app(s, c -> c.publishes(Port.tcp(8090), s.admins()));
                        },
                        s -> Parts.app(s, c -> c.publishes(Port.tcp(8090), s.admins()))),
                new Accident(
                        4,
                        "Webmin on the port that every scanner tries",
                        "`Webmin.port(10000, admins)`",
                        List.of("TB1003 topology:estate"),
                        s -> s.box().run(Webmin.port(10_000, s.admins())),
                        s -> s.box().run(Webmin.port(8442, s.admins()))),
                new Accident(
                        18,
                        "root over SSH with a password",
                        "`ssh(ssh -> ssh.passwordsToo())`",
                        List.of("TB2905 server:spare"),
                        s -> spare(s, x -> x.ssh(ssh -> ssh.passwordsToo().hostKey(SPARE))),
                        s -> spare(s, x -> x.ssh(ssh -> ssh.keysOnly().hostKey(SPARE)))),
                new Accident(
                        21,
                        "the engine's socket in a container that strangers reach",
                        "`.storage(f -> f.hostPath(\"/var/run/docker.sock\", …))`, published",
                        List.of("TB2309 " + APP, "TB2109 " + APP),
                        s -> Parts.app(
                                s,
                                c -> c.publishes(Port.tcp(8090))
                                        .storage(f -> f.hostPath(
                                                HostPath.of("/var/run/docker.sock"), "/var/run/docker.sock"))),
                        s -> Parts.app(s, c -> c.publishes(Port.tcp(8090)))));
    }

    private static List<Accident> wiring() {
        return List.of(
                new Accident(
                        6,
                        "the database on a network with a way out",
                        "`.joins(inner).joins(web)`",
                        List.of("TB2213 " + DB),
                        s -> Parts.postgres(s, c -> c.joins(s.web())),
                        s -> Parts.postgres(s, c -> {})),
                new Accident(
                        6,
                        "the database published to everybody",
                        "`.publishes(Port.tcp(5432))`",
                        List.of("TB2104 " + DB),
                        s -> Parts.postgres(s, c -> c.joins(s.web()).publishes(Port.tcp(5432))),
                        s -> Parts.postgres(s, c -> {})),
                new Accident(
                        7,
                        "a service with a public name that is not on its proxy's network",
                        "`.joins(inner).servedBy(proxy, …)`",
                        List.of("TB2501 " + APP),
                        s -> s.store("app", "example/app:1.0.0", c -> Parts.served(s, c)),
                        s -> Parts.app(s, c -> Parts.served(s, c))),
                new Accident(
                        7,
                        "a service that is not on its database's network",
                        "`.needs(postgres)` without `.joins(inner)`",
                        List.of("TB2211 " + APP),
                        s -> Parts.app(s, c -> c.needs(s.postgres())),
                        s -> Parts.app(s, c -> c.needs(s.postgres()).joins(s.inner()))),
                new Accident(
                        9,
                        "a name whose record points elsewhere",
                        "`z.dnsRecord(\"shop\", RecordType.A, r -> r.values(\"203.0.113.99\"))`",
                        List.of("TB2514 zone:example.org"),
                        s -> elsewhere(s, "203.0.113.99"),
                        s -> elsewhere(s, "203.0.113.30")),
                new Accident(
                        19,
                        "one host name for two services",
                        "`.servedBy(proxy, zone.host(\"www\"), …)` twice",
                        List.of("TB2502 service:box/site"),
                        s -> Parts.app(
                                s,
                                c -> c.healthCheck(h -> h.command("/healthy"))
                                        .servedBy(
                                                s.proxy(),
                                                s.zone().host("www"),
                                                8080,
                                                Access.everybodyBecause("it is the site"))),
                        s -> Parts.app(s, c -> Parts.served(s, c))),
                new Accident(
                        20,
                        "wired to a database on another server, which nothing reaches",
                        "`DATABASE_URL` `postgres://shop@203.0.113.30:5432/shop`",
                        List.of("TB2214 service:spare/bot"),
                        s -> bot(s, "203.0.113.30"),
                        s -> bot(s, "db.example.net")));
    }

    private static void dozzle(Scene s, Access access) {
        s.program(
                "app",
                "amir20/dozzle:v8.14.6",
                c -> c.healthCheck(h -> h.command("/dozzle", "healthcheck"))
                        .servedBy(s.proxy(), s.zone().host("logs"), 8080, access));
    }

    private static void elsewhere(Scene s, String address) {
        var other = s.t.zone("example.org", z -> z.dnsRecord("shop", RecordType.A, r -> r.values(address)));
        Parts.app(
                s,
                c -> c.healthCheck(h -> h.command("/healthy"))
                        .servedBy(s.proxy(), other.host("shop"), 8080, Access.everybodyBecause("it is a shop")));
    }

    private static ServerRef spare(Scene s, Consumer<ServerSpec> more) {
        return s.t.server("spare", HostAddress.of("203.0.113.31"), x -> {
            x.debian("12").administeredFrom(s.admins());
            more.accept(x);
        });
    }

    private static void bot(Scene s, String host) {
        s.box();
        var spare = spare(s, x -> x.ssh(ssh -> ssh.keysOnly().hostKey(SPARE)));
        spare.container(
                "bot",
                Image.of("example/bot:1.0.0"),
                c -> c.joins(spare.network("out"))
                        .limits(l -> l.memory(mib(64)))
                        .environment("DATABASE_URL", "postgres://shop@" + host + ":5432/shop"));
    }
}
