package kz.tapbot.examples.estate;

import static kz.tapbot.TopologyRules.INTERNET;
import static kz.tapbot.TopologyRules.networks;
import static kz.tapbot.TopologyRules.routes;
import static kz.tapbot.TopologyRules.servers;
import static kz.tapbot.TopologyRules.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.tapbot.junit.RuleTests;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Port;
import kz.tapbot.reach.Reachability;
import kz.tapbot.reach.Target;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.library.ExposureRules;
import kz.tapbot.rule.library.ReadyRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules of the team as sentences; the ready ones, each a test of its own, and those that are only ours. */
class TapbotKzRulesTest {

    private static final Topology ESTATE = TapbotKzEstate.TOPOLOGY;

    @TestFactory
    Stream<DynamicTest> ready_rules() {
        return RuleTests.of(ESTATE, ReadyRules.standard());
    }

    @Test
    void no_database_is_reachable_from_the_Internet() {
        services()
                .that()
                .areDatabases()
                .should()
                .notBeReachableFrom(INTERNET)
                .because("lesson 6")
                .check(ESTATE);
    }

    @Test
    void n8n_reaches_its_databases_over_the_link_and_nothing_else_does() {
        Target postgres = Target.service(ServiceId.of("data/postgres"), Port.tcp(5432));
        services().that().areNamed("n8n").should().reach(postgres).check(ESTATE);
        services()
                .that()
                .areOn("app")
                .and()
                .areNamed("redis", "portainer", "traefik")
                .should()
                .notReach(postgres)
                .check(ESTATE);
    }

    @Test
    void only_the_webhooks_are_for_everybody() {
        routes().that().areForEverybody().should().beReachableFrom(INTERNET).check(ESTATE);
        routes().that()
                .areFor("n8n.tapbot.kz")
                .should()
                .askForLogin()
                .andShould()
                .beOpenToKnownAddressesOnly()
                .check(ESTATE);
        assertThat(routes().that()
                        .areForEverybody()
                        .should()
                        .askForLogin()
                        .evaluate(ESTATE)
                        .violations())
                .hasSize(4);
    }

    @Test
    void servers_open_the_ports_of_the_web_only() {
        servers().should().onlyOpenToTheInternet(Port.tcp(80), Port.tcp(443)).check(ESTATE);
        networks().that().areNamed("database", "memory").should().beInternal().check(ESTATE);
    }

    @Test
    void a_rule_that_is_only_offered_says_where_the_estate_is_otherwise() {
        TopologyRule rule = ExposureRules.NOTHING_HAS_THE_ENGINES_SOCKET;
        assertThatThrownBy(() -> rule.check(ESTATE))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                        Rule "services should not have the engine's socket, because whoever gives orders to the container engine is root on its server" was violated 3 times:
                        service:app/portainer has /var/run/docker.sock mounted (""");
    }

    @Test
    void the_exposure_of_the_estate_is_what_the_team_has_agreed_to() {
        List<String> reached = Reachability.of(ESTATE).exposure().fromOutside().rows().stream()
                .filter(row -> row.from().equals(INTERNET))
                .map(Object::toString)
                .toList();
        assertThat(reached.stream().collect(Collectors.joining("\n"))).isEqualTo("""
                the Internet reaches 80/tcp of server:app (service:app/traefik)
                the Internet reaches 443/tcp of server:app (service:app/traefik)
                the Internet reaches https://bot.tapbot.kz/form-waiting/ (service:app/n8n)
                the Internet reaches https://bot.tapbot.kz/form/ (service:app/n8n)
                the Internet reaches https://bot.tapbot.kz/webhook-waiting/ (service:app/n8n)
                the Internet reaches https://bot.tapbot.kz/webhook/ (service:app/n8n)
                the Internet reaches 80/tcp of server:data (service:data/traefik)
                the Internet reaches 443/tcp of server:data (service:data/traefik)
                the Internet reaches https://dir.tapbot.kz (service:data/directus) with a login""");
    }
}
