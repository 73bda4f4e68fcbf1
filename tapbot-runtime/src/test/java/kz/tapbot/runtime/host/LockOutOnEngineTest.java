package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.contract.KnownContents;
import kz.tapbot.runtime.contract.Performing;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.PutSshd;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import kz.tapbot.runtime.spi.UnreachableException;
import kz.tapbot.ssh.SshLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes that shut us out of a real server are taken back by the server itself, whatever becomes of whoever made them. */
@OnEngine
class LockOutOnEngineTest {

    private static final Duration WINDOW = Duration.ofSeconds(6);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final LabServer lab = LabServer.start();
    private final Server server = lab.declared("box").build();
    private final Driver driver = new HostDriver(any -> lab.target(22)
            .limits(new SshLimits(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(10),
                    2)));

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void sshd_that_lets_us_in_no_more_is_taken_back() {
        // So many failed logins of one address are no mistake any more, and fail2ban would be right.
        lab.sh("systemctl stop fail2ban");
        sshdChanges().forEach(this::isTakenBack);
        assertThat(lab.holds("test -e /etc/ssh/sshd_config.d/00-tapbot.conf")).isFalse();
    }

    @Test
    void a_firewall_that_lets_us_in_no_more_is_taken_back() {
        firewallChanges().forEach(this::isTakenBack);
        assertThat(lab.sh("iptables -S; ip6tables -S")).doesNotContain("TAPBOT");
    }

    private void isTakenBack(Operation change) {
        Session session = open();
        session.state().arm(List.of(change.address()), LONG);
        Performing.perform(session, change);
        shutOut(change);
        timeIsOver();
        comesBack(change);
        session.close();
    }

    @Test
    void a_change_is_taken_back_when_whoever_made_it_is_gone() {
        for (Operation change : List.of(
                sshdChanges().get(0), sshdChanges().get(3), firewallChanges().get(0))) {
            Session session = open();
            session.state().arm(List.of(change.address()), WINDOW);
            Performing.perform(session, change);
            session.close();
            shutOut(change);
            comesBack(change);
        }
    }

    @Test
    void a_change_is_taken_back_by_a_restart_within_the_window() {
        for (Operation change : List.of(
                sshdChanges().get(0), sshdChanges().get(3), firewallChanges().get(0))) {
            Session session = open();
            session.state().arm(List.of(change.address()), LONG);
            Performing.perform(session, change);
            shutOut(change);
            lab.begin();
            comesBack(change);
            session.close();
        }
    }

    @Test
    void an_apply_that_shuts_us_out_fails_and_the_state_before_is_there_again() {
        Topology elsewhere = WholeServer.topology(
                lab.declared("box")
                        .addAdministeredFrom(kz.tapbot.model.name.AddressSetName.of("admins"))
                        .build(),
                WholeServer.ELSEWHERE);
        var runtime = kz.tapbot.runtime.TapbotRuntime.builder()
                .driver(driver)
                .who("tester@lab")
                .build();
        ApplyReport report = runtime.apply(elsewhere, ApplyOptions.standard().confirmWithin(Duration.ofSeconds(20)));
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        assertThat(report.toString()).contains("After this change a fresh login fails");
        open().close();
        assertThat(lab.sh("iptables -S")).doesNotContain("TAPBOT");
    }

    private Session open() {
        return driver.open(server, new SessionContext(TopologyName.of("lab-lock"), new KnownContents(), "tester@lab"));
    }

    /** What the timer does when it is over; that it does is waited for where whoever made the change is gone. */
    private void timeIsOver() {
        lab.sh("for timer in $(systemctl list-units --plain --no-legend 'tapbot-undo-*.timer' | cut -d' ' -f1); do"
                + " systemctl start ${timer%timer}service; done");
    }

    private void shutOut(Operation change) {
        assertThatThrownBy(() -> open().close())
                .as(
                        "%s %s",
                        change, change instanceof PutSshd sshd ? sshd.sshd().settings() : "")
                .isInstanceOf(UnreachableException.class);
    }

    private void comesBack(Operation change) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(25);
        while (true) {
            try {
                open().close();
                return;
            } catch (UnreachableException e) {
                if (System.nanoTime() > end) {
                    throw new AssertionError(change + ": " + e.getMessage() + "\n"
                            + lab.sh("systemctl status ssh.service; ls -R /var/lib/tapbot; cat /var/lib/tapbot/notes;"
                                    + " systemctl list-units 'tapbot-undo-*'; journalctl -n 40; exit 0"));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }

    private List<Operation> sshdChanges() {
        return LockOuts.sshd(server);
    }

    private List<Operation> firewallChanges() {
        return LockOuts.firewall(server);
    }
}
