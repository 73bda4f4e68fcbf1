package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.event.RuntimeEvent;
import org.junit.jupiter.api.Test;

/** A change after which nobody could log in any more is taken back: at once while the old session lives, by the server itself if it does not. */
class LockoutTest {

    private final World world = World.inOrder();

    @Test
    void sshd_is_taken_back() {
        lockedOut("sshd", """
                        Failed and rolled back: 13 done, 1 failed, 0 skipped in 0.0 s.
                          failed  sshd:data  After this change a fresh login fails: Server data (203.0.113.20) cannot be reached: it refused the login of root: Permission denied (publickey). The state before is there again.""");
    }

    @Test
    void the_firewall_is_taken_back() {
        lockedOut("firewall", """
                        Failed and rolled back: 6 done, 1 failed, 7 skipped in 0.0 s.
                          failed  firewall:data  After this change a fresh login fails: Server data (203.0.113.20) cannot be reached: it refused the login of root: Permission denied (publickey). The state before is there again.
                          skipped  sshd:data  Not tried: firewall:data comes first and failed.
                          skipped  engine:data  Not tried: firewall:data comes first and failed.
                          skipped  network:data/web  Not tried: firewall:data comes first and failed.
                          skipped  volume:data/pgdata  Not tried: firewall:data comes first and failed.
                          skipped  container:data/clock  Not tried: firewall:data comes first and failed.
                          skipped  container:data/postgres  Not tried: firewall:data comes first and failed.
                          skipped  container:data/bot  Not tried: firewall:data comes first and failed.""");
    }

    @Test
    void sudo_is_taken_back() {
        lockedOut("sudo", """
                        Failed and rolled back: 5 done, 2 failed, 7 skipped in 0.0 s.
                          failed  sudo:data/monitor  After this change a fresh login fails: Server data (203.0.113.20) cannot be reached: it refused the login of root: Permission denied (publickey). The state before is there again.
                          failed  firewall:data  After this change a fresh login fails: Server data (203.0.113.20) cannot be reached: it refused the login of root: Permission denied (publickey). The state before is there again.
                          skipped  sshd:data  Not tried: firewall:data comes first and failed.
                          skipped  engine:data  Not tried: firewall:data comes first and failed.
                          skipped  network:data/web  Not tried: firewall:data comes first and failed.
                          skipped  volume:data/pgdata  Not tried: firewall:data comes first and failed.
                          skipped  container:data/clock  Not tried: firewall:data comes first and failed.
                          skipped  container:data/postgres  Not tried: firewall:data comes first and failed.
                          skipped  container:data/bot  Not tried: firewall:data comes first and failed.""");
    }

    @Test
    void a_server_that_restarts_before_the_change_is_confirmed_takes_it_back_by_itself() {
        Topology guarded = guarded();
        ApplyReport report = refusedAfter("sshd", guarded, true);
        assertThat(report.toString()).isEqualTo("""
                        Failed and rolled back: 7 done, 2 failed, 5 skipped in 0.0 s.
                          failed  sshd:data  The change can no longer be confirmed: it was taken back. Plan and apply again. The state before is there again.
                          failed  engine:data  The connection to server data is lost. What was under way may or may not have happened; plan again to see. The state before is there again.
                          skipped  network:data/web  Not tried: engine:data comes first and failed.
                          skipped  volume:data/pgdata  Not tried: engine:data comes first and failed.
                          skipped  container:data/clock  Not tried: engine:data comes first and failed.
                          skipped  container:data/postgres  Not tried: engine:data comes first and failed.
                          skipped  container:data/bot  Not tried: engine:data comes first and failed.
                          The connection to data was lost. Apply again once it is reachable; the run goes on from what it finds.""");
        assertThat(world.estate().server("data").fingerprint()).contains("unconfirmed: 0");
        world.apply(guarded);
        world.isAsDeclared(guarded);
    }

    @Test
    void a_change_whose_undo_cannot_be_armed_is_not_begun() {
        Topology guarded = guarded();
        ApplyReport report = world.runtime()
                .apply(guarded, ApplyOptions.standard().listener(event -> {
                    if (event instanceof RuntimeEvent.ChangeStarted started
                            && started.address().toString().equals("sshd:data")) {
                        world.estate().server("data").reboot();
                    }
                }));
        assertThat(report.toString()).isEqualTo("""
                        Failed and rolled back: 7 done, 1 failed, 6 skipped in 0.0 s.
                          failed  sshd:data  The connection to server data is lost. What was under way may or may not have happened; plan again to see. The state before is there again.
                          skipped  engine:data  Not tried: the connection to data was lost.
                          skipped  network:data/web  Not tried: the connection to data was lost.
                          skipped  volume:data/pgdata  Not tried: the connection to data was lost.
                          skipped  container:data/clock  Not tried: the connection to data was lost.
                          skipped  container:data/postgres  Not tried: the connection to data was lost.
                          skipped  container:data/bot  Not tried: the connection to data was lost.
                          The connection to data was lost. Apply again once it is reachable; the run goes on from what it finds.""");
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        world.apply(guarded);
    }

    /** Its time would be over while it waits there for a slow installation. */
    @Test
    void nothing_else_is_done_on_a_server_while_a_change_there_waits_to_be_confirmed() {
        World wide = new World(builder -> builder.parallelism(8, 8));
        wide.apply(guarded());
        Set<String> confirmed = Set.of("sudo:data/monitor", "firewall:data", "sshd:data");
        Set<String> running = new TreeSet<>();
        int seen = 0;
        for (RuntimeEvent event : wide.events()) {
            if (event instanceof RuntimeEvent.ChangeStarted started) {
                String address = started.address().toString();
                if (address.contains(":data")) {
                    running.add(address);
                    seen += confirmed.contains(address) ? 1 : 0;
                    assertThat(running.stream().noneMatch(confirmed::contains) || running.size() == 1)
                            .as("%s at once", running)
                            .isTrue();
                }
            } else if (event instanceof RuntimeEvent.ChangeDone done) {
                running.remove(done.address().toString());
            }
        }
        assertThat(seen).isEqualTo(3);
    }

    private void lockedOut(String kind, String text) {
        Topology guarded = guarded();
        ApplyReport report = refusedAfter(kind, guarded, false);
        assertThat(report.toString()).isEqualTo(text);
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        assertThat(world.estate().server("data").fingerprint()).contains("unconfirmed: 0");
        world.estate().server("data").faults().clear();
        assertThat(world.runtime().drift(guarded).ours())
                .filteredOn(drifted -> drifted.address().toString().startsWith(kind + ":data"))
                .hasSize(1);
        world.apply(guarded);
        world.isAsDeclared(guarded);
    }

    private ApplyReport refusedAfter(String kind, Topology topology, boolean reboots) {
        return world.runtime().apply(topology, ApplyOptions.standard().listener(event -> {
            if (event instanceof RuntimeEvent.OperationDone done
                    && done.address().toString().startsWith(kind + ":data")) {
                if (reboots) {
                    world.estate().server("data").reboot();
                } else {
                    world.estate().server("data").faults().refusesLogin();
                }
            }
        }));
    }

    private static Topology guarded() {
        UnaryOperator<Server.Builder> guard = data -> data.firewall(true)
                .ssh(SshAccess.builder().build())
                .addDelegates(Delegate.builder()
                        .name(UserName.of("monitor"))
                        .addKeys(SshPublicKey.of("ssh-ed25519 " + "A".repeat(68)))
                        .mayInspect(true)
                        .build());
        return Shop.topology(guard);
    }
}
