package kz.tapbot.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Access;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.rule.library.ReadyRules;
import kz.tapbot.service.Traefik;
import org.junit.jupiter.api.Test;

/** What ready rules say to somebody who has never read their documents: what, where, by which lines, why, and what to write instead. */
class ReadyMessagesTest {

    private static final Topology CARELESS = Tapbot.draft("shop", t -> {
                var zone = t.zone("example.com");
                var acme = t.letsEncrypt("ops@example.com", a -> a.httpChallenge());
                var box = t.server("box", HostAddress.of("203.0.113.20"), s -> s.firewall(f -> f.off()));
                var web = box.network("web");
                var files = box.volume("files");
                var proxy = box.run(Traefik.version("3.6.1").on(web).certificatesFrom(acme));
                box.container(
                        "db",
                        Image.of("postgres:16.9"),
                        c -> c.joins(web).publishes(Port.tcp(5432)).mounts(files, "/var/lib/postgresql/data"));
                box.container(
                        "copy", Image.of("example/copy:1.0"), c -> c.joins(web).mounts(files, "/data"));
                box.container(
                        "logs",
                        Image.of("amir20/dozzle:v8.14.5"),
                        c -> c.joins(web)
                                .storage(s -> s.hostPath(HostPath.of("/var/run/docker.sock"), "/var/run/docker.sock"))
                                .role(r -> r.is(Trait.WEB_INTERFACE, Trait.ADMIN_INTERFACE, Trait.ENGINE_ACCESS))
                                .servedBy(proxy, zone.host("logs"), 8080, Access.everybodyBecause("it is quick")));
                t.backup("weekly", b -> b.of(files).to(box.directory("/var/backups"), keep -> keep.days(7)));
            })
            .topology();

    @Test
    void each_says_what_is_wrong_where_and_why_and_what_to_write() {
        Estate estate = Estate.of(CARELESS);
        String all = ReadyRules.standard().stream()
                .map(rule -> rule.evaluate(estate))
                .filter(result -> !result.holds())
                .map(RuleResult::toString)
                .collect(Collectors.joining("\n\n"));

        assertThat(all).isEqualTo("""
                Rule "services that are databases or are caches should not be reachable from the Internet, because strangers find every open database within hours and try passwords and known holes until one works" was violated once:
                service:box/db is reached from the Internet at 5432/tcp of server:box (ReadyMessagesTest.java:24)
                    service:box/db publishes 5432/tcp to everybody (ReadyMessagesTest.java:31)
                    server:box has no firewall, so that nobody is kept out (ReadyMessagesTest.java:24)
                To mend it: remove the line that publishes or serves it; services reach it over a common network or a link, people through an SSH tunnel

                Rule "networks that hold databases should be internal, because whoever gets into a database must not be able to carry it away" was violated once:
                network:box/web has a way out (ReadyMessagesTest.java:25)
                    service:box/db, a database, is on it (ReadyMessagesTest.java:31)
                To mend it: declare a network of its own for it, with n -> n.internal(), and let what needs the database join both

                Rule "routes that lead to admin interfaces should ask for a login, because a page without one is used by strangers from the first second" was violated once:
                route:logs.example.com asks nobody for a login, as "it is quick" (ReadyMessagesTest.java:40)
                To mend it: if the program asks for a login itself, say Access.ownLogin(); if not, let the proxy ask: Access.proxyLogin("admin", Secret.generated("logs-login"))

                Rule "routes that lead to admin interfaces should be open to known addresses only, because a guessed password or a hole in the login must not be enough" was violated once:
                route:logs.example.com is reached from the Internet at https://logs.example.com (ReadyMessagesTest.java:40)
                    service:box/traefik publishes 443/tcp to everybody (ReadyMessagesTest.java:27)
                    server:box has no firewall, so that nobody is kept out (ReadyMessagesTest.java:24)
                    service:box/traefik passes https://logs.example.com on to 8080/tcp of service:box/logs, and nobody asks for a login (ReadyMessagesTest.java:40)
                To mend it: add .onlyFrom(admins) to the access of the route, where admins is t.addresses("admins", …)

                Rule "services that give orders to the container engine should not be reachable from the Internet, because whoever does that is root on the server" was violated once:
                service:box/logs is reached from the Internet at https://logs.example.com (ReadyMessagesTest.java:40)
                    service:box/traefik publishes 443/tcp to everybody (ReadyMessagesTest.java:27)
                    server:box has no firewall, so that nobody is kept out (ReadyMessagesTest.java:24)
                    service:box/traefik passes https://logs.example.com on to 8080/tcp of service:box/logs, and nobody asks for a login (ReadyMessagesTest.java:40)
                To mend it: add .onlyFrom(admins) to the access of its route, or name admins where its port is published

                Rule "servers should have a firewall, because without it every published port is open to everybody, whoever it was meant for" was violated once:
                server:box has no firewall (ReadyMessagesTest.java:24)
                To mend it: remove the line with f.off(): a server has a firewall unless it is said that it has none

                Rule "servers should be administered from known addresses, because the whole Internet tries passwords and holes on every SSH port" was violated once:
                server:box is reached from the Internet at 22/tcp of server:box (ReadyMessagesTest.java:24)
                    server:box opens SSH on 22/tcp to everybody (ReadyMessagesTest.java:24)
                    server:box has no firewall, so that nobody is kept out (ReadyMessagesTest.java:24)
                To mend it: say from where you administer it: administeredFrom(t.addresses("admins", "198.51.100.7/32"))

                Rule "volumes should have one writer, because two that do not know of each other overwrite what the other has written" was violated once:
                volume:box/files is written to by service:box/copy and service:box/db (ReadyMessagesTest.java:26)
                To mend it: mount it read-only into all but one: storage(s -> s.readOnly(volume, "/path"))

                Rule "backups should leave the servers, because a copy on the disk that it protects dies with it" was violated once:
                backup:weekly keeps every copy on a server of the estate (ReadyMessagesTest.java:41)
                To mend it: add a destination outside: .to(S3.bucket("…"), keep -> keep.days(30))

                Rule "backups should be encrypted, because a copy holds all your data and lies on somebody else's machine" was violated once:
                backup:weekly is not encrypted (ReadyMessagesTest.java:41)
                To mend it: say encryptedWith(Secret.file("backup-key", "/etc/shop/backup.key")), and keep the key somewhere else as well

                Rule "backups should be scheduled and should be restored as a drill, because a copy that was never restored may be none" was violated 2 times:
                backup:weekly has no schedule, so that it runs only by hand (ReadyMessagesTest.java:41)
                backup:weekly is never restored as a test (ReadyMessagesTest.java:41)
                To mend it: say dailyAt("02:00"), and restoreDrill(Drill.monthly()) to restore it as a test

                Rule "services should have a memory limit, because one that leaks would take the whole server down" was violated 3 times:
                service:box/copy has no memory limit (ReadyMessagesTest.java:32)
                service:box/db has no memory limit (ReadyMessagesTest.java:28)
                service:box/logs has no memory limit (ReadyMessagesTest.java:34)
                To mend it: say limits(l -> l.memory(mib(256)))

                Rule "services that are served under a host name or publish a port should have a health check, because without one a new version that does not work takes over unnoticed" was violated 2 times:
                service:box/db has no health check (ReadyMessagesTest.java:28)
                service:box/logs has no health check (ReadyMessagesTest.java:34)
                To mend it: say healthCheck(h -> h.command(…)), with a program that the image has

                Rule "servers should install updates by themselves, because holes are used within days after they are known" was violated once:
                server:box installs no updates by itself (ReadyMessagesTest.java:24)
                To mend it: say updates(u -> u.rebootAt("04:30"))

                Rule "servers should have a pinned host key, because without it nobody can tell the server from one that pretends to be it" was violated once:
                server:box has no pinned host key (ReadyMessagesTest.java:24)
                To mend it: compare what the verb enrol shows with the provider's console, and say ssh(ssh -> ssh.hostKey("SHA256:…"))""");
    }
}
