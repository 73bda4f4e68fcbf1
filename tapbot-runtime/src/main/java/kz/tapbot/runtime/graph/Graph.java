package kz.tapbot.runtime.graph;

import java.util.ArrayList;
import java.util.Arrays;
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

    private static final int[] NONE = {};

    private final List<N> nodes;
    private final Map<N, Integer> numbers;
    private final int[][] before;
    private final int[][] after;

    private Graph(List<N> nodes, Map<N, Integer> numbers, int[][] before) {
        this.nodes = nodes;
        this.numbers = numbers;
        this.before = before;
        this.after = turned(before);
    }

    /**
     * The graph in which each key comes after its values. Values that are no keys are left out.
     *
     * @param dependencies what each comes after
     */
    public static <N> Graph<N> of(Map<N, ? extends Collection<N>> dependencies) {
        List<N> nodes = new ArrayList<>(dependencies.keySet());
        Map<N, Integer> numbers = new HashMap<>(Math.max(16, nodes.size() * 2));
        for (int i = 0; i < nodes.size(); i++) {
            numbers.put(nodes.get(i), i);
        }
        int[][] before = new int[nodes.size()][];
        int i = 0;
        for (Collection<N> all : dependencies.values()) {
            int[] known = all.isEmpty() ? NONE : new int[all.size()];
            int count = 0;
            for (N dependency : all) {
                Integer number = numbers.get(dependency);
                if (number != null) {
                    known[count++] = number;
                }
            }
            before[i++] = count == known.length ? known : Arrays.copyOf(known, count);
        }
        return new Graph<>(nodes, numbers, before);
    }

    private static int[][] turned(int[][] arrows) {
        int[] counts = new int[arrows.length];
        for (int[] from : arrows) {
            for (int to : from) {
                counts[to]++;
            }
        }
        int[][] turned = new int[arrows.length][];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = counts[i] == 0 ? NONE : new int[counts[i]];
        }
        for (int from = arrows.length - 1; from >= 0; from--) {
            for (int to : arrows[from]) {
                turned[to][--counts[to]] = from;
            }
        }
        return turned;
    }

    /**
     * Every node after those that it comes after; among those that could be next, the least first. What goes round, and what comes
     * after it, is left out.
     *
     * @param least which is first among equals
     */
    public List<N> order(Comparator<? super N> least) {
        Integer[] ranked = new Integer[nodes.size()];
        Arrays.setAll(ranked, number -> number);
        Arrays.sort(ranked, (one, other) -> least.compare(nodes.get(one), nodes.get(other)));
        Integer[] ranks = new Integer[ranked.length];
        int[] waiting = new int[ranked.length];
        PriorityQueue<Integer> ready = new PriorityQueue<>(Math.max(1, ranked.length));
        for (int rank = 0; rank < ranked.length; rank++) {
            int number = ranked[rank];
            ranks[number] = rank;
            waiting[number] = before[number].length;
            if (waiting[number] == 0) {
                ready.add(rank);
            }
        }
        List<N> order = new ArrayList<>(ranked.length);
        for (Integer rank = ready.poll(); rank != null; rank = ready.poll()) {
            int number = ranked[rank];
            order.add(nodes.get(number));
            for (int next : after[number]) {
                if (--waiting[next] == 0) {
                    ready.add(ranks[next]);
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
        if (done.size() == nodes.size()) {
            return List.of();
        }
        done.forEach(waiting::remove);
        N node = waiting.keySet().stream().min(least).orElseThrow();
        List<N> path = new ArrayList<>();
        Map<N, Integer> position = new HashMap<>();
        while (!position.containsKey(node)) {
            position.put(node, path.size());
            path.add(node);
            node = preceding(node).stream()
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
        return all(after, node);
    }

    private List<N> preceding(N node) {
        return all(before, node);
    }

    private List<N> all(int[][] arrows, N node) {
        Integer number = numbers.get(node);
        return number == null
                ? List.of()
                : Arrays.stream(arrows[number]).mapToObj(nodes::get).toList();
    }

    /** How many others each node waits for. */
    Map<N, Integer> waiting() {
        Map<N, Integer> waiting = new LinkedHashMap<>(Math.max(16, before.length * 2));
        for (int i = 0; i < before.length; i++) {
            waiting.put(nodes.get(i), before[i].length);
        }
        return waiting;
    }
}
