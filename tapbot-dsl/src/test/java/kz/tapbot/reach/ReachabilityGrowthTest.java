package kz.tapbot.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kz.tapbot.growth.ProcessorTime;
import kz.tapbot.model.Topology;
import kz.tapbot.model.fixture.Topologies;
import kz.tapbot.rule.Estate;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.library.ExposureRules;
import kz.tapbot.rule.library.ReadyRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten times the services take about ten times the work, and never a hundred times, in whatever direction an estate is large. */
class ReachabilityGrowthTest {

    /** An exponent of 1.7; it is about 1, and 2 is what this is about. */
    private static final double GENEROUS = 1.7;

    /** All but those that have as much to tell as there are pairs of neighbours. */
    private static final List<TopologyRule> RULES = Stream.concat(
                    ReadyRules.standard().stream(), ReadyRules.offered().stream())
            .filter(rule -> !rule.equals(ExposureRules.DATABASES_STAND_APART))
            .toList();

    @Test
    void the_table_and_the_rules_grow_with_the_estate_and_not_with_its_square(TestReporter reporter) {
        assertLinear("mixed", Topologies.large(1_000), Topologies.large(10_000), reporter);
    }

    @ParameterizedTest
    @EnumSource
    void in_no_direction_with_the_square(WideEstates direction, TestReporter reporter) {
        assertLinear(direction.name(), direction.of(400), direction.of(4_000), reporter);
    }

    private static void assertLinear(String what, Topology small, Topology large, TestReporter reporter) {
        ProcessorTime.least(() -> work(small));
        long fast = ProcessorTime.least(() -> work(small));
        long slow = ProcessorTime.least(() -> work(large));
        double exponent = Math.log10((double) slow / fast);
        reporter.publishEntry("exponent of " + what, String.format(java.util.Locale.ROOT, "%.2f", exponent));
        assertThat(exponent).as("exponent of %s", what).isLessThan(GENEROUS);
    }

    private static void work(Topology topology) {
        Reachability reachability = Reachability.of(topology);
        assertThat(reachability.exposure().rows()).isNotEmpty();
        assertThat(reachability.maskedLists()).isNotNull();
        Estate estate = Estate.of(topology);
        assertThat(RULES).allSatisfy(rule -> assertThat(rule.evaluate(estate)).isNotNull());
    }
}
