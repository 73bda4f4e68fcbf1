package kz.tapbot.runtime.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.fleet.Fleet;
import kz.tapbot.runtime.fleet.Ticker;
import kz.tapbot.runtime.plan.Change;
import kz.tapbot.runtime.plan.Step;
import kz.tapbot.runtime.spi.HostState;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.UnreachableException;

/** A change that can lock us out: the server takes it back by itself unless a fresh login confirms it. */
final class Armed {

    /** How much longer than it promised a server gets to take a change back. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    private final Change change;
    private final Fleet fleet;
    private final Ticker ticker;
    private final Duration limit;
    private final String undo;
    private final long armed;

    private Armed(Change change, Fleet fleet, Ticker ticker, Duration limit, String undo) {
        this.change = change;
        this.fleet = fleet;
        this.ticker = ticker;
        this.limit = limit;
        this.undo = undo;
        this.armed = ticker.nanos();
    }

    static Armed before(Change change, Fleet fleet, Ticker ticker, Duration limit) {
        SortedSet<Address> touched = new TreeSet<>();
        touched.add(change.address());
        for (Step step : change.steps()) {
            touched.add(step.operation().address());
        }
        List<Address> remembered = new ArrayList<>(touched);
        String undo = fleet.session(change.server()).state().arm(remembered, limit);
        return new Armed(change, fleet, ticker, limit, undo);
    }

    /** Confirms the change by a fresh login. */
    void confirm() {
        try {
            inFreshSession(state -> state.confirm(undo));
        } catch (UnreachableException e) {
            throw new FreshLoginFailed(e);
        }
    }

    /** Takes the change back, or waits until the server has done so; returns whether the state before is there again. */
    boolean takeBack() {
        try {
            fleet.session(change.server()).state().revert(undo);
            return true;
        } catch (UnreachableException e) {
            return waitForServer();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private boolean waitForServer() {
        Duration most = limit.plus(MARGIN);
        while (true) {
            try {
                inFreshSession(state -> state.revert(undo));
                return true;
            } catch (UnreachableException e) {
                if (ticker.since(armed).compareTo(most) >= 0 || !pause()) {
                    return false;
                }
            } catch (RuntimeException e) {
                return false;
            }
        }
    }

    /** The end of the session says nothing about what was done in it. */
    private void inFreshSession(Consumer<HostState> work) {
        Session fresh = fleet.fresh(change.server());
        try {
            work.accept(fresh.state());
        } finally {
            Fleet.end(fresh);
        }
    }

    private boolean pause() {
        try {
            ticker.pause(BETWEEN_TRIES);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
