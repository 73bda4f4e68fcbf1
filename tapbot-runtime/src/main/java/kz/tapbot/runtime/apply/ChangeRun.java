package kz.tapbot.runtime.apply;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.fleet.Fleet;
import kz.tapbot.runtime.fleet.Ticker;
import kz.tapbot.runtime.operation.AwaitHealthy;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.plan.Change;
import kz.tapbot.runtime.plan.Step;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.UnreachableException;

/** Brings about one change, or takes it back. */
final class ChangeRun {

    /** What all changes of a run have in common. */
    record Circumstances(
            Fleet fleet,
            Ticker ticker,
            Events events,
            Watch watch,
            Performer performer,
            ApplyOptions options,
            Supplier<Optional<Stopped>> stop) {}

    private final Change change;
    private final Circumstances with;
    private final long begin;
    private boolean lost;
    private int begun;

    ChangeRun(Change change, Circumstances with) {
        this.change = change;
        this.with = with;
        this.begin = with.ticker().nanos();
    }

    /** The operations that touch nothing that runs. */
    Walk.Ended prepare() {
        try {
            for (Operation operation : change.prepare()) {
                refuseIfStopped();
                with.performer().perform(session(), change.server(), change.address(), operation, "");
            }
            return new Walk.Ended(change, result(ChangeOutcome.DONE, Optional.empty(), true), false);
        } catch (RuntimeException e) {
            lost = e instanceof UnreachableException;
            return failed(reason(e), true);
        }
    }

    /** The steps. */
    Walk.Ended apply(Runnable waits) {
        with.events()
                .on(new RuntimeEvent.ChangeStarted(
                        change.address(), change.action().verb()));
        Optional<Armed> armed = Optional.empty();
        try {
            if (change.confirmed()) {
                armed = Optional.of(Armed.before(
                        change, with.fleet(), with.ticker(), with.options().confirmWithin()));
            }
            for (Step step : change.steps()) {
                refuseIfStopped();
                with.performer().intend(session(), change.address(), step.operation(), "");
                begun++;
                if (step.operation() instanceof AwaitHealthy) {
                    waits.run();
                }
                performed(step);
            }
            armed.ifPresent(Armed::confirm);
        } catch (Stopped notTried) {
            return armed.isEmpty() && begun == 0 && notTried.code() == ApplyCode.NOT_TRIED
                    ? notTried(String.valueOf(notTried.getMessage()))
                    : failed(reason(notTried), takeBack(armed));
        } catch (RuntimeException e) {
            lost = e instanceof UnreachableException;
            Failure failure = reason(e);
            return failed(failure, takeBack(armed));
        }
        ChangeResult done = result(ChangeOutcome.DONE, Optional.empty(), false);
        with.events()
                .on(new RuntimeEvent.ChangeDone(
                        change.address(), change.action().verb(), done.took()));
        return new Walk.Ended(change, done, false);
    }

    /** What was stopped before its turn came has not begun. */
    private void performed(Step step) {
        try {
            with.performer().performIntended(session(), change.server(), change.address(), step.operation(), "");
        } catch (Stopped notBegun) {
            begun--;
            throw notBegun;
        }
    }

    private void refuseIfStopped() {
        with.stop().get().ifPresent(stopped -> {
            throw stopped;
        });
    }

    private Failure reason(RuntimeException cause) {
        Failure failure = Failure.of(cause).with(with.fleet().secrets()::concealed);
        return with.watch().hasTimedOut(change.address())
                ? Failure.tookTooLong(failure, with.options().operationLimit().toSeconds() + " s")
                : failure;
    }

    private boolean takeBack(Optional<Armed> armed) {
        if (armed.isPresent() && armed.get().takeBack()) {
            return true;
        }
        if (begun == 0) {
            return true; // Nothing was changed: the run was stopped or the connection lost before.
        }
        if (lost) {
            return false;
        }
        boolean all = armed.isEmpty();
        List<Step> steps = change.steps().subList(0, begun);
        for (int i = steps.size() - 1; i >= 0 && !lost; i--) {
            Optional<Operation> undo = steps.get(i).undo();
            all &= undo.isEmpty() || undone(undo.get());
        }
        return all && !lost;
    }

    private boolean undone(Operation undo) {
        try {
            with.performer().perform(session(), change.server(), change.address(), undo, "undo: ");
            return true;
        } catch (UnreachableException e) {
            lost = true;
            return false;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Walk.Ended notTried(String because) {
        with.events().on(new RuntimeEvent.ChangeSkipped(change.address(), because));
        Failure why = new Failure(ApplyCode.NOT_TRIED, "Not tried: " + because + ".", List.of());
        return new Walk.Ended(change, result(ChangeOutcome.SKIPPED, Optional.of(why), true), false);
    }

    private Walk.Ended failed(Failure failure, boolean rolledBack) {
        ChangeResult result = result(ChangeOutcome.FAILED, Optional.of(failure), rolledBack);
        with.events().on(new RuntimeEvent.ChangeFailed(change.address(), failure.why(), rolledBack));
        return new Walk.Ended(change, result, lost);
    }

    private Session session() {
        return with.fleet().session(change.server());
    }

    private ChangeResult result(ChangeOutcome outcome, Optional<Failure> failure, boolean rolledBack) {
        return new ChangeResult(
                change.address(),
                change.action(),
                outcome,
                failure.map(Failure::code),
                failure.map(Failure::why),
                rolledBack,
                failure.map(Failure::lines).orElse(List.of()),
                with.ticker().since(begin));
    }
}
