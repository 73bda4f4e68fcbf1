package kz.tapbot.runtime.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.fleet.Ticker;
import kz.tapbot.runtime.spi.Turns;

/**
 * Knows which operations run at the moment and since when. An operation is interrupted only while it is the one that runs, and none that waits for its turn: if
 * what it waits for stands still, it does not begin at all.
 */
final class Watch implements Turns {

    /**
     * An operation that runs.
     *
     * @param begun when it was to be done, by {@link Ticker#nanos}
     * @param since when its turn came
     * @param waits whether it waits for its turn
     * @param thread by which it is done
     */
    record Running(
            Address address,
            ServerName server,
            Operating operating,
            long begun,
            long since,
            boolean waits,
            Thread thread) {

        private Running turn(boolean waiting, long now) {
            return new Running(address, server, operating, begun, now, waiting, thread);
        }
    }

    /**
     * What is done.
     *
     * @param text its text form
     * @param undo whether it takes back what was done, which is not to be left out
     */
    record Operating(String text, boolean undo) {}

    private final Ticker ticker;
    private final Supplier<Optional<Stopped>> stop;
    private final Map<Address, Running> running = new TreeMap<>();
    private final Set<Address> timedOut = new HashSet<>();
    private final Map<Address, String> heldUp = new HashMap<>();

    Watch(Ticker ticker, Supplier<Optional<Stopped>> stop) {
        this.ticker = ticker;
        this.stop = stop;
    }

    synchronized void begin(Address change, ServerName server, Operating operating) {
        long now = ticker.nanos();
        running.put(change, new Running(change, server, operating, now, now, false, Thread.currentThread()));
    }

    /** The thread's interrupt was for the operation that ends here, and is cleared with it. */
    synchronized void end(Address change) {
        heldUp.remove(change);
        if (running.remove(change) != null && timedOut.contains(change)) {
            Thread.interrupted();
        }
    }

    @Override
    public void waits() {
        turn(true);
    }

    @Override
    public void begins() {
        turn(false).filter(one -> !one.operating().undo()).ifPresent(one -> {
            stop.get().ifPresent(stopped -> {
                throw stopped;
            });
            heldUp(one).ifPresent(by -> {
                throw new Stopped(
                        ApplyCode.NOT_TRIED,
                        "\"" + by + "\" stood still on server " + one.server() + " while this waited for its turn");
            });
        });
    }

    private synchronized Optional<Running> turn(boolean waiting) {
        Optional<Running> mine = running.values().stream()
                .filter(one -> one.thread() == Thread.currentThread())
                .findFirst();
        mine.ifPresent(one -> running.put(one.address(), one.turn(waiting, ticker.nanos())));
        return mine;
    }

    private synchronized Optional<String> heldUp(Running one) {
        return Optional.ofNullable(heldUp.remove(one.address()));
    }

    synchronized List<Running> all() {
        return new ArrayList<>(running.values());
    }

    /** Interrupts what runs for longer than the limit, once; what still runs after twice the limit is returned. */
    synchronized List<Running> enforce(Duration limit) {
        List<Running> stuck = new ArrayList<>();
        for (Running one : running.values()) {
            Duration since = one.waits() ? Duration.ZERO : ticker.since(one.since());
            if (since.compareTo(limit) > 0 && timedOut.add(one.address())) {
                one.thread().interrupt();
                holdsUp(one);
            } else if (since.compareTo(limit.multipliedBy(2)) > 0) {
                stuck.add(one);
            }
        }
        return stuck;
    }

    private void holdsUp(Running standing) {
        for (Running one : running.values()) {
            if (one.waits() && one.server().equals(standing.server())) {
                heldUp.putIfAbsent(one.address(), standing.operating().text());
            }
        }
    }

    synchronized boolean hasTimedOut(Address change) {
        return timedOut.contains(change);
    }
}
