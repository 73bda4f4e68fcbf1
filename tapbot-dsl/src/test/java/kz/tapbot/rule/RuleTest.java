package kz.tapbot.rule;

import static kz.tapbot.TopologyRules.INTERNET;
import static kz.tapbot.TopologyRules.servers;
import static kz.tapbot.TopologyRules.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Trait;
import kz.tapbot.reach.Shop;
import org.junit.jupiter.api.Test;

/** How rules are put together, and what they say when they do not hold. */
class RuleTest {

    private static final DescribedPredicate<Subject.OfService> SHORT = DescribedPredicate.describe(
            "have a short name", service -> service.service().name().value().length() < 4);

    @Test
    void a_rule_that_holds_says_nothing() {
        assertThatCode(() -> services()
                        .that()
                        .areDatabases()
                        .should()
                        .notBeReachableFrom(INTERNET)
                        .check(Shop.GOOD))
                .doesNotThrowAnyException();
        assertThat(services()
                        .that()
                        .areDatabases()
                        .should()
                        .notBeReachableFrom(INTERNET)
                        .evaluate(Shop.GOOD))
                .hasToString(
                        "Rule \"services that are databases should not be reachable from the Internet\" holds (1 checked)");
    }

    @Test
    void a_broken_rule_tells_everything_with_the_lines_that_break_it() {
        var published = Shop.with(
                "debug",
                c -> c.role(r -> r.is(Trait.DATABASE)).publishes(Port.tcp(5433)).publishes(Port.tcp(5434)));
        TopologyRule rule = services()
                .that()
                .areDatabases()
                .should()
                .notBeReachableFrom(INTERNET)
                .because("lesson 6")
                .mendedBy("remove what publishes it");
        assertThatThrownBy(() -> rule.check(published))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Rule "services that are databases should not be reachable from the Internet, because lesson 6" was violated 2 times:
                        service:front/debug is reached from the Internet at 5433/tcp of server:front (RuleTest.java:44) via (Shop.java:102)
                            service:front/debug publishes 5433/tcp to everybody (RuleTest.java:44) via (Shop.java:102)
                        service:front/debug is reached from the Internet at 5434/tcp of server:front (RuleTest.java:44) via (Shop.java:102)
                            service:front/debug publishes 5434/tcp to everybody (RuleTest.java:44) via (Shop.java:102)
                        To mend it: remove what publishes it""");
    }

    @Test
    void a_rule_about_nothing_is_broken_unless_it_may_be() {
        TopologyRule rule = services().that().areNamed("postgres").should().haveHealthCheck();
        assertThatThrownBy(() -> rule.check(Shop.GOOD))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                Rule "services that are named postgres should have a health check" has nothing to look at: topology "shop" has no services that are named postgres.
                Either it is not declared (any more), or that() asks for something else than was meant.
                If there may be none, say so:
                    .allowEmpty()""");
        assertThatCode(() -> rule.allowEmpty().check(Shop.GOOD)).doesNotThrowAnyException();
    }

    @Test
    void what_is_planned_is_left_out() {
        assertThat(services().that().areOn("back").should().haveHealthCheck().evaluate(Shop.GOOD))
                .hasToString("""
                        Rule "services that are on server back should have a health check" was violated once:
                        service:back/index has no health check (Shop.java:84)""");
    }

    @Test
    void and_and_or_are_put_together_from_left_to_right() {
        assertThat(services()
                        .that()
                        .areNamed("proxy")
                        .or()
                        .areNamed("index")
                        .and()
                        .areOn("back")
                        .should()
                        .haveHealthCheck()
                        .evaluate(Shop.GOOD)
                        .checked())
                .isEqualTo(1);
    }

    @Test
    void predicates_and_conditions_of_ones_own_stand_among_ours() {
        Condition<Subject.OfService> tagged = Condition.that(
                "run version 2",
                service -> service.service().image().tag().startsWith("2"),
                service -> "runs " + service.service().image());
        TopologyRule rule = services()
                .that(SHORT)
                .and(DescribedPredicate.not(DescribedPredicate.describe(
                        "are caches", service -> service.service().is(Trait.CACHE))))
                .should(tagged)
                .andShould()
                .haveMemoryLimit();
        assertThat(rule.evaluate(Shop.GOOD)).hasToString("""
                Rule "services that have a short name and do not fit "are caches" should run version 2 and should have a memory limit" was violated 2 times:
                service:front/db runs example/db:1.0.0 (Shop.java:53)
                service:front/db has no memory limit (Shop.java:53)""");
        assertThat(services().should(tagged).sentence()).isEqualTo("services should run version 2");
    }

    @Test
    void a_rule_is_a_value_that_nothing_changes() {
        TopologyRule rule = servers().should().haveFirewall();
        rule.because("of a reason").allowEmpty().as("something else");
        assertThat(rule.sentence()).isEqualTo("servers should have a firewall");
    }

    @Test
    void many_rules_can_look_at_one_estate() {
        Estate estate = Estate.of(Shop.GOOD);
        assertThat(servers().should().haveFirewall().evaluate(estate).holds()).isTrue();
        assertThat(servers()
                        .should()
                        .onlyOpenToTheInternet(Port.tcp(443))
                        .evaluate(estate)
                        .holds())
                .isTrue();
    }
}
