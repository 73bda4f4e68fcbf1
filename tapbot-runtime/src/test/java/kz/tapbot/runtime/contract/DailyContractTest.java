package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import kz.tapbot.runtime.daily.ServerUsage;
import org.junit.jupiter.api.Test;

/** What people ask of running containers from day to day. */
public abstract class DailyContractTest extends ContainerTrial {

    @Test
    void the_usage_of_what_runs_is_told_and_that_of_others_is_not() {
        run(harness.healthy("bot"));
        run(harness.healthy("idle"));
        perform(stop(address("container", "idle"), "idle"));
        harness.runForeign(harness.healthy("theirs"));
        ServerUsage usage = session.daily().usage();
        assertThat(usage.containers().keySet()).containsExactly("bot", "idle");
        assertThat(usage.of("bot").cpuPercent().getAsDouble()).isBetween(0.0, 10_000.0);
        assertThat(usage.of("bot").memory().getAsLong()).isPositive();
        assertThat(usage.of("bot").disk()).isPresent();
        assertThat(usage.of("idle").cpuPercent()).isEmpty();
        assertThat(usage.of("idle").memory()).isEmpty();
        assertThat(usage.images().getAsLong()).isPositive();
    }
}
