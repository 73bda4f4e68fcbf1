package kz.tapbot.runtime.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import kz.tapbot.runtime.daily.Sink;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Several streams become one. */
class MergeTest {

    private record Said(int source, long at) {}

    @Property(tries = 300)
    void what_is_merged_is_in_the_order_of_time_and_nothing_is_lost(
            @ForAll @Size(max = 5) List<@Size(max = 700) List<@LongRange(min = 0, max = 50) Long>> times) {
        List<List<Said>> given = new ArrayList<>();
        List<Said> all = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            int source = i;
            List<Said> lines = times.get(i).stream()
                    .sorted()
                    .map(at -> new Said(source, at))
                    .toList();
            given.add(lines);
            all.addAll(lines);
        }
        List<Said> merged = new ArrayList<>();
        merge(false, merged, Integer.MAX_VALUE)
                .run(given.stream().map(MergeTest::source).toList());

        all.sort(Comparator.comparingLong(Said::at));
        assertThat(merged).isEqualTo(all);
    }

    @Test
    void a_source_that_never_ends_is_ended_when_no_more_is_wanted_and_never_far_ahead() {
        AtomicLong made = new AtomicLong();
        Merge.Source<Said> endless = to -> {
            while (to.isOpen()) {
                to.accept(new Said(0, made.incrementAndGet()));
            }
        };
        List<Said> merged = new ArrayList<>();
        merge(true, merged, 1000).run(List.of(endless));

        assertThat(merged).hasSize(1000);
        assertThat(made.get()).isLessThan(2000);
    }

    @Test
    void a_silent_source_holds_nobody_up_where_it_is_followed() {
        CountDownLatch never = new CountDownLatch(1);
        Merge.Source<Said> silent = to -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        List<Said> merged = new ArrayList<>();
        merge(true, merged, 2).run(List.of(silent, source(List.of(new Said(1, 1), new Said(1, 2)))));

        assertThat(merged).containsExactly(new Said(1, 1), new Said(1, 2));
    }

    @Test
    void what_a_source_throws_is_thrown_after_the_others_have_been_shown() {
        Merge.Source<Said> broken = to -> {
            throw new IllegalStateException("broken");
        };
        List<Said> merged = new ArrayList<>();
        assertThatThrownBy(() -> merge(false, merged, 9).run(List.of(broken, source(List.of(new Said(1, 1))))))
                .hasMessage("broken");
        assertThat(merged).containsExactly(new Said(1, 1));
    }

    private static Merge.Source<Said> source(List<Said> lines) {
        return to -> lines.forEach(to::accept);
    }

    private static Merge<Said> merge(boolean follow, List<Said> into, int most) {
        return new Merge<>(said -> Instant.ofEpochSecond(said.at()), follow, new Sink<>() {
            @Override
            public void accept(Said next) {
                if (into.size() < most) {
                    into.add(next);
                }
            }

            @Override
            public boolean isOpen() {
                return into.size() < most;
            }
        });
    }
}
