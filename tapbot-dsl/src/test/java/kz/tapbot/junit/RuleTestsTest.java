package kz.tapbot.junit;

import static kz.tapbot.TopologyRules.INTERNET;
import static kz.tapbot.TopologyRules.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import kz.tapbot.model.Topology;
import kz.tapbot.reach.Shop;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.library.ReadyRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule is a test with its sentence as its name. */
class RuleTestsTest {

    private static final Topology ESTATE = Shop.GOOD;

    static final TopologyRule CLOSED = services()
            .that()
            .areDatabases()
            .should()
            .notBeReachableFrom(INTERNET)
            .because("lesson 6");

    private static final TopologyRule BROKEN =
            services().that().areNamed("db").should().haveDigest();

    /** Rules that hold, as whoever uses them sees them. */
    @TestFactory
    Stream<DynamicTest> rules_of_a_class_are_tests() {
        return RuleTests.declaredIn(Kept.class, ESTATE);
    }

    @SuppressWarnings("unused") // Read by reflection, as a reader's own class of rules is.
    private static final class Kept {
        static final TopologyRule DATABASES = CLOSED;
        static final String NO_RULE = "no rule";
    }

    @Test
    void each_has_its_sentence_as_its_name() {
        assertThat(RuleTests.of(ESTATE, CLOSED, BROKEN).map(DynamicTest::getDisplayName))
                .containsExactly(
                        "services that are databases should not be reachable from the Internet, because lesson 6",
                        "services that are named db should run an image with a digest");
        assertThat(RuleTests.of(ESTATE, ReadyRules.standard())).hasSameSizeAs(ReadyRules.standard());
        assertThat(RuleTests.declaredIn(RuleTestsTest.class, ESTATE)).hasSize(2);
    }

    @Test
    void one_that_is_broken_fails_with_all_that_it_says() {
        List<DynamicTest> tests = RuleTests.of(ESTATE, BROKEN).toList();

        assertThatThrownBy(() -> tests.get(0).getExecutable().execute())
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessage(BROKEN.evaluate(ESTATE).toString());
    }

    @Test
    void a_topology_that_cannot_work_fails_first() {
        Topology nameless = Topology.builder()
                .from(ESTATE)
                .servers(Stream.concat(ESTATE.servers().stream(), ESTATE.servers().stream())
                        .toList())
                .build();

        assertThat(RuleTests.canWork(nameless).getDisplayName()).isEqualTo("topology \"shop\" can work");
        assertThatThrownBy(() -> RuleTests.canWork(nameless).getExecutable().execute())
                .hasMessageContaining("error TB2001");
    }

    @Test
    void a_class_without_rules_is_refused() {
        assertThatThrownBy(() -> RuleTests.declaredIn(String.class, ESTATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("java.lang.String has no static field of type");
    }
}
