package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.memory.Faults;
import kz.tapbot.runtime.spi.UnreachableException;
import org.junit.jupiter.api.Test;

/** Each thing that can go wrong on a server: what comes after it is left, what does not is done, and the report tells both. */
class FailureTest {

    private static final Topology SHOP = Shop.topology();

    private static final Image NEW_CLOCK = Image.of("registry.example/clock:2.0.0");

    private final World world = World.inOrder();

    @Test
    void a_container_that_never_becomes_healthy_is_taken_back_and_what_needs_it_is_not_tried() {
        data().neverHealthy(Shop.DATABASE);
        fails(Outcome.FAILED_ROLLED_BACK, """
                        Failed and rolled back: 8 done, 1 failed, 1 skipped in 0.0 s.
                          failed  container:data/postgres  Container postgres did not become healthy within 135 s. The state before is there again.
                            | starting postgres:16.9
                          skipped  container:data/bot  Not tried: container:data/postgres comes first and failed.""");
        assertThat(world.estate().server("data").engine().containers()).containsOnlyKeys("clock");
        healed();
    }

    @Test
    void a_container_that_dies_says_its_last_lines() {
        data().crashing(Shop.BOT).says(Shop.BOT, List.of("starting", "KEY is missing \u001b]0;owned\u0007"));
        fails(Outcome.FAILED_ROLLED_BACK, """
                        Failed and rolled back: 9 done, 1 failed, 0 skipped in 0.0 s.
                          failed  container:data/bot  Container bot does not run: it ended right after its start. The state before is there again.
                            | starting registry.example/bot:1.4.2
                            | starting
                            | KEY is missing \\x1b]0;owned\\x07
                            | fatal: the process ended with exit status 1""");
        healed();
    }

    @Test
    void an_image_that_no_registry_has_is_found_before_anything_is_changed() {
        world.apply(Shop.topology());
        String before = world.estate().fingerprint();
        data().missingImage(NEW_CLOCK);
        Topology newer = newerClock(data -> data.addPackages(PackageName.of("jq")));
        assertThat(world.tryToApply(newer)).hasToString("""
                        Failed and rolled back: 0 done, 1 failed, 1 skipped in 0.0 s.
                          skipped  package:data/jq  Not tried: something could not be prepared, so that nothing was changed.
                          failed  container:data/clock  Pulling registry.example/clock:2.0.0 failed: manifest for registry.example/clock:2.0.0 not found. Check the name and the tag; what runs was not touched. The state before is there again.""");
        assertThat(world.estate().fingerprint()).isEqualTo(before);
    }

    @Test
    void a_port_that_is_taken_in_the_last_moment_names_who_has_it() {
        ApplyReport report = world.runtime().apply(SHOP, ApplyOptions.standard().listener(event -> {
            if (event instanceof RuntimeEvent.ApplyStarted) {
                app().portTaken(Port.tcp(80), "nginx");
            }
        }));
        assertThat(report).hasToString("""
                        Failed and rolled back: 9 done, 1 failed, 0 skipped in 0.0 s.
                          failed  container:app/page  Starting container page failed: port 80/tcp is already taken by process nginx. The state before is there again.""");
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        healed();
    }

    @Test
    void a_full_disk_is_told_in_bytes() {
        data().freeDisk(DataSize.mib(10));
        fails(Outcome.FAILED_ROLLED_BACK, """
                        Failed and rolled back: 7 done, 2 failed, 1 skipped in 0.0 s.
                          failed  container:data/clock  Writing image registry.example/clock:1.0.0 failed: no space left on device. It needs 16777216 bytes and 2096982 are free. Make room on the server, then apply again. The state before is there again.
                          failed  container:data/postgres  Writing image postgres:16.9 failed: no space left on device. It needs 16777216 bytes and 2096982 are free. Make room on the server, then apply again. The state before is there again.
                          skipped  container:data/bot  Not tried: container:data/postgres comes first and failed.""");
    }

    @Test
    void packages_that_cannot_be_installed_hold_up_what_stands_on_them() {
        data().packagesFail();
        fails(Outcome.FAILED_ROLLED_BACK, """
                        Failed and rolled back: 4 done, 1 failed, 5 skipped in 0.0 s.
                          failed  engine:data  Installing docker-ce failed: the package sources cannot be reached (Temporary failure resolving 'archive.ubuntu.com'). The state before is there again.
                          skipped  network:data/web  Not tried: engine:data comes first and failed.
                          skipped  volume:data/pgdata  Not tried: engine:data comes first and failed.
                          skipped  container:data/clock  Not tried: engine:data comes first and failed.
                          skipped  container:data/postgres  Not tried: engine:data comes first and failed.
                          skipped  container:data/bot  Not tried: engine:data comes first and failed.""");
        healed();
    }

    @Test
    void a_connection_that_is_lost_before_an_operation_leaves_its_server_and_finishes_the_others() {
        world.estate().server("data").interruptions().loseConnectionBefore(6);
        fails(Outcome.FAILED, """
                        Failed, not everything rolled back: 7 done, 1 failed, 2 skipped in 0.0 s.
                          failed  container:data/clock  The connection to server data is lost. What was under way may or may not have happened; plan again to see. It was NOT rolled back.
                          skipped  container:data/postgres  Not tried: the connection to data was lost.
                          skipped  container:data/bot  Not tried: the connection to data was lost.
                          The connection to data was lost. Apply again once it is reachable; the run goes on from what it finds.""");
        healed();
    }

    @Test
    void a_connection_that_is_lost_after_an_operation_leaves_its_server_and_finishes_the_others() {
        world.estate().server("data").interruptions().loseConnectionAfter(6);
        fails(Outcome.FAILED, """
                        Failed, not everything rolled back: 7 done, 1 failed, 2 skipped in 0.0 s.
                          failed  container:data/clock  The connection to server data is lost. What was under way may or may not have happened; plan again to see. It was NOT rolled back.
                          skipped  container:data/postgres  Not tried: the connection to data was lost.
                          skipped  container:data/bot  Not tried: the connection to data was lost.
                          The connection to data was lost. Apply again once it is reachable; the run goes on from what it finds.""");
        healed();
    }

    @Test
    void servers_that_cannot_be_reached_are_named_all_at_once_and_nothing_is_changed() {
        app().unreachable();
        data().refusesLogin();
        assertThatThrownBy(() -> world.tryToApply(SHOP))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("""
                        Server app (203.0.113.10) cannot be reached: the connection timed out after 10 s: it does not answer.
                        Server data (203.0.113.20) cannot be reached: it refused the login of root: Permission denied (publickey).""");
        assertThat(world.estate().recorder().writes()).isZero();
        healed();
    }

    @Test
    void an_update_that_fails_leaves_the_old_container_running() {
        world.apply(SHOP);
        data().neverHealthy(NEW_CLOCK);
        ApplyReport report = world.tryToApply(newerClock(data -> data));
        assertThat(report).hasToString("""
                        Failed and rolled back: 0 done, 1 failed, 0 skipped in 0.0 s.
                          failed  container:data/clock  Container clock.next did not become healthy within 135 s. The state before is there again.
                            | starting registry.example/clock:2.0.0""");
        assertThat(world.estate().server("data").engine().containers()).containsEntry("clock", Health.HEALTHY);
        world.isAsDeclared(SHOP);
    }

    private static Topology newerClock(UnaryOperator<Server.Builder> data) {
        List<Service> services = new ArrayList<>(Shop.data().build().services());
        services.replaceAll(service -> service.image().equals(Shop.CLOCK)
                ? Shop.service("clock", NEW_CLOCK).build()
                : service);
        return Shop.topology(server -> data.apply(server.services(services)));
    }

    private void fails(Outcome outcome, String text) {
        ApplyReport report = world.tryToApply(SHOP);
        assertThat(report.toString()).isEqualTo(text);
        assertThat(report.outcome()).isEqualTo(outcome);
    }

    /** Once the fault is gone, the next run finishes what this one could not. */
    private void healed() {
        app().clear();
        data().clear();
        world.apply(SHOP);
        world.isAsDeclared(SHOP);
    }

    private Faults app() {
        return world.estate().server("app").faults();
    }

    private Faults data() {
        return world.estate().server("data").faults();
    }
}
