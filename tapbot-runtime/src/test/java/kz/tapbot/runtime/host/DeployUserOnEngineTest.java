package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.contract.KnownContents;
import kz.tapbot.runtime.contract.Performing;
import kz.tapbot.runtime.operation.PutUser;
import kz.tapbot.runtime.operation.RemoveSudo;
import kz.tapbot.runtime.operation.RemoveUser;
import kz.tapbot.runtime.resource.UserResource;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import kz.tapbot.runtime.spi.UnreachableException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole server is kept by a user who is not root, has one exact line of sudo, and cannot lose it; another one has a few and gets no further. */
@OnEngine
class DeployUserOnEngineTest {

    private static final UserName DEPLOY = UserName.of("deploy");
    private static final String OTHER =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1r0pZ0pW2yq0zrkzV0nP1m5mGq4l3Jf5wqk5m0aBcD other@example.com";
    private static final ApplyOptions HOW = ApplyOptions.standard().confirmWithin(Duration.ofSeconds(20));

    private static LabServer lab;
    private static TapbotRuntime runtime;

    /** Root is let in once, and declares who comes after it. */
    @BeforeAll
    static void bootstrap() {
        lab = LabServer.start();
        lab.image(WholeServer.IMAGE);
        runtime = WholeServer.runtime(lab);
        lab.sh("printf '[Service]\\nExecStart=/bin/true\\n' >/etc/systemd/system/a-template-of-others@.service");
        done(topology("root", one -> one));
        lab.sh("rm /root/.ssh/authorized_keys");
    }

    @AfterAll
    static void end() {
        lab.close();
    }

    @Test
    void the_one_line_of_sudo_is_exact_and_takes_no_argument() {
        assertThat(lab.sh("sudo -l -U deploy | sed -n '/may run/,$p'")).isEqualTo("""
                User deploy may run the following commands on lab-server:
                    (root) NOPASSWD: /usr/local/lib/tapbot/enter ""
                """);
        assertThat(lab.sh("id -nG deploy")).isEqualTo("deploy\n");
        for (String try1 : List.of(
                "sudo -n true",
                "sudo -n /bin/sh",
                "sudo -n /usr/local/lib/tapbot/enter -c id",
                "sudo -n /usr/local/lib/tapbot/../tapbot/enter",
                "sudo -n docker ps",
                "docker ps",
                "sudo -n -u nobody /usr/local/lib/tapbot/enter",
                "touch /usr/local/lib/tapbot/enter")) {
            assertThat(lab.holds("runuser -u deploy -- " + try1)).as(try1).isFalse();
        }
        // Openly: what goes in is run as root.
        assertThat(lab.sh("printf '6\\nid -un' | runuser -u deploy -- sudo -n /usr/local/lib/tapbot/enter"))
                .isEqualTo("root\n");
    }

    @Test
    void a_delegate_does_what_it_may_and_nothing_else() {
        String before =
                lab.sh("cat /etc/passwd /etc/shadow /etc/sudoers.d/* | sha256sum; systemctl show -p MainPID ssh");
        assertThat(SudoAttacks.count()).isGreaterThanOrEqualTo(90);
        assertThat(SudoAttacks.letThrough(lab, "monitor")).isEqualTo(SudoAttacks.count() + " tried\n");
        assertThat(lab.sh("cat /etc/passwd /etc/shadow /etc/sudoers.d/* | sha256sum; systemctl show -p MainPID ssh"))
                .isEqualTo(before);
        assertThat(lab.sh("id -nG monitor")).isEqualTo("monitor adm systemd-journal\n");
        assertThat(lab.sh("sudo -l -U monitor | sed -n '/may run/,$p' | sort")).isEqualTo("""
                    (root) NOEXEC: NOPASSWD: /usr/bin/systemctl --no-pager --no-ask-password restart cron.service
                    (root) NOPASSWD: /usr/local/sbin/tapbot-view logs well
                    (root) NOPASSWD: /usr/local/sbin/tapbot-view ps
                    (root) NOPASSWD: /usr/local/sbin/tapbot-view stats
                User monitor may run the following commands on lab-server:
                """);
        String cron = lab.sh("systemctl show -p MainPID cron");
        monitor("sudo -n /usr/bin/systemctl --no-pager --no-ask-password restart cron.service");
        assertThat(lab.sh("systemctl show -p MainPID cron")).isNotEqualTo(cron);
        assertThat(monitor("sudo -n /usr/local/sbin/tapbot-view ps")).contains("well", WholeServer.IMAGE);
        assertThat(monitor("sudo -n /usr/local/sbin/tapbot-view stats")).contains("CPU %", "well");
        assertThat(monitor("sudo -n /usr/local/sbin/tapbot-view logs well; echo $?"))
                .endsWith("0\n");
        assertThat(monitor("systemctl --no-pager status cron")).contains("Active: active");
        assertThat(monitor("journalctl -n 1 -o cat _UID=0")).isNotEmpty();
        assertThat(monitor("tail -n 1 /var/log/auth.log")).isNotEmpty();
    }

    /** sudo compares arguments as one text, and hands the environment on only in part: what gets so far finds a program that knows its words. */
    @Test
    void what_looks_like_what_a_delegate_may_is_refused_by_the_program_itself() {
        assertThat(monitor("sudo -n /usr/local/sbin/tapbot-view 'logs well'; echo $?"))
                .isEqualTo("usage: tapbot-view ps | stats | logs CONTAINER\n64\n");
        assertThat(monitor("sudo -n /usr/bin/systemctl '--no-pager --no-ask-password restart cron.service'; echo $?"))
                .endsWith("1\n");
        assertThat(monitor("echo 'touch /tmp/evil' >/tmp/env; cd /tmp; printf '#!/bin/sh\\ntouch /tmp/evil' >docker;"
                        + " chmod +x docker; export ENV=/tmp/env BASH_ENV=/tmp/env PATH=/tmp:$PATH"
                        + " DOCKER_HOST=tcp://127.0.0.1:1 DOCKER_CONFIG=/tmp; sudo -n /usr/local/sbin/tapbot-view ps"))
                .contains("well");
        assertThat(lab.holds("test -e /tmp/evil")).isFalse();
    }

    private static String monitor(String script) {
        return lab.sh("runuser -u monitor -- /bin/sh -c '" + script.replace("'", "'\\''") + "'");
    }

    @Test
    void everything_is_kept_by_it_and_its_containers_too() {
        Topology declared = topology("deploy", one -> one);
        assertThat(runtime.plan(declared).isEmpty())
                .as("%s", runtime.plan(declared))
                .isTrue();
        lab.sh("docker rm -f well; sysctl -qw net.ipv4.tcp_syncookies=1; rm /etc/rsyslog.d/90-shop.conf");
        done(declared);
        assertThat(lab.sh("docker ps --format '{{.Names}}'")).contains("well");
        assertThat(lab.sh("journalctl --no-pager -t sudo -o cat"))
                .contains("deploy : PWD=/home/deploy ; USER=root ; COMMAND=/usr/local/lib/tapbot/enter");
    }

    @Test
    void an_engine_that_was_stopped_is_started_before_images_are_brought_to_it() {
        lab.sh("systemctl stop docker.socket docker.service");
        done(topology("deploy", one -> one));
        assertThat(lab.sh("docker ps --format '{{.Names}}'")).contains("well");
    }

    @Test
    void that_sudo_does_not_know_the_servers_own_name_is_no_refusal() {
        Topology declared = topology("deploy", one -> one);
        lab.sh(
                "hostname nobody-knows; rm -f /etc/rsyslog.d/90-shop.conf; mkdir -p /etc/rsyslog.d/90-shop.conf/in-the-way");
        try {
            assertThat(lab.sh("runuser -u deploy -- sudo -n -l 2>&1 || true")).contains("unable to resolve host");
            ApplyReport report = runtime.apply(declared, HOW);
            assertThat(report.outcome()).isEqualTo(Outcome.FAILED_ROLLED_BACK);
            assertThat(report.toString()).contains("90-shop.conf").doesNotContain("sudo");
        } finally {
            lab.sh("hostname lab-server; rm -r /etc/rsyslog.d/90-shop.conf");
        }
        done(declared);
    }

    @Test
    void an_apply_that_takes_its_line_of_sudo_away_fails_and_is_taken_back() {
        takenBack(
                topology("deploy", one -> one.mayDeploy(false)),
                "After this change a fresh login fails: Server box lets us in and lets us do nothing there: deploy may not become root there, neither by the line of"
                        + " sudo for /usr/local/lib/tapbot/enter");
    }

    @Test
    void an_apply_that_takes_its_key_away_fails_and_is_taken_back() {
        takenBack(
                topology("deploy", one -> one.keys(List.of(SshPublicKey.of(OTHER)))),
                "After this change a fresh login fails");
    }

    @Test
    void its_line_of_sudo_comes_back_when_whoever_took_it_away_is_gone() {
        Address sudo = Address.on(server().name(), "sudo", "deploy");
        isBack(sudo, session -> Performing.perform(session, new RemoveSudo(sudo, DEPLOY)), false);
        isBack(sudo, session -> Performing.perform(session, new RemoveSudo(sudo, DEPLOY)), true);
    }

    @Test
    void its_key_comes_back_when_whoever_took_it_away_is_gone() {
        UserResource other = new UserResource(
                server().name(),
                DEPLOY,
                new java.util.TreeSet<>(List.of(SshPublicKey.of(OTHER))),
                new java.util.TreeSet<>(),
                java.util.Optional.of(java.time.LocalDate.of(2020, 1, 1)),
                new java.util.TreeSet<>(),
                true);
        // Whatever it puts where its keys are written makes nobody wait, least of all the next boot.
        String trap = "runuser -u deploy -- /bin/sh -c 'cd ~deploy/.ssh && rm -f .tapbot.keys && mkfifo .tapbot.keys'";
        Consumer<Session> change = session -> {
            lab.sh(trap);
            Performing.perform(session, new PutUser(other.address(), other));
            lab.sh(trap);
        };
        isBack(other.address(), change, false);
        isBack(other.address(), change, true);
        assertThat(lab.sh("chage -l deploy | grep '^Account'")).contains("never");
    }

    @Test
    void who_is_logged_in_is_not_removed() {
        try (Session session = open()) {
            Address user = Address.on(server().name(), "user", "deploy");
            assertThatThrownBy(() -> Performing.perform(session, new RemoveUser(user, DEPLOY)))
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessage(
                            "Removing the user deploy failed: deploy is who Tapbot is logged in as: log in as somebody else to remove it.");
        }
    }

    @Test
    void a_user_who_may_not_become_root_is_told_what_to_do() {
        lab.sh("useradd -m guest && install -d -o guest -m 700 /home/guest/.ssh"
                + " && install -o guest -m 600 /home/deploy/.ssh/authorized_keys /home/guest/.ssh/");
        Server guest = Server.builder()
                .from(server())
                .ssh(SshAccess.builder().from(server().ssh()).user("guest").build())
                .build();
        assertThatThrownBy(() -> WholeServer.driver(lab).open(guest, context()))
                .isInstanceOf(UnreachableException.class)
                .hasMessageStartingWith(
                        "Server box lets us in and lets us do nothing there: guest may not become root there,"
                                + " neither by the line of sudo for /usr/local/lib/tapbot/enter (Doing nothing failed:"
                                + " sudo: a password is required.) nor by any other (Doing nothing failed: sudo: a password is required.)."
                                + " Log in as root once, with guest declared as a delegate who may deploy:");
        lab.sh("echo 'guest ALL=(ALL) NOPASSWD: ALL' >/etc/sudoers.d/guest");
        try (Session session = WholeServer.driver(lab).open(guest, context())) {
            assertThat(session.observe(List.of()).notes()).doesNotContain("the container engine does not answer");
        }
        lab.sh("rm /etc/sudoers.d/guest && userdel -rf guest 2>/dev/null");
    }

    private static Topology topology(String login, UnaryOperator<Delegate.Builder> deploy) {
        Delegate delegate = deploy.apply(Delegate.builder().from(DeployUser.delegate(lab, DEPLOY)))
                .build();
        Server whole = WholeServer.server(lab).build();
        return WholeServer.topology(
                Server.builder()
                        .from(whole)
                        .addDelegates(delegate)
                        .ssh(SshAccess.builder().from(whole.ssh()).user(login).build())
                        .build(),
                WholeServer.HERE);
    }

    private static Server server() {
        return DeployUser.declared(lab, DEPLOY).build();
    }

    private static SessionContext context() {
        return new SessionContext(TopologyName.of("lab-whole"), new KnownContents(), "tester@lab");
    }

    private static Session open() {
        return WholeServer.driver(lab).open(server(), context());
    }

    private static void done(Topology declared) {
        ApplyReport report = runtime.apply(declared, HOW);
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
        assertThat(runtime.plan(declared).isEmpty())
                .as("%s", runtime.plan(declared))
                .isTrue();
    }

    private static void takenBack(Topology declared, String why) {
        ApplyReport report = runtime.apply(declared, HOW);
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        assertThat(report.toString()).contains(why);
        Topology before = topology("deploy", one -> one);
        assertThat(runtime.plan(before).isEmpty())
                .as("%s", runtime.plan(before))
                .isTrue();
    }

    /** The timer's work is done at once, or by the next boot: that timers end is waited for elsewhere. */
    private static void isBack(Address address, Consumer<Session> change, boolean restart) {
        Session session = open();
        session.state().arm(List.of(address), Duration.ofMinutes(10));
        change.accept(session);
        session.close();
        assertThatThrownBy(() -> open().close()).isInstanceOf(UnreachableException.class);
        if (restart) {
            lab.restart();
        } else {
            lab.sh(
                    "for timer in $(systemctl list-units --plain --no-legend 'tapbot-undo-*.timer' | cut -d' ' -f1); do"
                            + " systemctl start ${timer%timer}service; done;"
                            // A service of this kind counts as started before it is done.
                            + " for try in $(seq 200); do [ -n \"$(ls /var/lib/tapbot/undo)\" ] || exit 0; sleep 0.1; done; exit 1");
        }
        open().close();
    }
}
