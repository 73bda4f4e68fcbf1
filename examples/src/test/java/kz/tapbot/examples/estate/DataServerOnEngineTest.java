package kz.tapbot.examples.estate;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import java.util.List;
import java.util.Map;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.Lab;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.DestroyOptions;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.docker.internal.link.Removal;
import kz.tapbot.runtime.drift.DriftReport;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.prove.ProofReport;
import kz.tapbot.runtime.prove.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The second server of the estate on a real engine, from its first apply to its end. PostgreSQL is real; the images of the others stand in for what
 * cannot be had without a registry.
 */
@OnEngine
class DataServerOnEngineTest {

    private static final List<String> ALL =
            List.of("directus", "dozzle", "pgadmin", "portainer", "postgres", "qdrant", "traefik");

    private Lab lab;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() {
        lab = Lab.open();
        runtime = lab.runtime(Map.of("TELEGRAM_TOKEN", "1:example"));
    }

    @AfterEach
    void end() {
        lab.close();
    }

    /** One life and not a test for each part of it: the engine is brought to what each part begins with only once. */
    @Test
    void it_is_applied_proved_updated_mended_after_interference_and_destroyed_without_its_data() {
        Topology today = server(Versions.TODAY);
        Topology newer = server(Versions.TODAY.directus("10.13.1"));
        lab.imagesOf(today).imagesOf(newer);

        apply(today);
        isAsDeclared(today);
        ProofReport proof = runtime.prove(today);
        assertThat(proof.holds()).as("%s", proof).isTrue();
        assertThat(unseen(proof)).containsOnly("route:dir.tapbot.kz", "server:data", "host-service:data/webmin");

        updatesOnlyWhatIsNewer(newer);
        mendsWhatSomebodyDid(newer);
        isDestroyedButForItsData(newer);
    }

    private void isAsDeclared(Topology topology) {
        Plan plan = runtime.plan(topology);
        assertThat(plan.isEmpty()).as("%s", plan).isTrue();
        assertThat(lab.running()).containsExactlyElementsOf(ALL);
    }

    private static List<String> unseen(ProofReport proof) {
        return proof.claims().stream()
                .filter(claim -> claim.verdict() == Verdict.UNKNOWN)
                .map(claim -> claim.about().toString())
                .toList();
    }

    private void updatesOnlyWhatIsNewer(Topology newer) {
        assertThat(addresses(runtime.plan(newer))).containsExactly("container:data/directus");
        apply(newer);
        isAsDeclared(newer);
        assertThat(lab.client()
                        .inspectContainerCmd("directus")
                        .exec()
                        .getConfig()
                        .getImage())
                .isEqualTo("directus/directus:10.13.1");
    }

    private void mendsWhatSomebodyDid(Topology topology) {
        DockerClient hand = lab.client();
        hand.stopContainerCmd("pgadmin").exec();
        Removal.isGone(hand, "dozzle");
        hand.disconnectFromNetworkCmd()
                .withNetworkId("web")
                .withContainerId("portainer")
                .exec();
        DriftReport drift = runtime.drift(topology);
        assertThat(drift.ours())
                .extracting(entry -> entry.address().toString())
                .containsExactly("container:data/dozzle", "container:data/pgadmin", "container:data/portainer");
        assertThat(addresses(runtime.plan(topology)))
                .containsExactlyInAnyOrder(
                        "container:data/dozzle", "container:data/pgadmin", "container:data/portainer");
        apply(topology);
        isAsDeclared(topology);
        assertThat(runtime.drift(topology).isEmpty()).isTrue();
    }

    private void isDestroyedButForItsData(Topology topology) {
        destroy(topology, DestroyOptions.keepData());
        assertThat(lab.running()).isEmpty();
        assertThat(volumes())
                .contains("postgres-data", "qdrant-storage", "directus-uploads", "pgadmin-data", "portainer-data");
        destroy(topology, DestroyOptions.removeData(Address.parse("volume:data/postgres-data")));
        assertThat(volumes()).contains("qdrant-storage").doesNotContain("postgres-data");
    }

    private void destroy(Topology topology, DestroyOptions options) {
        Plan plan = runtime.planDestroy(topology, options);
        ApplyReport report = runtime.destroy(topology, plan, options, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
    }

    private List<String> volumes() {
        return lab.client().listVolumesCmd().exec().getVolumes().stream()
                .map(InspectVolumeResponse::getName)
                .toList();
    }

    private static List<String> addresses(Plan plan) {
        return plan.changes().stream()
                .map(change -> change.address().toString())
                .toList();
    }

    private Topology server(Versions versions) {
        return EstateOnEngine.dataServer(TapbotKzEstate.topology(versions), lab);
    }

    private void apply(Topology topology) {
        ApplyReport report = runtime.apply(topology, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
    }
}
