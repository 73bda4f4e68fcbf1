package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.server.OperatingSystem;
import kz.tapbot.runtime.DestroyOptions;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.prove.ProofReport;
import kz.tapbot.runtime.prove.Verdict;
import kz.tapbot.runtime.spi.StateMissingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bare server becomes what is declared, stays it, and is as it was after it is taken down. */
@OnEngine
class WholeServerOnEngineTest {

    private LabServer lab;
    private TapbotRuntime runtime;

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void a_bare_server_becomes_what_is_declared_and_drift_is_mended() {
        begin(LabServer.start());
        lives();
    }

    /**
     * Engine, firewall, jails and sudo are each system's own, sshd is started by a socket on Ubuntu 24.04, and nothing but sshd is there before. Where it is asked for, since
     * the archive of Ubuntu may not be reached everywhere.
     */
    @ParameterizedTest
    @CsvSource({"ubuntu, 24.04", "ubuntu, 22.04", "debian, 13"})
    @EnabledIfSystemProperty(named = "tapbot.lab.long", matches = "true")
    void servers_of_other_systems_do_the_same(String distribution, String version) {
        fromNothing(new OperatingSystem(distribution, version));
    }

    private void fromNothing(OperatingSystem system) {
        begin(LabServer.of(system));
        applied(WholeServer.topology(
                WholeServer.server(lab).system(system).services(List.of()).build(), WholeServer.HERE));
        // Debian 13 has the command that tests ask with in a package of its own.
        lab.sh("command -v docker >/dev/null || apt-get -qq install -y docker-cli >/dev/null 2>&1");
        lives();
    }

    private void begin(LabServer server) {
        lab = server;
        runtime = WholeServer.runtime(lab);
    }

    private void lives() {
        lab.image(WholeServer.IMAGE);
        Topology declared = WholeServer.of(lab, WholeServer.HERE);
        applied(declared);
        assertThat(lab.sh("timedatectl show -p Timezone --value || cat /etc/timezone"))
                .contains("Europe/Moscow");
        assertThat(lab.sh("sshd -T")).contains("\npasswordauthentication no\n", "\npermitrootlogin without-password\n");
        assertThat(lab.sh("sudo -l -U monitor"))
                .contains(
                        "(root) NOEXEC: NOPASSWD: /usr/bin/systemctl --no-pager --no-ask-password restart cron.service");
        assertThat(lab.sh("fail2ban-client get sshd ignoreip")).contains("10.214.7.1");
        assertThat(lab.sh("docker info --format '{{.LiveRestoreEnabled}} {{.LoggingDriver}}'"))
                .isEqualTo("true json-file\n");
        lab.sh("docker run -d --name theirs -p 8099:8080 --entrypoint perl " + WholeServer.IMAGE
                + " -e 'use IO::Socket::INET; my $s = IO::Socket::INET->new(LocalPort => 8080, Listen => 9) or die;"
                + " while (my $c = $s->accept) { print $c \"theirs\\n\"; close $c }'");
        onlyWhatIsDeclaredIsReached();
        proved(declared);
        lab.sh("systemctl restart docker");
        onlyWhatIsDeclaredIsReached();
        lab.sh("ufw allow 22/tcp && ufw --force enable && ufw reload && ufw --force disable");
        onlyWhatIsDeclaredIsReached();
        lab.restart();
        lab.sh("docker start theirs");
        onlyWhatIsDeclaredIsReached();
        assertThat(runtime.plan(declared).changes()).isEmpty();
        interfere();
        Plan mending = runtime.plan(declared);
        assertThat(mending.changes())
                .extracting(change -> change.address().toString())
                .contains(
                        "firewall:box",
                        "sshd:box",
                        "sysctl:box/net.ipv4.tcp_syncookies",
                        "time-zone:box",
                        "user:box/monitor",
                        "sudo:box/monitor",
                        "jail:box/sshd",
                        "package:box/tree",
                        "file:box/etc/rsyslog.d/90-shop.conf",
                        "unit:box/rsyslog.service",
                        "engine:box");
        applied(declared);
        onlyWhatIsDeclaredIsReached();
        lab.sh("docker rm -f tapbot-state");
        assertThatThrownBy(() -> runtime.plan(declared)).isInstanceOf(StateMissingException.class);
        applied(declared);
        assertThat(lab.sh("docker ps --format '{{.Names}}'")).contains("theirs");
        destroyed(declared);
    }

    private void applied(Topology declared) {
        ApplyReport report = runtime.apply(declared, ApplyOptions.standard());
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
        Plan again = runtime.plan(declared);
        assertThat(again.isEmpty()).as("%s", again).isTrue();
    }

    /** From a machine that administers: it is let in, which is tried, and nobody else can be tried from it. What somebody else publishes is found where it listens. */
    private void proved(Topology declared) {
        ProofReport proof = runtime.prove(declared);
        assertThat(proof.claims())
                .as("%s", proof)
                .filteredOn(claim -> claim.verdict() == Verdict.BROKEN)
                .extracting(claim -> claim.sentence() + " " + claim.seen())
                .containsExactly("Nobody takes visitors on server box who is not declared. 8099/tcp (docker-proxy)");
        assertThat(proof.claims())
                .as("%s", proof)
                .anySatisfy(claim -> {
                    assertThat(claim.sentence()).startsWith("SSH of server box is reached from ");
                    assertThat(claim.verdict()).isEqualTo(Verdict.HOLDS);
                })
                .anySatisfy(claim -> {
                    assertThat(claim.sentence()).startsWith("SSH of server box is not reached from elsewhere than ");
                    assertThat(claim.seen())
                            .isEqualTo(
                                    "this machine, 10.214.7.1, is let in, so that nobody else can be tried from here");
                });
    }

    private void onlyWhatIsDeclaredIsReached() {
        lab.sh("for try in $(seq 100); do docker exec well true 2>/dev/null && exit 0; sleep 0.1; done; exit 1");
        assertThat(lab.answers(22)).as("22").isTrue();
        assertThat(lab.answers(8081)).as("8081, declared").isTrue();
        assertThat(lab.answers(8099)).as("8099, published by somebody else").isFalse();
    }

    private void interfere() {
        lab.sh("""
                set -e
                iptables -I DOCKER-USER 1 -j RETURN
                ln -sfn /nowhere /etc/tapbot/firewall.v6
                sed -i 's/^passwordauthentication no/passwordauthentication yes/' /etc/ssh/sshd_config.d/00-tapbot.conf
                sysctl -qw net.ipv4.tcp_syncookies=1
                ln -sfn /usr/share/zoneinfo/UTC /etc/localtime
                usermod -aG docker monitor
                echo 'monitor ALL=(root) NOPASSWD: /usr/bin/less /var/log/syslog' >>/etc/sudoers.d/tapbot-monitor
                fail2ban-client set sshd maxretry 50
                apt-get -qq remove -y tree >/dev/null
                echo '# by hand' >>/etc/rsyslog.d/90-shop.conf
                systemctl stop rsyslog.service syslog.socket
                rm /etc/docker/daemon.json
                """);
    }

    private void destroyed(Topology declared) {
        DestroyOptions all = DestroyOptions.keepData();
        ApplyReport report =
                runtime.destroy(declared, runtime.planDestroy(declared, all), all, ApplyOptions.standard());
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.DONE);
        assertThat(lab.sh("iptables -S; ip6tables -S")).doesNotContain("TAPBOT");
        assertThat(lab.holds("getent passwd monitor")).isFalse();
        assertThat(lab.sh("ls /etc/sudoers.d /etc/ssh/sshd_config.d /etc/sysctl.d /etc/fail2ban/jail.d"))
                .doesNotContain("tapbot");
        assertThat(lab.sh("docker ps --format '{{.Names}}'")).contains("theirs").doesNotContain("well");
    }
}
