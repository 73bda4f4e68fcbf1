package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.runtime.DestroyOptions;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.plan.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A small topology through the facade on a real engine, from the first apply to its end. */
@OnEngine
class DockerLifeTest {

    private static final NetworkName WEB = NetworkName.of("web");
    private static final VolumeName DATA = VolumeName.of("store-data");
    private static final String TOKEN = "correct-horse-battery-staple";

    private DockerHarness harness;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() {
        harness = new DockerHarness();
        runtime = TapbotRuntime.builder()
                .driver(harness.driver())
                .environment(Map.of("TOKEN", TOKEN)::get)
                .who("tester@here")
                .build();
    }

    @AfterEach
    void end() {
        harness.close();
    }

    @Test
    void what_was_applied_is_as_declared_and_is_proved() {
        Topology shop = shop(harness.healthy("front"));
        ApplyReport report = apply(shop);
        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(runtime.plan(shop).isEmpty()).as("%s", runtime.plan(shop)).isTrue();
        assertThat(runtime.prove(shop).holds()).as("%s", runtime.prove(shop)).isTrue();
        assertThat(harness.running()).containsExactly("front", "store");
        assertThat(runtime.drift(shop).isEmpty()).isTrue();
    }

    @Test
    void nothing_of_the_server_around_the_engine_is_planned() {
        Plan plan = runtime.plan(shop(harness.healthy("front")));
        assertThat(plan.changes())
                .extracting(change -> change.address().kind())
                .containsOnly("container", "network", "volume");
    }

    @Test
    void an_update_without_anything_exclusive_keeps_one_running_all_the_time() {
        apply(shop(harness.healthy("front")));
        Topology newer = shop(harness.healthyOther("front"));
        Plan plan = runtime.plan(newer);
        assertThat(plan.changes())
                .extracting(change -> change.address().toString())
                .containsExactly("container:box/front");
        ApplyReport report = apply(newer);
        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(runtime.plan(newer).isEmpty()).isTrue();
        assertThat(harness.running()).containsExactly("front", "store");
    }

    @Test
    void an_update_that_never_gets_healthy_leaves_the_old_one_serving() {
        Topology good = shop(harness.healthy("front"));
        apply(good);
        Service sick = Service.builder()
                .from(harness.neverHealthy("front"))
                .image(harness.healthyOther("front").image())
                .build();
        ApplyReport report = apply(shop(sick));
        assertThat(report.isDone()).isFalse();
        assertThat(report.toString()).contains("did not become healthy");
        assertThat(harness.running()).containsExactly("front", "store");
        assertThat(runtime.plan(good).isEmpty()).as("%s", runtime.plan(good)).isTrue();
    }

    @Test
    void a_container_that_is_stopped_by_hand_is_drift_and_is_mended() {
        Topology shop = shop(harness.healthy("front"));
        apply(shop);
        harness.stop("front");
        assertThat(runtime.drift(shop).isEmpty()).isFalse();
        apply(shop);
        assertThat(harness.running()).containsExactly("front", "store");
        assertThat(runtime.drift(shop).isEmpty()).isTrue();
    }

    @Test
    void what_has_the_name_of_ours_and_is_not_is_refused() {
        harness.runForeign(harness.healthy("front"));
        Topology shop = shop(harness.healthy("front"));
        assertThatThrownBy(() -> apply(shop)).hasMessageContaining("container:box/front");
        assertThat(harness.running()).containsExactly("front");
    }

    @Test
    void a_secret_is_nowhere_where_the_engine_shows_things() {
        Topology shop = shop(harness.healthy("front"));
        apply(shop);
        String shown = harness.everythingShown() + runtime.plan(shop) + runtime.observe(shop) + runtime.status(shop);
        assertThat(shown).doesNotContain(TOKEN).contains("front");
    }

    @Test
    void destroying_leaves_data_and_things_of_others() {
        Topology shop = shop(harness.healthy("front"));
        harness.runForeign(harness.healthy("theirs"));
        apply(shop);
        harness.writeData(DATA, "marker", "precious");
        Plan plan = runtime.planDestroy(shop, DestroyOptions.keepData());
        ApplyReport report = runtime.destroy(shop, plan, DestroyOptions.keepData(), ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(harness.running()).containsExactly("theirs");
        assertThat(harness.data(DATA, "marker")).contains("precious");
    }

    private ApplyReport apply(Topology topology) {
        return runtime.apply(topology, ApplyOptions.standard());
    }

    /** A front that holds nothing, and a store with a volume and a secret in a file. */
    private Topology shop(Service front) {
        NetworkId web = new NetworkId(harness.server().name(), WEB);
        Service store = Service.builder()
                .from(harness.healthy("store"))
                .addNetworks(Attachment.to(web))
                .addMounts(Mount.volume(new VolumeId(harness.server().name(), DATA), ContainerPath.of("/data")))
                .addFiles(new ContainerFile(
                        ContainerPath.of("/run/secrets/token"),
                        Content.secret(SecretName.of("token")),
                        FileMode.OWNER_READ,
                        0))
                .healthCheck(new HealthCheck(
                        Command.of("grep", "-q", "horse", "/run/secrets/token"),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        3,
                        Duration.ZERO))
                .build();
        Server server = Server.builder()
                .from(harness.server())
                .addNetworks(Network.builder().name(WEB).build())
                .addVolumes(Volume.builder().name(DATA).build())
                .addServices(
                        store,
                        Service.builder()
                                .from(front)
                                .addNetworks(Attachment.to(web))
                                .putEnvironment("GREETING", EnvironmentValue.text("hello"))
                                .build())
                .build();
        return Topology.builder()
                .name(TopologyName.of("contract"))
                .addServers(server)
                .addSecrets(SecretDeclaration.builder()
                        .name(SecretName.of("token"))
                        .source(SecretSource.environment("TOKEN"))
                        .build())
                .build();
    }
}
