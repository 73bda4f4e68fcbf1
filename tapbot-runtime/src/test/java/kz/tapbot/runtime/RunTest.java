package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.CancelToken;
import kz.tapbot.runtime.apply.LockedException;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.apply.PlanRefusedException;
import kz.tapbot.runtime.apply.StalePlanException;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.memory.MemoryServer;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.spi.JournalEntry;
import kz.tapbot.runtime.spi.LockHolder;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a run promises besides its changes: lock, journal, staleness, cancellation, and that it leaves nothing behind. */
class RunTest {

    private static final Topology SHOP = Shop.topology();

    private final Set<Thread> ofOthers = Thread.getAllStackTraces().keySet();

    private final World world = World.inOrder();

    @AfterEach
    void no_thread_is_left_behind() {
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !ofOthers.contains(thread))
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("tapbot"));
    }

    @Test
    void a_second_run_is_refused_and_told_who_works_there() {
        data().faults().lockHeldBy(new LockHolder("boris@desk", "apply", Instant.EPOCH));
        assertThatThrownBy(() -> world.tryToApply(SHOP))
                .isInstanceOf(LockedException.class)
                .hasMessage(
                        "Server data is locked by boris@desk since 1970-01-01T00:00:00Z for apply. Nothing was changed. "
                                + "Wait until that run has ended; the lock vanishes with its connection.");
        assertThat(world.runtime().lockHolders(SHOP)).containsOnlyKeys(Shop.DATA);
        assertThat(world.estate().recorder().operations()).isZero();
        data().faults().clear();
        world.apply(SHOP);
    }

    @Test
    void a_run_inside_a_run_finds_the_lock_held_by_the_first() {
        List<String> refused = new java.util.ArrayList<>();
        world.runtime()
                .apply(SHOP, ApplyOptions.standard().purpose("night shift").listener(event -> {
                    if (event instanceof RuntimeEvent.ApplyStarted) {
                        assertThatThrownBy(() -> world.tryToApply(SHOP))
                                .isInstanceOf(LockedException.class)
                                .satisfies(e -> refused.add(e.getMessage()));
                    }
                }));
        assertThat(refused)
                .containsExactly(
                        "Server app is locked by tester@here since 2026-01-01T00:00:00Z for night shift. Nothing was "
                                + "changed. Wait until that run has ended; the lock vanishes with its connection.");
    }

    @Test
    void locks_are_free_after_a_failure() {
        data().faults().crashing(Shop.DATABASE);
        assertThat(world.tryToApply(SHOP).isDone()).isFalse();
        assertThat(world.runtime().lockHolders(SHOP)).isEmpty();
    }

    @Test
    void locks_are_free_after_a_refusal() {
        Plan plan = world.runtime().plan(SHOP);
        world.apply(SHOP);
        assertThatThrownBy(() -> world.runtime().apply(SHOP, plan, PlanOptions.STANDARD, ApplyOptions.standard()))
                .isInstanceOf(StalePlanException.class)
                .hasMessage(
                        "The plan is stale: the topology or the servers have changed since it was made. Nothing was "
                                + "changed. Plan again, and look at the new plan before you apply it.");
        assertThat(world.runtime().lockHolders(SHOP)).isEmpty();
    }

    @Test
    void the_journal_has_each_operation_before_and_after_it() {
        ApplyReport report = world.apply(SHOP);
        List<JournalEntry> journal = journal(data().name().value());
        assertThat(journal).extracting(JournalEntry::run).containsOnly(report.run());
        assertThat(journal.get(0).phase()).isEqualTo(JournalEntry.Phase.RUN_BEGUN);
        assertThat(journal.get(journal.size() - 1).phase()).isEqualTo(JournalEntry.Phase.RUN_ENDED);
        List<JournalEntry> inner = journal.subList(1, journal.size() - 1);
        assertThat(inner).hasSizeGreaterThan(20);
        for (int i = 0; i < inner.size(); i += 2) {
            assertThat(inner.get(i).phase()).isEqualTo(JournalEntry.Phase.INTENT);
            assertThat(inner.get(i + 1).phase()).isEqualTo(JournalEntry.Phase.DONE);
            assertThat(inner.get(i + 1).operation()).isEqualTo(inner.get(i).operation());
        }
    }

    @Test
    void the_journal_tells_a_failure_and_what_was_undone() {
        data().faults().crashing(Shop.CLOCK);
        world.tryToApply(SHOP);
        assertThat(journal("data"))
                .filteredOn(entry -> entry.address().toString().equals("container:data/clock"))
                .extracting(entry -> entry.phase() + " " + entry.operation())
                .containsExactly(
                        "INTENT pull image registry.example/clock:1.0.0",
                        "DONE pull image registry.example/clock:1.0.0",
                        "INTENT create container clock from registry.example/clock:1.0.0",
                        "DONE create container clock from registry.example/clock:1.0.0",
                        "INTENT start container clock",
                        "DONE start container clock",
                        "INTENT wait for clock to be healthy, at most 135 s",
                        "FAILED wait for clock to be healthy, at most 135 s",
                        "INTENT undo: stop container clock",
                        "DONE undo: stop container clock",
                        "INTENT undo: remove container clock",
                        "DONE undo: remove container clock");
    }

    @Test
    void a_cancelled_run_finishes_its_step_takes_its_change_back_and_frees_the_locks() {
        CancelToken token = new CancelToken();
        ApplyReport report = world.runtime()
                .apply(SHOP, ApplyOptions.standard().cancel(token).listener(event -> {
                    if (event instanceof RuntimeEvent.OperationStarted started
                            && started.operation().equals("start container clock")) {
                        token.cancel();
                    }
                }));
        assertThat(report.toString()).isEqualTo("""
                        Cancelled: 7 done, 1 failed, 2 skipped in 0.0 s.
                          failed  container:data/clock  The run was cancelled. The state before is there again.
                          skipped  container:data/postgres  Not tried: the run was cancelled.
                          skipped  container:data/bot  Not tried: the run was cancelled.""");
        assertThat(report.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(data().engine().containers()).isEmpty();
        assertThat(world.runtime().lockHolders(SHOP)).isEmpty();
        world.apply(SHOP);
        world.isAsDeclared(SHOP);
    }

    @Test
    void a_run_that_is_cancelled_before_it_begins_changes_nothing() {
        CancelToken token = new CancelToken();
        token.cancel();
        ApplyReport report = world.runtime().apply(SHOP, ApplyOptions.standard().cancel(token));
        assertThat(report.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(world.estate().recorder().operations()).isZero();
    }

    @Test
    void an_interrupt_stops_a_run_like_a_cancellation_and_stays_set() {
        Thread.currentThread().interrupt();
        ApplyReport report = world.tryToApply(SHOP);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.outcome()).isEqualTo(Outcome.CANCELLED);
        world.apply(SHOP);
    }

    @Test
    void a_listener_that_throws_disturbs_nothing() {
        ApplyReport report = world.runtime().apply(SHOP, ApplyOptions.standard().listener(event -> {
            throw new IllegalStateException("the screen is gone");
        }));
        assertThat(report.isDone()).isTrue();
        assertThat(world.events()).hasSizeGreaterThan(40);
    }

    @Test
    void a_listener_of_another_language_that_throws_what_it_did_not_announce_disturbs_nothing() {
        assertThat(world.runtime()
                        .apply(
                                SHOP,
                                ApplyOptions.standard()
                                        .listener(event -> RunTest.<RuntimeException>throwIt(
                                                new IOException("the screen is gone"))))
                        .isDone())
                .isTrue();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void throwIt(Exception thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void a_clock_that_is_set_back_makes_no_negative_time() {
        ApplyReport report = world.runtime().apply(SHOP, ApplyOptions.standard());
        ApplyReport early = new ApplyReport(
                report.run(),
                report.topology(),
                report.plan(),
                report.outcome(),
                report.changes(),
                report.lost(),
                Duration.ofSeconds(-222, 100_000_000));
        assertThat(early).hasToString("Done: 10 done, 0 failed, 0 skipped in 0.0 s.");
    }

    @Test
    void a_foreign_container_of_our_name_is_refused_and_adopted_if_that_is_said() {
        data().engine().start();
        data().engine().run(Shop.service("clock", Shop.CLOCK).build());
        assertThatThrownBy(() -> world.tryToApply(SHOP))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessage("""
                        Topology "shop" has 1 error

                        error TB5001  Exists and is not ours
                          at container:data/clock
                          The container clock of server data is there already and belongs to nobody known.
                          Tapbot changes nothing that it did not make.
                          It is as it shall be. To make it ours, plan with
                              --adopt container:data/clock
                          To leave it alone, give ours another name.""");
        assertThat(world.estate().recorder().operations()).isZero();
        PlanOptions adopting = PlanOptions.STANDARD.adopt(Address.parse("container:data/clock"));
        Plan plan = world.runtime().plan(SHOP, adopting);
        assertThat(world.runtime()
                        .apply(SHOP, plan, adopting, ApplyOptions.standard())
                        .isDone())
                .isTrue();
        world.isAsDeclared(SHOP);
    }

    @Test
    void drift_tells_what_of_ours_is_different_and_what_is_not_ours() {
        world.apply(SHOP);
        for (Server server : SHOP.servers()) {
            world.furnish(server);
        }
        data().engine().stopContainer("bot");
        data().engine().removeContainer("clock");
        long writes = world.estate().recorder().writes();
        assertThat(world.runtime().drift(SHOP).toString()).isEqualTo("""
                        changed    container:data/bot: it does not run
                        missing    container:data/clock
                                     image: is absent, declared registry.example/clock:1.0.0
                        Drift: 2 things.
                        Not ours, left alone:
                          container:app/others-app  nobody known
                          volume:app/others-data  nobody known
                          network:app/others-net  nobody known
                          sudo:app/zhanna  nobody known
                          user:app/zhanna  nobody known
                          container:data/others-app  nobody known
                          volume:data/others-data  nobody known
                          network:data/others-net  nobody known
                          sudo:data/zhanna  nobody known
                          user:data/zhanna  nobody known""");
        assertThat(world.estate().recorder().writes()).isEqualTo(writes);
    }

    @Test
    void a_destroy_keeps_data_unless_it_is_named() {
        world.apply(SHOP);
        data().engine().writeData(VolumeName.of("pgdata"), "PG_VERSION", "16");
        assertThat(world.tryToDestroy(SHOP).isDone()).isTrue();
        assertThat(data().engine().data(VolumeName.of("pgdata"))).containsEntry("PG_VERSION", "16");
        DestroyOptions all = DestroyOptions.removeData(Address.parse("volume:data/pgdata"));
        Plan plan = world.runtime().planDestroy(SHOP, all);
        assertThat(plan.toString()).isEqualTo("""
                        Server data
                          -   remove  volume:data/pgdata: everything is destroyed
                                Its data is lost for good.

                        Plan: 0 to add, 0 to change, 1 to destroy.""");
        assertThat(world.runtime()
                        .destroy(SHOP, plan, all, ApplyOptions.standard())
                        .isDone())
                .isTrue();
        assertThatThrownBy(() -> data().engine().data(VolumeName.of("pgdata"))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_proof_tells_what_does_not_hold() {
        world.apply(SHOP);
        assertThat(world.runtime().prove(SHOP).holds()).isTrue();
        data().engine().stopContainer("bot");
        assertThat(world.runtime().prove(SHOP).toString()).isEqualTo("""
                        broken   server:data  Everything on server data is as declared.
                                 expected: no changes; seen: update container:data/bot
                        broken   service:data/bot  bot is healthy.
                                 expected: healthy; seen: bot is stopped
                        Proof: 9 of 11 claims hold.""");
    }

    @Test
    void the_status_of_a_server_that_is_not_reached_is_told_not_thrown() {
        data().faults().unreachable();
        Map<String, String> problems = new TreeMap<>();
        world.runtime()
                .status(SHOP)
                .servers()
                .forEach(server -> server.unreachable()
                        .ifPresent(why -> problems.put(server.server().value(), why)));
        assertThat(problems)
                .containsExactly(Map.entry(
                        "data",
                        "Server data (203.0.113.20) cannot be reached: the connection timed out "
                                + "after 10 s: it does not answer."));
    }

    private MemoryServer data() {
        return world.estate().server("data");
    }

    private List<JournalEntry> journal(String server) {
        Server declared = SHOP.servers().stream()
                .filter(one -> one.name().value().equals(server))
                .findFirst()
                .orElseThrow();
        SessionContext context =
                new SessionContext(SHOP.name(), new kz.tapbot.runtime.contract.KnownContents(), "test");
        try (Session session = world.estate().driver().open(declared, context)) {
            return session.state().journal();
        }
    }
}
