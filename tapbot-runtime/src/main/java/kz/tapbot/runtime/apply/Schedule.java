package kz.tapbot.runtime.apply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.plan.Change;

/**
 * Which change may begin when: after all it comes after, within the limits, in a given preference. One that is taken back unless it is confirmed is alone on its
 * server, since its time would be over while it waits there for an installation to end. Used from one thread.
 */
final class Schedule {

    /** A change that will not be tried, and why. */
    record Skip(Change change, String because) {}

    private final int all;
    private final int perServer;
    private final Map<Address, Change> waiting = new HashMap<>();
    private final Map<Address, Integer> missing = new HashMap<>();
    private final Map<Address, List<Change>> dependents = new HashMap<>();
    private final SortedMap<ServerName, PriorityQueue<Change>> ready = new TreeMap<>();
    private final Map<ServerName, Integer> running = new HashMap<>();
    private final Set<Address> idle = new HashSet<>();
    private final Set<ServerName> alone = new HashSet<>();
    private final Set<ServerName> lost = new HashSet<>();
    private final boolean ordered;
    private final Comparator<Change> preference;
    private int runningAll;

    Schedule(List<Change> changes, boolean ordered, int all, int perServer, Comparator<Change> preference) {
        this.all = all;
        this.perServer = perServer;
        this.preference = preference;
        this.ordered = ordered;
        changes.forEach(change -> waiting.put(change.address(), change));
        for (Change change : changes) {
            int count = 0;
            for (Address before : change.after()) {
                if (ordered && waiting.containsKey(before)) {
                    dependents
                            .computeIfAbsent(before, unused -> new ArrayList<>())
                            .add(change);
                    count++;
                }
            }
            missing.put(change.address(), count);
            if (count == 0) {
                makeReady(change);
            }
        }
    }

    /** The order of a list. */
    static Comparator<Change> inOrderOf(List<Change> changes) {
        Map<Address, Integer> index = new HashMap<>();
        changes.forEach(change -> index.put(change.address(), index.size()));
        return Comparator.comparingInt(change -> index.getOrDefault(change.address(), Integer.MAX_VALUE));
    }

    /** The next change that may begin now; it counts as running from here. */
    Optional<Change> next() {
        if (runningAll >= all) {
            return Optional.empty();
        }
        Change best = null;
        for (Map.Entry<ServerName, PriorityQueue<Change>> entry : ready.entrySet()) {
            Change first = entry.getValue().peek();
            if (first != null && mayBegin(first) && (best == null || preference.compare(first, best) < 0)) {
                best = first;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        queue(best.server()).remove();
        waiting.remove(best.address());
        running.merge(best.server(), 1, Integer::sum);
        runningAll++;
        if (isAlone(best)) {
            alone.add(best.server());
        }
        return Optional.of(best);
    }

    /** A running change only waits from here: others may begin on its server meanwhile. */
    void waits(Change change) {
        if (idle.add(change.address())) {
            running.merge(change.server(), -1, Integer::sum);
        }
    }

    /** A running change has ended well. */
    void done(Change change) {
        ended(change);
        for (Change dependent : dependents.getOrDefault(change.address(), List.of())) {
            int left = missing.merge(dependent.address(), -1, Integer::sum);
            if (left == 0 && waiting.containsKey(dependent.address())) {
                makeReady(dependent);
            }
        }
    }

    /** A running change has failed, or was not tried after all: nothing that comes after it is tried. */
    List<Skip> failed(Change change, String how) {
        ended(change);
        List<Skip> skipped = new ArrayList<>();
        skipAfter(change, change.address() + " comes first and " + how, skipped);
        return skipped;
    }

    /** The connection to a server was lost: nothing more is tried there, nor what comes after it elsewhere. */
    List<Skip> lost(ServerName server) {
        List<Skip> skipped = new ArrayList<>();
        if (lost.add(server)) {
            ready.remove(server);
            List<Change> there = waiting.values().stream()
                    .filter(change -> change.server().equals(server))
                    .sorted(preference)
                    .toList();
            for (Change change : there) {
                waiting.remove(change.address());
                skipped.add(new Skip(change, "the connection to " + server + " was lost"));
            }
            for (Change change : there) {
                skipAfter(change, change.address() + " comes first and was not tried", skipped);
            }
        }
        return skipped;
    }

    /** Nothing more is tried at all. */
    List<Skip> stop(String because) {
        List<Skip> skipped = new ArrayList<>();
        waiting.values().stream().sorted(preference).forEach(change -> skipped.add(new Skip(change, because)));
        waiting.clear();
        ready.clear();
        return skipped;
    }

    int running() {
        return runningAll;
    }

    boolean isFinished() {
        return waiting.isEmpty() && runningAll == 0;
    }

    private void skipAfter(Change cause, String because, List<Skip> skipped) {
        List<Change> causes = new ArrayList<>(List.of(cause));
        for (int i = 0; i < causes.size(); i++) {
            for (Change dependent : dependents.getOrDefault(causes.get(i).address(), List.of())) {
                if (waiting.remove(dependent.address()) != null) {
                    skipped.add(new Skip(dependent, because));
                    causes.add(dependent);
                }
            }
        }
    }

    /**
     * What can lock us out has its server for itself: the time within which it has to be confirmed runs, and would be over while it waits for what others do
     * there. As soon as it may begin, nothing else does that comes later.
     */
    private boolean mayBegin(Change change) {
        int already = running.getOrDefault(change.server(), 0);
        return !alone.contains(change.server()) && already < (isAlone(change) ? 1 : perServer);
    }

    private boolean isAlone(Change change) {
        return ordered && change.confirmed();
    }

    private void ended(Change change) {
        if (isAlone(change)) {
            alone.remove(change.server());
        }
        waits(change);
        runningAll--;
    }

    private void makeReady(Change change) {
        queue(change.server()).add(change);
    }

    private PriorityQueue<Change> queue(ServerName server) {
        return ready.computeIfAbsent(server, unused -> new PriorityQueue<>(preference));
    }
}
