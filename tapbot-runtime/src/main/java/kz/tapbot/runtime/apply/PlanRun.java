package kz.tapbot.runtime.apply;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.fleet.Fleet;
import kz.tapbot.runtime.fleet.Ticker;
import kz.tapbot.runtime.plan.Change;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.spi.JournalEntry;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.UnreachableException;

/** Walks one plan on a fleet whose locks are held: first what can be prepared, then change after change. */
public final class PlanRun {

    /**
     * How many operations run at once.
     *
     * @param all on all servers together
     * @param perServer on a single one
     */
    public record Parallelism(int all, int perServer) {}

    private final Plan plan;
    private final Fleet fleet;
    private final Parallelism parallelism;
    private final Comparator<Change> preference;
    private final ChangeRun.Circumstances with;
    private final Halt halt;
    private final String run;
    private final long begin;
    private final Map<Address, ChangeResult> results = new TreeMap<>();
    private final SortedSet<ServerName> lost = new TreeSet<>();

    /** A run of the plan; changes that may begin do so in the order of the plan. */
    public PlanRun(
            Plan plan, Fleet fleet, Parallelism parallelism, Ticker ticker, Events events, ApplyOptions options) {
        this(plan, fleet, parallelism, ticker, events, options, Schedule.inOrderOf(plan.changes()));
    }

    /** A run of the plan; which of the changes that may begin does so first is a matter of preference. */
    PlanRun(
            Plan plan,
            Fleet fleet,
            Parallelism parallelism,
            Ticker ticker,
            Events events,
            ApplyOptions options,
            Comparator<Change> preference) {
        this.plan = plan;
        this.fleet = fleet;
        this.parallelism = parallelism;
        this.preference = preference;
        this.begin = ticker.nanos();
        this.run = id(ticker.now(), plan);
        this.halt = new Halt(options, ticker, fleet);
        Watch watch = new Watch(ticker, halt::now);
        fleet.turns(watch);
        this.with = new ChangeRun.Circumstances(
                fleet, ticker, events, watch, new Performer(run, ticker, events, watch), options, halt::now);
    }

    /**
     * Walks the plan.
     *
     * @param interrupted servers with a run that did not end, which ends with this one
     */
    public ApplyReport run(Collection<ServerName> interrupted) {
        with.events().on(new RuntimeEvent.ApplyStarted(run, plan.changes().size()));
        SortedSet<ServerName> servers = new TreeSet<>(interrupted);
        plan.changes().forEach(change -> servers.add(change.server()));
        Address topology = Address.topology(plan.topology());
        String begun = with.options().purpose() + " by " + fleet.who();
        servers.forEach(
                server -> with.performer().write(fleet.session(server), JournalEntry.Phase.RUN_BEGUN, topology, begun));
        prepare();
        if (results.isEmpty()) {
            walk(plan.changes(), true, (change, waits) -> new ChangeRun(change, with).apply(waits));
        }
        ApplyReport report = report();
        for (ServerName server : servers) {
            end(server, topology, report.outcome());
        }
        with.events()
                .on(new RuntimeEvent.ApplyFinished(
                        run,
                        (int) report.count(ChangeOutcome.DONE),
                        (int) report.count(ChangeOutcome.FAILED),
                        (int) report.count(ChangeOutcome.SKIPPED),
                        report.took()));
        if (halt.wasInterrupted()) {
            Thread.currentThread().interrupt();
        }
        return report;
    }

    /** Leaves results only if something failed, so that nothing is changed then. */
    private void prepare() {
        List<Change> prepared = plan.changes().stream()
                .filter(change -> !change.prepare().isEmpty())
                .toList();
        if (prepared.isEmpty()) {
            return;
        }
        walk(prepared, false, (change, waits) -> new ChangeRun(change, with).prepare());
        if (results.values().stream().allMatch(result -> result.outcome() == ChangeOutcome.DONE)) {
            results.clear();
            return;
        }
        results.values().removeIf(result -> result.outcome() == ChangeOutcome.DONE);
        List<Change> rest = plan.changes().stream()
                .filter(change -> !results.containsKey(change.address()))
                .toList();
        Walk nothing = new Walk(new Schedule(rest, false, 1, 1, preference), 1, with, halt);
        nothing.skipAll("something could not be prepared, so that nothing was changed");
        results.putAll(nothing.results());
    }

    private void walk(List<Change> changes, boolean ordered, Walk.Work work) {
        int threads = Math.max(1, Math.min(parallelism.all(), changes.size()));
        Schedule schedule = new Schedule(changes, ordered, threads, parallelism.perServer(), preference);
        Walk walk = new Walk(schedule, threads, with, halt);
        try {
            walk.run(work, !ordered);
        } finally {
            results.putAll(walk.results());
            lost.addAll(walk.lost());
        }
    }

    private void end(ServerName server, Address topology, Outcome outcome) {
        if (lost.contains(server)) {
            return;
        }
        try {
            with.performer().write(fleet.session(server), JournalEntry.Phase.RUN_ENDED, topology, outcome.name());
        } catch (UnreachableException e) {
            lost.add(server);
        } catch (OperationFailedException e) {
            // What came of the run matters more than that it is noted; the next plan tells that this one did not end.
        }
    }

    private ApplyReport report() {
        List<ChangeResult> ordered = new ArrayList<>();
        for (Change change : plan.changes()) {
            ChangeResult result = results.get(change.address());
            if (result != null) {
                ordered.add(result);
            }
        }
        return new ApplyReport(
                run,
                plan.topology(),
                plan,
                outcome(ordered),
                ordered,
                lost,
                with.ticker().since(begin));
    }

    private Outcome outcome(List<ChangeResult> changes) {
        if (changes.stream().allMatch(change -> change.outcome() == ChangeOutcome.DONE)) {
            return Outcome.DONE;
        }
        if (has(changes, ApplyCode.CANCELLED)) {
            return Outcome.CANCELLED;
        }
        if (has(changes, ApplyCode.TIMED_OUT)) {
            return Outcome.TIMED_OUT;
        }
        boolean rolledBack =
                changes.stream().allMatch(change -> change.outcome() != ChangeOutcome.FAILED || change.rolledBack());
        return rolledBack ? Outcome.FAILED_ROLLED_BACK : Outcome.FAILED;
    }

    private static boolean has(List<ChangeResult> changes, ApplyCode code) {
        return changes.stream()
                .anyMatch(change -> change.code().filter(code::equals).isPresent());
    }

    /** When it began, and the beginning of the plan's fingerprint: sortable, and told apart by eye. */
    private static String id(Instant begin, Plan plan) {
        String print = plan.fingerprint().replaceAll("[^A-Za-z0-9]", "");
        return begin.truncatedTo(ChronoUnit.SECONDS) + "-" + print.substring(0, Math.min(6, print.length()));
    }
}
