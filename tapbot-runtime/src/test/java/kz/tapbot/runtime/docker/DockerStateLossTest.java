package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SortedSet;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.PlanRefusedException;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.spi.StateMissingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Tapbot keeps on an engine is taken away by hand, a part at a time: it recovers or says what to do, and touches nothing. */
@OnEngine
class DockerStateLossTest {

    private final Topology shop = KilledShop.first();
    private DockerHarness harness;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() {
        harness = new DockerHarness();
        runtime = KilledRun.runtime(EngineForTests.dialer());
        assertThat(apply(shop).isDone()).isTrue();
    }

    @AfterEach
    void end() {
        harness.close();
    }

    @Test
    void a_stopped_or_removed_container_or_helper_image_is_made_again() {
        harness.byHand(client -> client.killContainerCmd("tapbot-state").exec());
        assertThat(runtime.plan(shop).isEmpty()).isTrue();
        harness.byHand(client -> {
            client.removeContainerCmd("tapbot-state").withForce(true).exec();
            client.removeImageCmd("tapbot/helper:3").withForce(true).exec();
        });
        SortedSet<String> before = harness.containers();
        assertThatThrownBy(() -> runtime.plan(shop))
                .isInstanceOf(StateMissingException.class)
                .hasMessage(
                        "Container tapbot-state on server box was removed, and without it nobody can read what Tapbot"
                                + " keeps in the volume tapbot-state. To look changes nothing, so that it stays so for"
                                + " now: \"apply\" makes the container again and changes nothing else for that.");
        assertThat(harness.containers()).isEqualTo(before);
        runtime.mend(shop);
        assertThat(runtime.plan(shop).isEmpty()).as("%s", runtime.plan(shop)).isTrue();
        harness.byHand(client -> {
            client.removeContainerCmd("tapbot-state").withForce(true).exec();
            client.removeImageCmd("tapbot/helper:3").withForce(true).exec();
        });
        assertThat(apply(shop).isDone()).isTrue();
        harness.leaveFileOf("keeper");
        assertThat(apply(KilledShop.second()).isDone()).isTrue();
        assertThat(harness.containers()).containsExactly("keeper", "page", "tapbot-state");
        assertThat(harness.keptForContainers()).isEqualTo(2);
    }

    @Test
    void a_lost_key_makes_everything_somebody_elses_until_it_is_adopted() {
        harness.byHand(client -> {
            client.removeContainerCmd("tapbot-state").withForce(true).exec();
            client.listContainersCmd()
                    .exec()
                    .forEach(container -> client.removeContainerCmd(container.getId())
                            .withForce(true)
                            .exec());
            client.removeVolumeCmd("tapbot-state").exec();
        });
        assertThatThrownBy(() -> apply(shop))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("volume:box/contract-data")
                .hasMessageContaining("--adopt");
        assertThat(harness.volumes()).contains("contract-data");
        PlanOptions adopt = PlanOptions.STANDARD.adopt(
                Address.parse("volume:box/contract-data"), Address.parse("network:box/contract-web"));
        ApplyReport report = runtime.apply(shop, runtime.plan(shop, adopt), adopt, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(runtime.plan(shop).isEmpty()).as("%s", runtime.plan(shop)).isTrue();
        assertThat(harness.data(kz.tapbot.model.name.VolumeName.of("contract-data"), "made"))
                .isPresent();
    }

    private ApplyReport apply(Topology topology) {
        return runtime.apply(topology, ApplyOptions.standard());
    }
}
