package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bad releases of all kinds: the old one goes on serving, the new one goes, and its last words are told. */
@OnEngine
class DockerHealthTest {

    private static final Command GOOD = Command.of("true");

    private DockerHarness harness;
    private TapbotRuntime runtime;
    private String serving = "";

    @BeforeEach
    void begin() {
        harness = new DockerHarness();
        runtime = KilledRun.runtime(EngineForTests.dialer());
        assertThat(runtime.apply(shop(page("sleep 1000", GOOD)), ApplyOptions.standard())
                        .isDone())
                .isTrue();
        serving = life();
    }

    @AfterEach
    void end() {
        harness.close();
    }

    @Test
    void a_release_that_ends_again_and_again_is_given_up_with_the_last_forty_lines_it_said() {
        String script = "i=0; while [ $i -lt 100 ]; do printf 'line %s \\033[31mred\\n' $i; i=$((i+1)); done; exit 3";
        ApplyReport report = bad(page(script, GOOD));
        List<String> lines = report.changes().get(0).lines();
        assertThat(lines).hasSize(40).allMatch(line -> line.matches("line [0-9]+ \\\\x1b\\[31mred"));
        assertThat(lines.get(39)).isEqualTo("line 99 \\x1b[31mred");
        assertThat(report.toString()).contains("Container page.next does not run: it ended right after its start.");
    }

    @Test
    void a_release_that_is_healthy_and_dies_within_the_stable_time_is_given_up() {
        Service dies = Service.builder()
                .from(page("sleep 2; echo out of memory; exit 1", GOOD))
                .restart(RestartPolicy.NO)
                .build();
        assertThat(bad(dies).toString()).contains("it ended right after its start", "out of memory");
    }

    @Test
    void a_check_by_a_tool_that_the_image_lacks_is_no_good_check() {
        ApplyReport report = bad(page("echo serving; sleep 1000", Command.of("wget", "-q", "localhost")));
        assertThat(report.toString())
                .containsPattern("Container page.next did not become healthy within \\d+ s, or did not stay so.")
                .contains("serving");
    }

    private ApplyReport bad(Service release) {
        ApplyReport report = runtime.apply(shop(release), ApplyOptions.standard());
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        assertThat(harness.containers()).containsExactly("page", "tapbot-state");
        assertThat(life()).isEqualTo(serving);
        Topology good = shop(page("sleep 1000", GOOD));
        assertThat(runtime.plan(good).isEmpty()).as("%s", runtime.plan(good)).isTrue();
        return report;
    }

    private String life() {
        StringBuilder life = new StringBuilder();
        harness.byHand(client -> {
            var found = client.inspectContainerCmd("page").exec();
            life.append(found.getId()).append(found.getState().getStartedAt());
        });
        return life.toString();
    }

    private Service page(String script, Command check) {
        return Service.builder()
                .from(harness.healthy("page"))
                .command(Command.of("sh", "-c", script))
                .restart(RestartPolicy.ALWAYS)
                .stopGrace(Duration.ofSeconds(1))
                .healthCheck(new HealthCheck(check, Duration.ofSeconds(1), Duration.ofSeconds(5), 2, Duration.ZERO))
                .build();
    }

    private static Topology shop(Service page) {
        Server box = KilledShop.first().servers().iterator().next();
        return Topology.builder()
                .name(KilledShop.first().name())
                .addServers(Server.builder()
                        .name(box.name())
                        .host(box.host())
                        .addServices(page)
                        .build())
                .build();
    }
}
