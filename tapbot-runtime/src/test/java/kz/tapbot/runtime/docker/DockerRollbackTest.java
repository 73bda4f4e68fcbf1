package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.RollbackPlan;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.prove.ProofReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Restarting, and going back without a registry, on a real engine. */
@OnEngine
class DockerRollbackTest {

    private static final ServiceId FRONT = ServiceId.of("box/front");

    private DockerHarness harness;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() {
        harness = new DockerHarness();
        runtime = TapbotRuntime.builder()
                .driver(harness.driver())
                .who("tester@here")
                .build();
    }

    @AfterEach
    void end() {
        harness.close();
    }

    @Test
    void a_release_comes_back_although_its_image_has_lost_its_name_and_images_were_pruned() {
        Topology first = shop(harness.healthyOther("front"), "one");
        apply(first);
        Topology second = shop(harness.healthy("front"), "two");
        apply(second);
        assertThat(harness.keptTags()).hasSize(1).allMatch(tag -> tag.startsWith("tapbot/kept:front-"));
        String name = harness.healthyOther("front").image().value();
        harness.byHand(client -> {
            client.removeImageCmd(name).exec();
            client.pruneCmd(com.github.dockerjava.api.model.PruneType.IMAGES).exec();
        });

        RollbackPlan plan = runtime.daily().planRollback(second, FRONT, OptionalInt.empty());
        ApplyReport report = runtime.daily().rollback(plan, ApplyOptions.standard());

        assertThat(report.isDone()).as("%s", report).isTrue();
        ProofReport proof = runtime.daily().prove(plan);
        assertThat(proof.holds()).as("%s", proof).isTrue();
        assertThat(harness.everythingShown()).contains("GREETING=one").doesNotContain("GREETING=two");
        assertThat(runtime.plan(first).isEmpty()).as("%s", runtime.plan(first)).isTrue();
        assertThat(runtime.plan(second).toString()).contains("TB5206", "tester@here went back to release 1");
        assertThat(runtime.drift(second).toString()).contains("rolled back  container:box/front");
        assertThat(runtime.daily().releases(second, FRONT))
                .extracting(Release::number)
                .containsExactly(3, 2);
        apply(second);
        assertThat(runtime.drift(second).isEmpty()).isTrue();
    }

    @Test
    void a_restart_gives_the_service_a_new_start_and_leaves_it_what_it_is() {
        Topology shop = shop(harness.healthy("front"), "one");
        apply(shop);
        String before = harness.startedAt("front");
        ApplyReport report = runtime.daily().restart(shop, List.of(FRONT), ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(harness.startedAt("front")).isGreaterThan(before);
        assertThat(runtime.plan(shop).isEmpty()).isTrue();
    }

    private void apply(Topology topology) {
        ApplyReport report = runtime.apply(topology, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
    }

    private Topology shop(Service front, String greeting) {
        Server server = Server.builder()
                .from(harness.server())
                .addServices(Service.builder()
                        .from(front)
                        .putEnvironment("GREETING", EnvironmentValue.text(greeting))
                        .build())
                .build();
        return Topology.builder()
                .name(TopologyName.of("contract"))
                .addServers(server)
                .build();
    }
}
