package kz.tapbot.runtime.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A walk over a graph: says what can be begun, and is told what became of it. Not safe for use by several threads at once.
 *
 * @param <N> what stands in the graph
 */
public final class Walk<N> {

    private final Graph<N> graph;
    private final Map<N, Integer> waiting;
    private final Set<N> ready = new LinkedHashSet<>();

    Walk(Graph<N> graph) {
        this.graph = graph;
        this.waiting = graph.waiting();
        waiting.forEach((node, count) -> {
            if (count == 0) {
                ready.add(node);
            }
        });
        ready.forEach(waiting::remove);
    }

    /** What can be begun now and was not given out before, in the order of the graph. */
    public List<N> takeReady() {
        List<N> taken = new ArrayList<>(ready);
        ready.clear();
        return taken;
    }

    /** Something is done: what waited for nothing else can be begun. */
    public void done(N node) {
        for (N next : graph.following(node)) {
            Integer count = waiting.get(next);
            if (count == null) {
                continue;
            }
            if (count == 1) {
                waiting.remove(next);
                ready.add(next);
            } else {
                waiting.put(next, count - 1);
            }
        }
    }

    /** Something failed: everything that comes after it, directly or not, will never be begun and is returned, nearest first. */
    public List<N> failed(N node) {
        List<N> skipped = new ArrayList<>();
        Deque<N> queue = new ArrayDeque<>(graph.following(node));
        for (N next = queue.poll(); next != null; next = queue.poll()) {
            if (waiting.remove(next) != null) {
                skipped.add(next);
                queue.addAll(graph.following(next));
            }
        }
        return skipped;
    }

    /** Whether nothing is left that could be begun later. */
    public boolean isFinished() {
        return ready.isEmpty() && waiting.isEmpty();
    }
}
