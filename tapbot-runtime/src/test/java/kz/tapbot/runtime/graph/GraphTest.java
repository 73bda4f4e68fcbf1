package kz.tapbot.runtime.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GraphTest {

    private static final Comparator<String> BY_NAME = Comparator.naturalOrder();

    @Test
    void what_comes_after_others_stands_after_them_and_the_rest_by_name() {
        Graph<String> graph =
                Graph.of(Map.of("a", List.of("z"), "b", List.of("a", "unknown"), "z", List.of(), "c", List.of()));

        assertThat(graph.order(BY_NAME)).containsExactly("c", "z", "a", "b");
        assertThat(graph.cycle(BY_NAME)).isEmpty();
        assertThat(graph.following("z")).containsExactly("a");
    }

    @Test
    void what_goes_round_is_named_from_its_least_member_and_left_out_of_the_order() {
        Graph<String> graph = Graph.of(Map.of(
                "a", List.of("c"), "b", List.of("a"), "c", List.of("b"), "d", List.of("a"), "e", List.<String>of()));

        assertThat(graph.cycle(BY_NAME)).containsExactly("a", "c", "b");
        assertThat(graph.order(BY_NAME)).containsExactly("e");
    }

    @Test
    void a_walk_gives_out_what_can_be_begun() {
        Walk<String> walk = Graph.of(chainAndOne()).walk();

        assertThat(walk.takeReady()).containsExactly("a", "x");
        assertThat(walk.takeReady()).isEmpty();
        walk.done("a");
        assertThat(walk.takeReady()).containsExactly("b");
        assertThat(walk.isFinished()).isFalse();
        walk.done("b");
        assertThat(walk.takeReady()).containsExactly("c");
        assertThat(walk.isFinished()).isTrue();
    }

    @Test
    void a_failure_skips_what_comes_after_it_and_nothing_else() {
        Walk<String> walk = Graph.of(chainAndOne()).walk();
        walk.takeReady();

        assertThat(walk.failed("a")).containsExactly("b", "c");
        assertThat(walk.isFinished()).isTrue();
        assertThat(walk.failed("x")).isEmpty();
    }

    @Property(tries = 1000)
    void an_order_has_everything_once_and_respects_what_comes_before(
            @ForAll("graphs") Map<Integer, Set<Integer>> edges) {
        List<Integer> order = Graph.of(edges).order(Comparator.naturalOrder());

        assertThat(order).containsExactlyInAnyOrderElementsOf(edges.keySet());
        edges.forEach((node, before) ->
                before.forEach(earlier -> assertThat(order.indexOf(earlier)).isLessThan(order.indexOf(node))));
    }

    @Property(tries = 1000)
    void a_walk_begins_everything_once_after_what_it_waits_for(@ForAll("graphs") Map<Integer, Set<Integer>> edges) {
        Walk<Integer> walk = Graph.of(edges).walk();
        Set<Integer> done = new TreeSet<>();
        for (List<Integer> ready = walk.takeReady(); !ready.isEmpty(); ready = walk.takeReady()) {
            for (Integer node : ready) {
                assertThat(done).containsAll(edges.get(node));
                walk.done(node);
                assertThat(done.add(node)).isTrue();
            }
        }
        assertThat(walk.isFinished()).isTrue();
        assertThat(done).isEqualTo(edges.keySet());
    }

    /** Every node comes after some of those with a greater number. */
    @Provide
    Arbitrary<Map<Integer, Set<Integer>>> graphs() {
        return Arbitraries.integers()
                .between(0, 30)
                .flatMap(size -> Arbitraries.integers()
                        .between(1, 30)
                        .set()
                        .ofMaxSize(4)
                        .list()
                        .ofSize(size)
                        .map(GraphTest::edges));
    }

    private static Map<Integer, Set<Integer>> edges(List<Set<Integer>> steps) {
        Map<Integer, Set<Integer>> edges = new LinkedHashMap<>();
        for (int node = 0; node < steps.size(); node++) {
            Set<Integer> before = new TreeSet<>();
            for (int step : steps.get(node)) {
                if (node + step < steps.size()) {
                    before.add(node + step);
                }
            }
            edges.put(node, before);
        }
        return edges;
    }

    private static Map<String, List<String>> chainAndOne() {
        Map<String, List<String>> edges = new LinkedHashMap<>();
        edges.put("a", List.of());
        edges.put("b", List.of("a"));
        edges.put("c", List.of("b"));
        edges.put("x", List.of());
        return edges;
    }
}
