package kz.tapbot.validate;

import static kz.tapbot.TopologyRules.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.Topology;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;
import kz.tapbot.rule.RuleResult;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.Violation;
import kz.tapbot.rule.library.UpkeepRules;
import kz.tapbot.validate.code.TopologyCode;
import org.junit.jupiter.api.Test;

/** What is acknowledged in a declaration is accepted by rules and warnings, and only that. */
class AcknowledgementTest {

    /** The line of the helper of this class through which a declaration goes. */
    private static final String VIA = " via \\(AcknowledgementTest.java:\\d+\\)";

    private static final TopologyRule LIMITS = UpkeepRules.SERVICES_HAVE_A_MEMORY_LIMIT;

    /** An exporter whose well-known port is open to everybody, which is a warning, and a page; neither has a limit. */
    private static Topology estate(BiConsumer<TopologySpec, ContainerRef> more) {
        return Tapbot.draft("small", t -> {
                    var box = t.server("box", HostAddress.of("203.0.113.10"));
                    var web = box.network("web");
                    var exporter = box.container(
                            "exporter",
                            Image.of("prom/node-exporter:v1.8.2"),
                            c -> c.joins(web).publishes(Port.tcp(9100)));
                    box.container(
                            "page", Image.of("nginx:1.29.3"), c -> c.joins(web).publishes(Port.tcp(80)));
                    more.accept(t, exporter);
                })
                .topology();
    }

    @Test
    void a_rule_does_not_count_what_is_acknowledged_and_still_tells_it() {
        Topology estate = estate((t, exporter) -> t.acknowledge(LIMITS, exporter, "it is measured next week"));

        RuleResult result = LIMITS.evaluate(estate);
        assertThat(result.toString().replaceAll(VIA, "")).isEqualTo("""
                Rule "services should have a memory limit, because one that leaks memory would take the whole server down" was violated once:
                service:box/page has no memory limit (AcknowledgementTest.java:42)
                To mend it: say limits(l -> l.memory(mib(256))), with what the service needs at most (mib is in DataSize)
                Acknowledged, and not counted: service:box/exporter has no memory limit, because it is measured next week (AcknowledgementTest.java:51)""");
        services()
                .that()
                .areNamed("exporter")
                .should()
                .haveMemoryLimit()
                .named(LIMITS.name())
                .check(estate);
    }

    @Test
    void another_rule_is_broken_as_before() {
        Topology estate = estate((t, exporter) -> t.acknowledge(LIMITS, exporter, "it is measured next week"));

        assertThat(services().should().haveMemoryLimit().evaluate(estate).violations())
                .hasSize(2);
    }

    @Test
    void a_rule_of_ones_own_is_known_by_what_it_demands_or_by_a_name() {
        TopologyRule said = services().that().areNamed("exporter").should().notPublishPorts();
        TopologyRule named =
                services().should().notPublishPorts().named("closed").as("nothing is published");

        assertThat(said.because("of something").name())
                .isEqualTo("services that are named exporter should not publish ports");
        said.because("it is so").check(estate((t, exporter) -> t.acknowledge(said, exporter, "known")));
        assertThat(named.evaluate(estate((t, exporter) -> t.acknowledge(named, exporter, "known")))
                        .violations())
                .extracting(Violation::about)
                .containsExactly(Address.parse("service:box/page"));
    }

    @Test
    void what_is_acknowledged_and_not_so_breaks_the_rule() {
        TopologyRule rule = services().that().areNamed("page").should().notHaveEngineSocket();
        Topology estate = estate((t, exporter) -> t.acknowledge(rule, exporter, "known"));

        assertThatThrownBy(() -> rule.check(estate))
                .isInstanceOf(AssertionError.class)
                .extracting(problem -> String.valueOf(problem.getMessage()).replaceAll(VIA, ""))
                .isEqualTo("""
                Rule "services that are named page should not have the engine's socket" holds (1 checked)
                Acknowledged without need: service:box/exporter does not break it (any more). Remove the line (AcknowledgementTest.java:94)""");
    }

    @Test
    void a_warning_becomes_a_note_with_the_reason() {
        Topology estate = estate((t, exporter) ->
                t.acknowledge(TopologyCode.ADMIN_PORT_PUBLISHED, exporter, "the monitoring has no fixed address"));

        assertThat(findings(estate, "TB2106")).isEmpty();
        assertThat(findings(estate, "TB2011")).startsWith("""
                note TB2011  Acknowledged warning
                  at service:box/exporter
                  TB2106 Well-known inner port open to everybody.
                """).endsWith("""
                  Acknowledged: the monitoring has no fixed address
                  declared at (AcknowledgementTest.java:107)
                  first declared at (AcknowledgementTest.java:41)""".indent(2)
                .stripTrailing());
        assertThat(findings(estate, "TB2012")).isEmpty();
    }

    @Test
    void what_acknowledges_nothing_is_told() {
        Topology estate = estate((t, exporter) -> {
            t.acknowledge(TopologyCode.NETWORK_UNUSED, exporter, "known");
            t.acknowledge(LIMITS, Address.parse("service:box/gone"), "known");
        });

        assertThat(findings(estate, "TB2012")).isEqualTo("""
                warning TB2012  Acknowledgement without effect
                  at service:box/exporter
                  TB2206 is not found for service:box/exporter, or not any more.
                  Remove the line, or name the warning and the thing that are meant.
                  declared at (AcknowledgementTest.java:125)

                warning TB2012  Acknowledgement without effect
                  at service:box/gone
                  There is no service:box/gone that is to run, so that no rule is broken by it.
                  Remove the line, or name the thing that is meant, by the address that the rule's violation begins with.
                  declared at (AcknowledgementTest.java:126)""");
    }

    @Test
    void an_error_stays_an_error() {
        Topology estate = Tapbot.draft("small", t -> {
                    var box = t.server("box", HostAddress.of("203.0.113.10"));
                    var web = box.network("web");
                    var store = box.container(
                            "store",
                            Image.of("postgres:16.9"),
                            c -> c.joins(web).publishes(Port.tcp(5432)));
                    t.acknowledge(TopologyCode.DATABASE_PUBLISHED, store, "it is only for a day");
                })
                .topology();

        assertThat(findings(estate, "TB2104")).startsWith("error TB2104");
        assertThat(findings(estate, "TB2012"))
                .contains("TB2104 of service:box/store is an error, and only warnings can be acknowledged.");
    }

    @Test
    void it_goes_into_json_and_back() {
        Topology estate = estate((t, exporter) -> t.acknowledge(LIMITS, exporter, "it is measured next week"));
        String json = TopologyJson.write(estate);

        assertThat(json).contains("""
                  "acknowledgements": [
                    {
                      "rule": "services-have-a-memory-limit",
                      "object": "service:box/exporter",
                      "reason": "it is measured next week"
                    }
                  ]
                """);
        assertThat(TopologyJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), "x.json")
                        .orElseThrow())
                .isEqualTo(estate);
    }

    @Test
    void a_reason_that_says_nothing_is_refused_at_its_line() {
        assertThat(Tapbot.draft("small", t -> {
                            var box = t.server("box", HostAddress.of("203.0.113.10"));
                            t.acknowledge(LIMITS, box, " ");
                        })
                        .report()
                        .toString())
                .contains("error TB1012", "A reason is one line", "(AcknowledgementTest.java:184)");
    }

    private static String findings(Topology topology, String code) {
        return Validator.validate(topology).diagnostics().stream()
                .filter(finding -> finding.code().id().equals(code))
                .map(finding -> finding.toString().replaceAll(VIA, ""))
                .collect(Collectors.joining("\n\n"));
    }
}
