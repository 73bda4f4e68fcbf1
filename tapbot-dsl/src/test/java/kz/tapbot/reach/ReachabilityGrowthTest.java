package kz.tapbot.reach;

import static org.assertj.core.api.Assertions.assertThat;

import kz.tapbot.growth.ProcessorTime;
import kz.tapbot.model.Topology;
import kz.tapbot.model.fixture.Topologies;
import kz.tapbot.rule.Estate;
import kz.tapbot.rule.library.ReadyRules;
import org.junit.jupiter.api.Test;

/** Ten times the services take about ten times the work, and never a hundred times. */
class ReachabilityGrowthTest {

    private static final int GENEROUS = 80;

    @Test
    void the_table_and_the_rules_grow_with_the_estate_and_not_with_its_square() {
        Topology small = Topologies.large(1_000);
        Topology large = Topologies.large(10_000);
        ProcessorTime.least(() -> work(small));
        long fast = ProcessorTime.least(() -> work(small));
        long slow = ProcessorTime.least(() -> work(large));
        assertThat(slow).isLessThan(GENEROUS * fast);
    }

    private static void work(Topology topology) {
        assertThat(Reachability.of(topology).exposure().rows()).isNotEmpty();
        Estate estate = Estate.of(topology);
        assertThat(ReadyRules.standard())
                .allSatisfy(rule -> assertThat(rule.evaluate(estate)).isNotNull());
    }
}
