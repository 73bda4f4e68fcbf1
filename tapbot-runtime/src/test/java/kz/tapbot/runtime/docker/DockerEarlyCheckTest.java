package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.prove.ProvenClaim;
import kz.tapbot.runtime.prove.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Services whose engine checks them so rarely that it has not done so when they are up. */
@OnEngine
class DockerEarlyCheckTest {

    /** Longer than any of these tests takes. */
    private static final Duration RARELY = Duration.ofHours(1);

    private static final Server BOX = KilledShop.first().servers().iterator().next();

    private DockerHarness harness;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() {
        harness = new DockerHarness();
        runtime = KilledRun.runtime(EngineForTests.dialer());
    }

    @AfterEach
    void end() {
        harness.close();
    }

    @Test
    void nobody_waits_for_the_turn_of_the_engine_neither_who_needs_it_nor_what_is_made_inside_nor_a_proof() {
        Service keeper = Service.builder()
                .from(page("keeper", Command.of("test", "-e", "/tmp/up"), RARELY, "sleep 1; touch /tmp/up; sleep 1000"))
                .addProvisions(Provision.builder()
                        .kind("marker")
                        .name("made")
                        .probe(Command.of("test", "-e", "/tmp/made"))
                        .create(Command.of("touch", "/tmp/made"))
                        .build())
                .build();
        Service page = Service.builder()
                .from(page("page", Command.of("true"), RARELY, "sleep 1000"))
                .addNeeds(new Need(new ServiceId(BOX.name(), ServiceName.of("keeper")), true))
                .build();
        Topology shop = shop(keeper, page);

        ApplyReport report = runtime.apply(shop, ApplyOptions.standard());

        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(health("keeper")).isEqualTo("starting");
        assertThat(runtime.prove(shop).claims())
                .filteredOn(claim -> claim.sentence().endsWith(" is healthy."))
                .hasSize(2)
                .extracting(ProvenClaim::verdict)
                .containsOnly(Verdict.HOLDS);
        assertThat(runtime.plan(shop).isEmpty()).isTrue();
    }

    @Test
    void a_check_that_does_not_end_is_left_to_the_engine_and_given_up_in_time() {
        Command endless = Command.of("sh", "-c", "sleep 1000");
        Service page = page("page", endless, Duration.ofSeconds(3), "sleep 1000");

        ApplyReport report = runtime.apply(shop(page), ApplyOptions.standard());

        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        assertThat(report.toString()).containsPattern("Container page did not become healthy within \\d+ s");
    }

    private String health(String name) {
        StringBuilder health = new StringBuilder();
        harness.byHand(client -> health.append(
                client.inspectContainerCmd(name).exec().getState().getHealth().getStatus()));
        return health.toString();
    }

    private Service page(String name, Command check, Duration every, String script) {
        return Service.builder()
                .from(harness.healthy(name))
                .command(Command.of("sh", "-c", script))
                .stopGrace(Duration.ofSeconds(1))
                .healthCheck(new HealthCheck(check, every, Duration.ofSeconds(1), 2, Duration.ZERO))
                .build();
    }

    private static Topology shop(Service... services) {
        return Topology.builder()
                .name(KilledShop.first().name())
                .addServers(Server.builder()
                        .name(BOX.name())
                        .host(BOX.host())
                        .addServices(services)
                        .build())
                .build();
    }
}
