package kz.tapbot.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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
        assertThat(String.join("\n\n", messages())).isEqualTo("""
                Rule "databases and caches should not be reachable from the Internet, because strangers find every open database within hours and try passwords and known security holes until one works" was violated once:
                service:box/db is reached from the Internet at 5432/tcp of server:box (ReadyMessagesTest.java:35)
                    service:box/db publishes 5432/tcp to everybody (ReadyMessagesTest.java:35)
                    server:box has no firewall, so that nobody is kept out (ReadyMessagesTest.java:28)
                To mend it: remove the line that publishes its port or serves it through a proxy; other services reach it over a common network or a link, people through an SSH tunnel

                Rule "networks that hold databases should be internal, because whoever breaks into a database must not be able to send its data out" was violated once:
                network:box/web is not internal, so that what is on it reaches the Internet (ReadyMessagesTest.java:29)
                    service:box/db, a database, is on it (ReadyMessagesTest.java:35)
                To mend it: give the database a network of its own, server.network("database", n -> n.internal()), and let the services that need it join that network besides their own

                Rule "routes that lead to admin interfaces should ask for a login, because without one every stranger who finds the page is an administrator" was violated once:
                route:logs.example.com leads to service:box/logs and asks nobody for a login; the declared reason is "it is quick" (ReadyMessagesTest.java:44)
                To mend it: if the program asks for a login itself, say Access.ownLogin(); if not, let the proxy ask: Access.proxyLogin("admin", Secret.generated("admin-password"))

                Rule "routes that lead to admin interfaces should be open to known addresses only, because with a login alone, one guessed password or one security hole in it lets a stranger in" was violated once:
                route:logs.example.com is reached from the Internet at https://logs.example.com (ReadyMessagesTest.java:44)
                    service:box/traefik publishes 443/tcp to everybody (ReadyMessagesTest.java:31)
                    server:box has no firewall, so that nobody is kept out (ReadyMessagesTest.java:28)
                    service:box/traefik passes https://logs.example.com on to 8080/tcp of service:box/logs, and nobody asks for a login (ReadyMessagesTest.java:44)
                To mend it: add .onlyFrom(admins) to the access of the route, as in Access.ownLogin().onlyFrom(admins), where admins is t.addresses("admins", "198.51.100.7/32") with the addresses that you come from

                Rule "services with the socket of the container engine, or with another way to give it orders, should not be reachable from the Internet, because whoever gives orders to the engine is root on its server" was violated once:
                service:box/logs is reached from the Internet at https://logs.example.com (ReadyMessagesTest.java:44)
                    service:box/traefik publishes 443/tcp to everybody (ReadyMessagesTest.java:31)
                    server:box has no firewall, so that nobody is kept out (ReadyMessagesTest.java:28)
                    service:box/traefik passes https://logs.example.com on to 8080/tcp of service:box/logs, and nobody asks for a login (ReadyMessagesTest.java:44)
                To mend it: let in known addresses only: add .onlyFrom(admins) to the access of its route, or publish its port to them with publishes(port, admins), where admins is t.addresses("admins", "198.51.100.7/32")

                Rule "servers should have a firewall, because without one every published port is open to everybody, even one that is published to known addresses only" was violated once:
                server:box has no firewall (ReadyMessagesTest.java:28)
                To mend it: remove firewall(f -> f.off()): a server has a firewall unless that line turns it off

                Rule "servers should be administered from known addresses, because passwords and security holes are tried on every SSH port of the Internet, day and night" was violated once:
                server:box opens SSH to the whole Internet at 22/tcp of server:box (ReadyMessagesTest.java:28)
                    server:box opens SSH on 22/tcp to everybody (ReadyMessagesTest.java:28)
                    server:box has no firewall, so that nobody is kept out (ReadyMessagesTest.java:28)
                To mend it: name the addresses that you administer it from: administeredFrom(t.addresses("admins", "198.51.100.7/32"))

                Rule "servers should have a pinned host key, because without one nobody can tell the server from a machine that pretends to be it" was violated once:
                server:box has no pinned host key (ReadyMessagesTest.java:28)
                To mend it: run your program with the verb enrol, compare the fingerprint that it prints with the one in the provider's console, and say ssh(ssh -> ssh.hostKey("SHA256:…"))

                Rule "volumes should have one writer, because two services that do not know of each other overwrite what the other has written" was violated once:
                volume:box/files is mounted writable into service:box/copy and service:box/db (ReadyMessagesTest.java:30)
                To mend it: mount it read-only into all services but one: storage(s -> s.readOnly(volume, "/path"))

                Rule "backups should leave the servers, because a copy on the servers is lost with them" was violated once:
                backup:weekly keeps all its copies on servers of this estate (ReadyMessagesTest.java:45)
                To mend it: add a destination elsewhere, such as .to(S3.bucket("shop-backups"), keep -> keep.days(30))

                Rule "backups should be encrypted, because a copy holds all the data, and whoever gets hold of one reads it" was violated once:
                backup:weekly is not encrypted (ReadyMessagesTest.java:45)
                To mend it: say encryptedWith(Secret.file("backup-key", "/etc/shop/backup.key")), a file on the machine that applies, and keep a second copy of the key elsewhere: without it no backup can be read

                Rule "backups should be scheduled and should be restored as a drill, because nobody remembers to start one by hand, and only a copy that was restored once is known to be good" was violated 2 times:
                backup:weekly has no schedule, so that it runs only by hand (ReadyMessagesTest.java:45)
                backup:weekly is never restored as a test (ReadyMessagesTest.java:45)
                To mend it: say dailyAt("02:00") for the schedule, and restoreDrill(Drill.monthly()) to have a copy restored every month as a test

                Rule "services should have a memory limit, because one that leaks memory would take the whole server down" was violated 3 times:
                service:box/copy has no memory limit (ReadyMessagesTest.java:36)
                service:box/db has no memory limit (ReadyMessagesTest.java:32)
                service:box/logs has no memory limit (ReadyMessagesTest.java:38)
                To mend it: say limits(l -> l.memory(mib(256))), with what the service needs at most (mib is in DataSize)

                Rule "services that are served under a host name or publish a port should have a health check, because without one a new version that does not work replaces the old one, and nobody notices" was violated 2 times:
                service:box/db has no health check (ReadyMessagesTest.java:32)
                service:box/logs has no health check (ReadyMessagesTest.java:38)
                To mend it: say healthCheck(h -> h.command("…")): a program of the image that ends with 0 while the service works, such as ("pg_isready", "-h", "127.0.0.1")

                Rule "servers should install updates by themselves, because attackers use a security hole within days after it is known" was violated once:
                server:box installs no updates by itself (ReadyMessagesTest.java:28)
                To mend it: say updates(u -> u.rebootAt("04:30")): security updates install themselves, and the server restarts at that time when one of them needs it""");
    }

    @Test
    void the_page_that_shows_ten_of_them_shows_what_they_say_now() throws IOException {
        String page = Files.readString(Path.of("../docs/rules/messages.md"));
        List<String> shown = Pattern.compile("(?ms)^After:\\n\\n```\\n(.*?)\\n```$")
                .matcher(page)
                .results()
                .map(result -> withoutLines(result.group(1)))
                .toList();

        assertThat(shown).hasSize(10);
        assertThat(messages().stream().map(ReadyMessagesTest::withoutLines)).containsAll(shown);
    }

    private static List<String> messages() {
        Estate estate = Estate.of(CARELESS);
        return ReadyRules.standard().stream()
                .map(rule -> rule.evaluate(estate))
                .filter(result -> !result.holds())
                .map(RuleResult::toString)
                .toList();
    }

    private static String withoutLines(String message) {
        return message.replaceAll("\\((ReadyMessagesTest|Shop)\\.java:[0-9]+\\)", "(line)");
    }
}
