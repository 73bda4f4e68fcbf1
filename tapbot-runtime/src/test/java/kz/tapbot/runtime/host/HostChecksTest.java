package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UpdatePolicy;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.host.internal.survey.HostChecks;
import kz.tapbot.runtime.spi.HostCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a finished server has to show: an orderly one does, and each thing that somebody breaks by hand is caught by its own check. */
class HostChecksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final String USERS =
            "root:x:0:0:root:/root:/bin/bash\nmonitor:x:1000:1000::/home/monitor:/bin/bash\n";
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1r0pZ0pW2yq0zrkzV0nP1m5mGq4l3Jf5wqk5m0aBcD";
    private static final String SUDO = """
            {"User_Specs": [{"User_List": [{"username": "monitor"}], "Cmnd_Specs": [{"Options": [{"authenticate": false}],\
             "Commands": [{"command": "%s"}]}]}]}""";

    private static HandMade orderly() {
        return new HandMade()
                .with("users", USERS)
                .with("passwords", "root locked\nmonitor locked")
                .with("keys monitor", KEY)
                .ufw(List.of("allow tcp 22 0.0.0.0/0 any 0.0.0.0/0 in"), List.of());
    }

    private static Server declared(String login) {
        return Server.builder()
                .name(HandMade.APP)
                .host(HostAddress.of("203.0.113.10"))
                .ssh(SshAccess.builder().user(login).build())
                .addDelegates(Delegate.builder()
                        .name(UserName.of("monitor"))
                        .mayInspect(true)
                        .build())
                .addJails(new Jail("sshd", 3, Duration.ofMinutes(10), Duration.ofHours(1)))
                .updates(UpdatePolicy.builder().build())
                .build();
    }

    private static List<String> broken(HandMade server, String login) {
        return broken(server, declared(login));
    }

    private static List<String> broken(HandMade server, Server declared) {
        return HostChecks.of(declared, server.survey(), server.examination(), TODAY).stream()
                .filter(check -> check.wrong().isPresent())
                .map(check -> check.about() + ": " + check.sentence() + " "
                        + check.wrong().orElseThrow())
                .toList();
    }

    static Stream<Arguments> mutants() {
        String stranger = USERS + "stranger:x:1001:1001::/home/stranger:/bin/bash\n";
        return Stream.of(
                Arguments.of(
                        orderly().with("users", stranger).with("keys stranger", KEY),
                        List.of("server:app: Nobody has an account on server app who is not declared. stranger")),
                Arguments.of(
                        orderly().with("passwords", "root locked\nmonitor none"),
                        List.of(
                                "delegate:app/monitor: No account of server app has an empty password. delegate:app/monitor: The account has an empty password.")),
                Arguments.of(
                        orderly().with("users", USERS + "toor:x:0:0::/root:/bin/sh\n"),
                        List.of(
                                "user:app/toor: Nobody but root is root on server app, or becomes it by sudo. user:app/toor: The account has the number 0: it is root by another name.")),
                Arguments.of(
                        orderly().with("groups", "docker:x:110:monitor"),
                        List.of(
                                "delegate:app/monitor: Nobody but root is root on server app, or becomes it by sudo. delegate:app/monitor: The user is in the group docker.")),
                Arguments.of(
                        orderly().with("sudo-all", SUDO.formatted("ALL")),
                        List.of(
                                "delegate:app/monitor: Nobody but root is root on server app, or becomes it by sudo. delegate:app/monitor: The user may run everything as root by sudo, without a password (NOPASSWD: ALL).")),
                Arguments.of(
                        orderly().with("sudo-all", SUDO.formatted("/usr/bin/tail /var/log/*")),
                        List.of(
                                "delegate:app/monitor: No line of sudo on server app gives more than it names. delegate:app/monitor: The user may run this as root: /usr/bin/tail /var/log/*")),
                Arguments.of(
                        orderly().with("modes", "644 root /etc/passwd\n644 root /etc/shadow"),
                        List.of(
                                "server:app: Only root and their owner write to the files of server app that decide who gets in. /etc/shadow (644, of root)")),
                Arguments.of(
                        orderly().with("modes", "640 root /etc/shadow\n600 www-data /etc/sudoers.d/90-own"),
                        List.of(
                                "server:app: Only root and their owner write to the files of server app that decide who gets in. /etc/sudoers.d/90-own (600, of www-data)")),
                Arguments.of(
                        orderly()
                                .with(
                                        "modes",
                                        "622 monitor /home/monitor/.ssh/authorized_keys\n666 root /var/run/docker.sock"),
                        List.of(
                                "server:app: Only root and their owner write to the files of server app that decide who gets in. /home/monitor/.ssh/authorized_keys (622, of monitor), /var/run/docker.sock (666, of root)")),
                Arguments.of(
                        orderly()
                                .with(
                                        "sshd",
                                        "permitrootlogin no\npasswordauthentication yes\nkbdinteractiveauthentication no"),
                        List.of("server:app: sshd of server app takes no passwords. passwordauthentication yes")),
                Arguments.of(
                        orderly().with("sshd", ""),
                        List.of(
                                "server:app: sshd of server app takes no passwords. kbdinteractiveauthentication not told, passwordauthentication not told",
                                "server:app: sshd of server app offers no broken cryptography. it does not tell what it offers")),
                Arguments.of(
                        orderly()
                                .with("passwords", "root set\nmonitor locked")
                                .with(
                                        "sshd",
                                        "permitrootlogin yes\npasswordauthentication no\nkbdinteractiveauthentication yes"),
                        List.of(
                                "user:app/root: root does not log in to server app with a password. user:app/root: root may log in by SSH with a password, and has one.",
                                "server:app: sshd of server app takes no passwords. kbdinteractiveauthentication yes")),
                Arguments.of(
                        orderly()
                                .with(
                                        "listeners",
                                        "tcp LISTEN 0 4096 0.0.0.0:2375 0.0.0.0:* users:((\"dockerd\",pid=9,fd=3))"),
                        List.of(
                                "server:app: The engine of server app takes no orders over the network. 2375/tcp at 0.0.0.0")),
                Arguments.of(
                        orderly().with("rules6", "-P INPUT ACCEPT").ipv6(),
                        List.of(
                                "server:app: The firewall of server app holds for both families. server:app: UFW holds for IPv4 alone, and the server has an address of IPv6.")),
                Arguments.of(
                        orderly().with("rules4", "-P INPUT ACCEPT"),
                        List.of(
                                "server:app: The firewall of server app holds for both families. server:app: UFW is set to be on, and its rules are not in the kernel.")),
                Arguments.of(
                        orderly().with("jails", ""),
                        List.of(
                                "server:app: Whoever fails to log in to server app is shut out. server:app: Nobody is shut out who fails to log in by SSH: fail2ban has no jail sshd that runs.")),
                Arguments.of(
                        orderly().with("packages", ""),
                        List.of(
                                "server:app: Security updates of server app install themselves. server:app: Security updates do not install themselves: unattended-upgrades is not there, or turned off.")));
    }

    /** Of sshd, and of what listens, runs and lies about. */
    static Stream<Arguments> mutantsOfTheSystem() {
        String visitors = "server:app: Nobody takes visitors on server app who is not declared. ";
        String schedules = "server:app: Nothing runs at its time on server app that nobody declares. ";
        String secrets = "server:app: No dump, private key or file of passwords is read by everybody on server app. ";
        String cryptography = "server:app: sshd of server app offers no broken cryptography. ";
        String journal = "server:app: The journal of server app outlives a restart. ";
        String dumps = "server:app: Programs that crash on server app leave nothing of root's to others. ";
        return Stream.of(
                Arguments.of(
                        orderly().with("sshd-match", "passwordauthentication yes for Match User kim"),
                        List.of(
                                "server:app: sshd of server app takes no passwords. passwordauthentication yes for Match User kim")),
                Arguments.of(orderly().offers("ciphers", "aes256-cbc"), List.of(cryptography + "aes256-cbc (ciphers)")),
                Arguments.of(
                        orderly().offers("macs", "hmac-md5").offers("kexalgorithms", "diffie-hellman-group14-sha1"),
                        List.of(cryptography + "hmac-md5 (macs), diffie-hellman-group14-sha1 (kexalgorithms)")),
                // At the end of the longest of the lists.
                Arguments.of(
                        orderly()
                                .offers(
                                        "hostkeyalgorithms",
                                        "webauthn-sk-ecdsa-sha2-nistp256@openssh.com,ssh-rsa-cert-v01@openssh.com,ssh-rsa")
                                .offers("pubkeyacceptedalgorithms", "ssh-dss-cert-v01@openssh.com,ssh-dss"),
                        List.of(
                                cryptography
                                        + "ssh-rsa-cert-v01@openssh.com (hostkeyalgorithms), ssh-rsa (hostkeyalgorithms),"
                                        + " ssh-dss-cert-v01@openssh.com (pubkeyacceptedalgorithms), ssh-dss (pubkeyacceptedalgorithms)")),
                Arguments.of(
                        orderly()
                                .listens(
                                        "udp UNCONN 0 0 0.0.0.0:111 0.0.0.0:* users:((\"rpcbind\",pid=7,fd=5))",
                                        "tcp LISTEN 0 4096 0.0.0.0:111 0.0.0.0:* users:((\"rpcbind\",pid=7,fd=4))",
                                        "tcp LISTEN 0 4096 [::]:111 [::]:* users:((\"rpcbind\",pid=7,fd=6))"),
                        List.of(visitors + "111/tcp (rpcbind), 111/udp (rpcbind)")),
                Arguments.of(
                        orderly()
                                .listens(
                                        "tcp LISTEN 0 4096 0.0.0.0:8099 0.0.0.0:* users:((\"docker-proxy\",pid=8,fd=4))"),
                        List.of(visitors + "8099/tcp (docker-proxy)")),
                Arguments.of(
                        orderly()
                                .listens(
                                        "tcp LISTEN 0 4096 0.0.0.0:4444 0.0.0.0:* users:((\"a\"b\",pid=8,fd=4))",
                                        "udp UNCONN 0 0 0.0.0.0:40000 0.0.0.0:* users:((\"docker-proxy\",pid=9,fd=4))"),
                        List.of(visitors + "40000/udp (docker-proxy), 4444/tcp (a)")),
                Arguments.of(
                        orderly().listens("udp UNCONN 0 0 0.0.0.0:51999 0.0.0.0:*"),
                        List.of(visitors + "51999/udp (somebody)")),
                Arguments.of(
                        orderly().with("schedules", "/etc/cron.d/own\n/var/spool/cron/crontabs/kim"),
                        List.of(schedules + "/etc/cron.d/own, /var/spool/cron/crontabs/kim")),
                Arguments.of(
                        orderly()
                                .with(
                                        "schedules",
                                        "/etc/systemd/system/tapbot-undo-1.timer\n/run/systemd/transient/run-u7.timer"),
                        List.of(schedules
                                + "/etc/systemd/system/tapbot-undo-1.timer, /run/systemd/transient/run-u7.timer")),
                Arguments.of(
                        orderly().with("readable", "644 root /opt/shop/.env\n664 kim /home/kim/a\u202e.sql"),
                        List.of(secrets + "/home/kim/a\\u202e.sql (664, of kim), /opt/shop/.env (644, of root)")),
                Arguments.of(
                        orderly().with("readable", "644 root /opt/shop/.env\nmore"),
                        List.of(secrets + "/opt/shop/.env (644, of root)")),
                Arguments.of(orderly().with("journal-place", "memory"), List.of(journal + "it is in memory alone")),
                Arguments.of(orderly().with("journal-place", ""), List.of(journal + "there is none")),
                Arguments.of(orderly().with("dumps", "1\ncore"), List.of(dumps + "fs.suid_dumpable 1")),
                Arguments.of(
                        orderly().with("dumps", "2\ncore"),
                        List.of(dumps + "fs.suid_dumpable 2 with kernel.core_pattern core")));
    }

    @Test
    void an_orderly_server_shows_all_of_it() {
        HandMade server = orderly();
        List<HostCheck> checks = HostChecks.of(declared("root"), server.survey(), server.examination(), TODAY);
        assertThat(checks)
                .hasSize(17)
                .allMatch(check -> check.wrong().isEmpty() && check.unknown().isEmpty());
    }

    @ParameterizedTest
    @MethodSource({"mutants", "mutantsOfTheSystem"})
    void what_is_broken_by_hand_is_caught_by_its_check(HandMade server, List<String> caught) {
        assertThat(broken(server, "root")).isEqualTo(caught);
    }

    @Test
    void who_is_shut_out_and_who_tapbot_logs_in_as_are_no_strangers() {
        String stranger = USERS + "stranger:x:1001:1001::/home/stranger:/bin/bash\n";
        HandMade server =
                orderly().with("users", stranger).with("keys stranger", KEY).with("groups", "docker:x:110:stranger");
        assertThat(broken(server, "root")).hasSize(2);
        assertThat(broken(server, "stranger")).isEmpty();
        assertThat(broken(server.with("locked", "stranger"), "root")).isEmpty();
    }

    @Test
    void a_user_called_like_its_server_excuses_nothing_of_the_server() {
        assertThat(broken(orderly().with("rules4", "-P INPUT ACCEPT"), "app")).hasSize(1);
        assertThat(broken(orderly().with("jails", "").with("locked", "app"), "root"))
                .hasSize(1);
    }

    @Test
    void what_every_server_has_and_what_is_declared_break_nothing() {
        HandMade server = orderly()
                .listens(
                        "udp UNCONN 0 0 203.0.113.10%eth0:68 0.0.0.0:* users:((\"systemd-network\",pid=5,fd=9))",
                        "udp UNCONN 0 0 [fe80::1]%eth0:546 [::]:* users:((\"systemd-network\",pid=5,fd=8))",
                        "udp UNCONN 0 0 127.0.0.53%lo:53 0.0.0.0:* users:((\"systemd-resolve\",pid=6,fd=8))",
                        "tcp LISTEN 0 100 [::ffff:127.0.0.1]:8005 *:* users:((\"java\",pid=6,fd=8))",
                        "udp UNCONN 0 0 127.0.0.1:323 0.0.0.0:* users:((\"chronyd\",pid=6,fd=8))",
                        "udp UNCONN 0 0 0.0.0.0:41234 0.0.0.0:* users:((\"rsyslogd\",pid=6,fd=8))",
                        "udp UNCONN 0 0 0.0.0.0:51820 0.0.0.0:*",
                        "tcp LISTEN 0 4096 *:9100 *:* users:((\"node_exporter\",pid=6,fd=8))",
                        "udp UNCONN 0 0 0.0.0.0:514 0.0.0.0:* users:((\"rsyslogd\",pid=6,fd=9))",
                        "tcp LISTEN 0 4096 0.0.0.0:8081 0.0.0.0:* users:((\"docker-proxy\",pid=8,fd=4))")
                .with("link private", "active active\nkey k\nport 51820\n")
                .with(
                        "schedules",
                        "/etc/cron.d/logs\n/etc/systemd/system/shop.timer\n/run/systemd/transient/tapbot-undo-7.timer")
                .with("dumps", "2\n|/usr/lib/systemd/systemd-coredump %P");
        Server declared = Server.builder()
                .from(declared("root"))
                .addOpen(new FirewallRule(Port.tcp(9100), List.of(), "metrics"))
                .addServices(publishing("open", 8081, Optional.empty()))
                .addHostServices(HostService.builder()
                        .name(ServiceName.of("log"))
                        .kind(ServiceKind.of("log"))
                        .packageName(PackageName.of("rsyslog"))
                        .unit(UnitName.of("shop.timer"))
                        .port(Port.udp(514))
                        .addFiles(new HostFile(HostPath.of("/etc/cron.d/logs"), Content.text("#\n"), FileMode.ALL_READ))
                        .build())
                .build();
        assertThat(broken(server, declared)).isEmpty();
        assertThat(broken(server, "root"))
                .containsExactly(
                        "server:app: Nobody takes visitors on server app who is not declared. 514/udp (rsyslogd), 8081/tcp (docker-proxy), 9100/tcp (node_exporter)",
                        "server:app: Nothing runs at its time on server app that nobody declares. /etc/cron.d/logs, /etc/systemd/system/shop.timer");
    }

    @Test
    void what_is_declared_for_the_server_itself_or_only_planned_excuses_nobody_else() {
        HandMade server = orderly()
                .listens(
                        "tcp LISTEN 0 4096 0.0.0.0:8081 0.0.0.0:* users:((\"nc\",pid=8,fd=4))",
                        "tcp LISTEN 0 4096 0.0.0.0:8082 0.0.0.0:* users:((\"nc\",pid=9,fd=4))");
        Server declared = Server.builder()
                .from(declared("root"))
                .addServices(
                        publishing("inner", 8081, Optional.of(IpAddress.of("127.0.0.1"))),
                        Service.builder()
                                .from(publishing("later", 8082, Optional.empty()))
                                .planned(true)
                                .build())
                .build();
        assertThat(broken(server, declared))
                .containsExactly(
                        "server:app: Nobody takes visitors on server app who is not declared. 8081/tcp (nc), 8082/tcp (nc)");
    }

    @Test
    void what_could_not_be_looked_at_is_unknown_and_not_broken() {
        HandMade server = orderly().with("readable", "more").with("dumps", "");
        assertThat(broken(server, "root")).isEmpty();
        assertThat(HostChecks.of(declared("root"), server.survey(), server.examination(), TODAY))
                .filteredOn(check -> check.unknown().isPresent())
                .extracting(check -> check.sentence() + " " + check.unknown().orElseThrow())
                .containsExactly(
                        "No dump, private key or file of passwords is read by everybody on server app. there are more than 2,000 to look into, or more than can be gone through in ten seconds",
                        "Programs that crash on server app leave nothing of root's to others. the server does not tell");
    }

    private static Service publishing(String name, int port, Optional<IpAddress> bind) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("plain"))
                .image(Image.of("shop/" + name + ":1.0"))
                .addPublications(new Publication(Port.tcp(port), 8080, bind, List.of()))
                .build();
    }
}
