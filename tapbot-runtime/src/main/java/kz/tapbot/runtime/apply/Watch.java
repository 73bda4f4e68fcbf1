package kz.tapbot.runtime.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/** Knows which operations run at the moment and since when. An operation is interrupted only while it is the one that runs. */
final class Watch {

    /** An operation that runs. */
    record Running(Address address, ServerName server, String operation, Instant since, Thread thread) {}

    private final Map<Address, Running> running = new TreeMap<>();
    private final Set<Address> timedOut = new HashSet<>();

    synchronized void begin(Address change, ServerName server, String operation, Instant now) {
        running.put(change, new Running(change, server, operation, now, Thread.currentThread()));
    }

    /** The thread's interrupt was for the operation that ends here, and is cleared with it. */
    synchronized void end(Address change) {
        if (running.remove(change) != null && timedOut.contains(change)) {
            Thread.interrupted();
        }
    }

    synchronized List<Running> all() {
        return new ArrayList<>(running.values());
    }

    /** Interrupts what runs for longer than the limit, once; what still runs after twice the limit is returned. */
    synchronized List<Running> enforce(Instant now, Duration limit) {
        List<Running> stuck = new ArrayList<>();
        for (Running one : running.values()) {
            Duration since = Duration.between(one.since(), now);
            if (since.compareTo(limit) > 0 && timedOut.add(one.address())) {
                one.thread().interrupt();
            } else if (since.compareTo(limit.multipliedBy(2)) > 0) {
                stuck.add(one);
            }
        }
        return stuck;
    }

    synchronized boolean hasTimedOut(Address change) {
        return timedOut.contains(change);
    }
}
