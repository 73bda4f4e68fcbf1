package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.ChangeResult;
import kz.tapbot.runtime.fleet.Ticker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The clock of the machine that applies may be set while it does, as by time synchronization after a sleep: nothing is measured by it. */
class ClockTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Test
    void a_clock_that_is_set_forward_and_back_all_the_time_ends_no_run_and_makes_none_longer() {
        World world = new World(builder -> builder.ticker(new LooseClock()));

        ApplyReport report = world.runtime()
                .apply(Shop.topology(), ApplyOptions.standard().limit(A_MINUTE).operationLimit(A_MINUTE));

        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(report.changes())
                .extracting(ChangeResult::took)
                .allMatch(took -> !took.isNegative() && took.compareTo(A_MINUTE) < 0);
        assertThat(report.took()).isBetween(Duration.ZERO, A_MINUTE);
    }

    /** Whoever looks at it sees it five hours later or earlier than the one before. */
    private static final class LooseClock implements Ticker {

        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public Instant now() {
            return Instant.EPOCH.plus(Duration.ofHours(5L * (looks.getAndIncrement() % 3)));
        }

        @Override
        public long nanos() {
            return Ticker.system().nanos();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            Ticker.system().pause(time);
        }

        @Override
        public <T> @Nullable T next(BlockingQueue<T> queue, Duration within) throws InterruptedException {
            return Ticker.system().next(queue, within);
        }
    }
}
