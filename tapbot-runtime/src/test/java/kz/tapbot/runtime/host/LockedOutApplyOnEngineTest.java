package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.PutSshd;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.ssh.FaultyLink;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SshConnection;
import kz.tapbot.ssh.SshException;
import kz.tapbot.ssh.SshTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Whole applies by the command line that shut us out of a real server, while the network goes, the applying process is killed, or the server restarts: it is
 * reached again within two minutes, what was before is in effect, and the exit code says no more than is known. With {@code -Dtapbot.lab.long=true} all changes
 * have their turn, otherwise a few.
 */
@OnEngine
class LockedOutApplyOnEngineTest {

    private static final boolean LONG = Boolean.getBoolean("tapbot.lab.long");
    private static final int WINDOW = 8;
    private static final long MOST = TimeUnit.SECONDS.toNanos(120);
    private static final UserName DEPLOY = UserName.of("deploy");

    private static final String ROLLED_BACK = "Failed and rolled back: ";

    /** Once the network went silent the lock frees itself after 20 s. */
    private static final String IS_FREE = "timeout 60 flock -x /var/lib/tapbot/lock true";

    private final LabServer lab = LabServer.start();
    private final List<Ending> alone = new ArrayList<>();
    private String before = "";
    private String user = "root";
    private boolean deploy;

    /** What happens while nobody can log in any more. */
    private interface Fault {
        /** Has the topology applied with that mistake, and returns when nobody works at it any more. */
        void happens(Topology declared, int mistake) throws IOException;
    }

    /** The end of a process that nobody waited for yet. */
    private interface Ending {
        void comes() throws IOException;
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    @EnabledIfSystemProperty(named = "tapbot.lab.long", matches = "true")
    void it_is_taken_back_while_whoever_made_it_looks_on() throws IOException {
        each(List.of(), this::plain);
    }

    @Test
    void it_is_taken_back_while_the_network_is_silent_and_told_when_it_is_there_again() throws IOException {
        each(List.of(3), (declared, mistake) -> cutAndHealed(declared, mistake, FaultyLink::stallFromNowOn));
    }

    @Test
    @EnabledIfSystemProperty(named = "tapbot.lab.long", matches = "true")
    void it_is_taken_back_while_the_network_refuses_and_told_when_it_is_there_again() throws IOException {
        each(List.of(), (declared, mistake) -> cutAndHealed(declared, mistake, FaultyLink::cutFromNowOn));
    }

    @Test
    @EnabledIfSystemProperty(named = "tapbot.lab.long", matches = "true")
    void a_network_that_stays_away_lets_nobody_say_that_it_was_taken_back_though_it_is() throws IOException {
        each(List.of(), this::cut);
    }

    @Test
    void it_is_taken_back_when_the_process_that_made_it_is_killed() throws IOException {
        each(List.of(16), this::killed);
    }

    @Test
    @EnabledIfSystemProperty(named = "tapbot.lab.long", matches = "true")
    void it_is_taken_back_when_the_server_restarts_meanwhile() throws IOException {
        each(List.of(), this::restarted);
    }

    @Test
    @EnabledIfSystemProperty(named = "tapbot.lab.long", matches = "true")
    void the_same_for_a_user_who_may_deploy() throws IOException {
        deploy = true;
        each(List.of(), this::plain);
    }

    private void each(List<Integer> few, Fault fault) throws IOException {
        // So many failed logins of one address are no mistake any more, and fail2ban would be right.
        lab.sh("systemctl stop fail2ban");
        ApplyReport first = SmallServer.runtime(driver(22, lab.address())).apply(base(), ApplyOptions.standard());
        assertThat(first.outcome()).as("%s", first).isEqualTo(Outcome.DONE);
        user = deploy ? DEPLOY.value() : user;
        before = inEffect();
        List<Operation> all = LockOuts.all(server(false));
        List<Integer> chosen = few;
        if (LONG) {
            chosen = IntStream.range(0, all.size()).boxed().toList();
        }
        for (int mistake : chosen) {
            long begin = System.nanoTime();
            fault.happens(declared(all.get(mistake)), mistake);
            reached(all.get(mistake), begin + MOST);
            assertThat(inEffect()).as("%s", all.get(mistake)).isEqualTo(before);
            assertThat(lab.sh("ls /var/lib/tapbot/undo")).isEmpty();
            assertThat(lab.holds(IS_FREE)).isTrue();
        }
        for (Ending ending : alone) {
            ending.comes();
        }
    }

    private void plain(Topology declared, int mistake) throws IOException {
        try (ChildCommand child = child(declared, lab.address(), 22, mistake, WINDOW)) {
            child.goOn();
            assertThat(child.end()).contains(ROLLED_BACK).endsWith("\nexit code 6");
        }
    }

    private void cutAndHealed(Topology declared, int mistake, Consumer<FaultyLink> how) throws IOException {
        try (FaultyLink link = FaultyLink.whole(SmallServer.sshd(lab));
                ChildCommand child = child(declared, "127.0.0.1", link.port(), mistake, WINDOW)) {
            how.accept(link);
            child.goOn();
            CompletableFuture<Void> unused = CompletableFuture.runAsync(
                    link::heal, CompletableFuture.delayedExecutor(WINDOW + 2, TimeUnit.SECONDS));
            assertThat(child.end()).contains(ROLLED_BACK).endsWith("\nexit code 6");
        }
    }

    /** It tries for long whether the server is there again, and is waited for at the end, when others have had their turn. */
    private void cut(Topology declared, int mistake) throws IOException {
        FaultyLink link = FaultyLink.whole(SmallServer.sshd(lab));
        ChildCommand child = child(declared, "127.0.0.1", link.port(), mistake, WINDOW);
        link.stallFromNowOn();
        child.goOn();
        alone.add(() -> {
            try (link;
                    child) {
                assertThat(child.end()).doesNotContain(ROLLED_BACK).endsWith("\nexit code 7");
            }
        });
    }

    private void killed(Topology declared, int mistake) throws IOException {
        try (ChildCommand child = child(declared, lab.address(), 22, mistake, WINDOW)) {
            child.kill();
        }
    }

    private void restarted(Topology declared, int mistake) throws IOException {
        try (ChildCommand child = child(declared, lab.address(), 22, mistake, 600)) {
            lab.begin();
            child.goOn();
            assertThat(child.end()).contains(ROLLED_BACK).endsWith("\nexit code 6");
        }
    }

    /** The command line, where nobody can log in any more, before it knows. */
    private ChildCommand child(Topology declared, String address, int port, int mistake, int window)
            throws IOException {
        ChildCommand child = ChildCommand.apply(declared, lab, address, port, mistake, window);
        child.untilShutOut();
        return child;
    }

    /** Everything that decides who gets in. */
    private String inEffect() {
        return lab.sh("sshd -T; ss -Hltn 'sport = :22'; iptables -S; ip6tables -S; getent shadow " + user + "; cat ~"
                + user + "/.ssh/authorized_keys");
    }

    private void reached(Operation mistake, long end) {
        while (true) {
            try (SshConnection connection = SshConnection.open(target(22, lab.address()))) {
                connection.start(List.of("true")).close();
                return;
            } catch (SshException e) {
                if (System.nanoTime() > end) {
                    fail(mistake + ": " + e.getMessage()
                            + lab.sh("ls -R /var/lib/tapbot; systemctl list-units 'tapbot-undo-*'; journalctl -n 40"));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }

    private Driver driver(int port, String address) {
        SshTarget target = target(port, address);
        return new HostDriver(any -> target);
    }

    private SshTarget target(int port, String address) {
        return SshTarget.of(user, address, HostKeys.trust(lab.hostKey()), lab.login())
                .port(port)
                .limits(SmallServer.SHORT);
    }

    private Server server(boolean keysOnly) {
        Server.Builder server =
                lab.declared("box").addAdministeredFrom(kz.tapbot.model.name.AddressSetName.of("admins"));
        if (deploy) {
            server.addDelegates(DeployUser.delegate(lab, DEPLOY));
        }
        SshAccess.Builder access = SshAccess.builder()
                .addHostKeys(HostKeyFingerprint.of(lab.hostKey()))
                .user(user)
                .keysOnly(keysOnly);
        return server.ssh(access.build()).build();
    }

    private Topology base() {
        return WholeServer.topology(server(false), WholeServer.HERE);
    }

    /** What differs from the beginning in the one thing that the mistake is made with. */
    private Topology declared(Operation mistake) {
        return mistake instanceof PutSshd
                ? WholeServer.topology(server(true), WholeServer.HERE)
                : WholeServer.topology(server(false), new Cidr[] {WholeServer.HERE, WholeServer.ELSEWHERE});
    }
}
