package kz.tapbot.runtime.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A directed graph of things that come after others. Immutable.
 *
 * @param <N> what stands in it; equal nodes are one
 */
public final class Graph<N> {

    private final Map<N, List<N>> before;
    private final Map<N, List<N>> after;

    private Graph(Map<N, List<N>> before, Map<N, List<N>> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * The graph in which each key comes after its values. Values that are no keys are left out.
     *
     * @param dependencies what each comes after
     */
    public static <N> Graph<N> of(Map<N, ? extends Collection<N>> dependencies) {
        int size = Math.max(16, dependencies.size() * 2);
        Map<N, List<N>> before = new LinkedHashMap<>(size);
        Map<N, List<N>> after = new HashMap<>(size);
        for (Map.Entry<N, ? extends Collection<N>> entry : dependencies.entrySet()) {
            List<N> known = new ArrayList<>(entry.getValue().size());
            for (N dependency : entry.getValue()) {
                if (dependencies.containsKey(dependency)) {
                    known.add(dependency);
                    after.computeIfAbsent(dependency, first -> new ArrayList<>(2))
                            .add(entry.getKey());
                }
            }
            before.put(entry.getKey(), known);
        }
        return new Graph<>(before, after);
    }

    /**
     * Every node after those that it comes after; among those that could be next, the least first. What goes round, and what comes
     * after it, is left out.
     *
     * @param least which is first among equals
     */
    public List<N> order(Comparator<? super N> least) {
        Map<N, Integer> waiting = waiting();
        PriorityQueue<N> ready = new PriorityQueue<>(Math.max(1, before.size()), least);
        waiting.forEach((node, count) -> {
            if (count == 0) {
                ready.add(node);
            }
        });
        List<N> order = new ArrayList<>(before.size());
        for (N node = ready.poll(); node != null; node = ready.poll()) {
            order.add(node);
            for (N next : following(node)) {
                if (waiting.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        return order;
    }

    /**
     * Nodes that go round, each coming after the one behind it and the last after the first; empty if nothing does.
     *
     * @param least with which node to begin, so that the answer is always the same
     */
    public List<N> cycle(Comparator<? super N> least) {
        Map<N, Integer> waiting = waiting();
        List<N> done = order(least);
        if (done.size() == before.size()) {
            return List.of();
        }
        done.forEach(waiting::remove);
        N node = waiting.keySet().stream().min(least).orElseThrow();
        List<N> path = new ArrayList<>();
        Map<N, Integer> position = new HashMap<>();
        while (!position.containsKey(node)) {
            position.put(node, path.size());
            path.add(node);
            node = before.getOrDefault(node, List.of()).stream()
                    .filter(waiting::containsKey)
                    .min(least)
                    .orElseThrow();
        }
        return List.copyOf(path.subList(position.get(node), path.size()));
    }

    /** A walk over the graph in which nothing has been done yet. */
    public Walk<N> walk() {
        return new Walk<>(this);
    }

    /** What comes directly after a node. */
    public List<N> following(N node) {
        return after.getOrDefault(node, List.of());
    }

    /** How many others each node waits for. */
    Map<N, Integer> waiting() {
        Map<N, Integer> waiting = new LinkedHashMap<>(Math.max(16, before.size() * 2));
        before.forEach((node, dependencies) -> waiting.put(node, dependencies.size()));
        return waiting;
    }
}
