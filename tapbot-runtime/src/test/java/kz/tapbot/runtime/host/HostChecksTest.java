package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.host.UpdatePolicy;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
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
        return HostChecks.of(declared(login), server.survey(), TODAY).stream()
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
                                "server:app: sshd of server app takes no passwords. kbdinteractiveauthentication not told, passwordauthentication not told")),
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

    @Test
    void an_orderly_server_shows_all_of_it() {
        List<HostCheck> checks = HostChecks.of(declared("root"), orderly().survey(), TODAY);
        assertThat(broken(orderly(), "root")).isEmpty();
        assertThat(checks).hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("mutants")
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
}
