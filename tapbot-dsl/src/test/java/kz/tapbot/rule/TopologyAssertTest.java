package kz.tapbot.rule;

import static kz.tapbot.TopologyRules.INTERNET;
import static kz.tapbot.TopologyRules.assertThat;
import static kz.tapbot.TopologyRules.services;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.tapbot.Tapbot;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;
import kz.tapbot.reach.Shop;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Single questions to a topology, and what they say when the answer is another one. */
class TopologyAssertTest {

    private static final Topology ESTATE = Shop.GOOD;
    private static final Target DATABASE = Target.service(ServiceId.of("front/db"), Port.tcp(5432));

    @Test
    void what_is_so_goes_through() {
        assertThat(ESTATE)
                .doesNotLet(INTERNET, DATABASE)
                .lets(Source.service(ServiceId.of("front/site")), DATABASE)
                .opensNoMoreThan(ESTATE)
                .keeps(services().that().areDatabases().should().notBeReachableFrom(INTERNET))
                .service("front/db")
                .isNotReachableFrom(INTERNET)
                .doesNotReach(Target.INTERNET)
                .and()
                .service("front/site")
                .reaches(DATABASE);
    }

    @Test
    void what_is_reached_and_should_not_is_told_with_the_way() {
        fails(() -> assertThat(ESTATE).service("front/proxy").isNotReachableFrom(INTERNET), """
                the Internet should not reach service:front/proxy, but the Internet reaches service:front/proxy
                  at 443/tcp of server:front
                    service:front/proxy publishes 443/tcp to everybody""");
    }

    @Test
    void what_is_closed_and_should_not_be_is_told_with_what_closes_it() {
        fails(() -> assertThat(ESTATE).service("front/db").isReachableFrom(INTERNET), """
                the Internet should reach service:front/db, but the Internet does not reach service:front/db
                    service:front/db publishes no port""");
        fails(
                () -> assertThat(ESTATE).asksForLogin(INTERNET, DATABASE),
                "the Internet should reach 5432/tcp of service:front/db with a login only, but the Internet does not reach");
    }

    @Test
    void a_service_that_is_not_there_is_told_with_those_that_are() {
        fails(
                () -> assertThat(ESTATE).service("front/postgres"),
                "topology \"shop\" has no service front/postgres that is to run. There is: back/index, front/db,");
    }

    @Test
    void all_rules_that_are_broken_are_told_at_once() {
        fails(
                () -> assertThat(ESTATE)
                        .keeps(
                                services().that().areNamed("db").should().haveDigest(),
                                services().that().areNamed("debug").should().notPublishPorts()),
                "Rule \"services that are named db should run an image with a digest",
                "\n\nRule \"services that are named debug should not publish ports\" was violated 2 times:");
    }

    @Test
    void what_cannot_work_is_told_as_validate_does() {
        Topology broken = Tapbot.draft("broken", t -> {
                    var box = t.server("box", HostAddress.of("203.0.113.10"));
                    box.container("a", Image.of("nginx:1.29.3"), c -> c.publishes(Port.tcp(80)));
                    box.container("b", Image.of("nginx:1.29.3"), c -> c.publishes(Port.tcp(80)));
                })
                .topology();

        fails(() -> assertThat(broken).canWork(), "Topology \"broken\" has 2 errors", "error TB2101");
        fails(() -> assertThat(broken).hasNoWarnings(), "error TB2101");
    }

    @Test
    void what_a_change_opens_is_told() {
        fails(
                () -> assertThat(ESTATE)
                        .opensNoMoreThan(Topology.builder()
                                .name(ESTATE.name())
                                .servers(ESTATE.servers().stream()
                                        .map(server -> kz.tapbot.model.server.Server.builder()
                                                .from(server)
                                                .services(java.util.List.of())
                                                .build())
                                        .toList())
                                .build()),
                "topology \"shop\" should open no more than before:\n    opens 9100/tcp of server:back");
    }

    @Test
    void a_condition_of_ones_own_is_asked_of_one_service() {
        Condition<Subject.OfService> pinned = Condition.that(
                "have a digest", one -> one.service().image().digest().isPresent(), one -> "has none");

        fails(
                () -> assertThat(ESTATE).service("front/db").should(pinned),
                "service:front/db should have a digest:\nservice:front/db has none (Shop.java:");
    }

    private static void fails(ThrowingCallable asking, String... said) {
        assertThatThrownBy(asking).isExactlyInstanceOf(AssertionError.class).hasMessageContainingAll(said);
    }
}
