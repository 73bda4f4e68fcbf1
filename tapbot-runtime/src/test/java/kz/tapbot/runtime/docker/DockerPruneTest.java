package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.daily.Leftover;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cleaning up images on a real engine. */
@OnEngine
class DockerPruneTest {

    private static final ServerName BOX = ServerName.of("box");
    private static final int VERSIONS = 5;

    private DockerHarness harness;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() {
        harness = new DockerHarness();
        runtime = TapbotRuntime.builder().driver(harness.driver()).build();
        for (int version = 1; version <= VERSIONS; version++) {
            harness.makeImage(image(version));
        }
    }

    @AfterEach
    void end() {
        harness.close();
    }

    @Test
    void only_images_of_ours_go_that_no_kept_release_needs_and_nobody_else_names() {
        for (int version = 1; version <= VERSIONS; version++) {
            apply(shop(version));
        }
        harness.byHand(client ->
                client.tagImageCmd(image(1).value(), "tapbot-test/theirs", "1").exec());
        SortedSet<String> before = harness.imageNames();

        List<Leftover> found = runtime.daily().leftovers(shop(VERSIONS), List.of(BOX));
        assertThat(found)
                .containsExactly(new Leftover.OldImage(
                        BOX, harness.imageId(image(1)), new TreeSet<>(List.of(image(1).value())), 0));
        assertThat(harness.imageNames()).isEqualTo(before);

        assertThat(runtime.daily().prune(shop(VERSIONS), found)).isEqualTo(found);
        before.remove(image(1).value());
        assertThat(harness.imageNames()).isEqualTo(before).contains("tapbot-test/theirs:1");
        assertThat(runtime.daily().leftovers(shop(VERSIONS), List.of(BOX))).isEmpty();

        Topology nothing = topology(List.of());
        apply(nothing);
        List<Leftover> rest = runtime.daily().leftovers(nothing, List.of(BOX));
        assertThat(rest).hasSize(5).contains(new Leftover.OldReleases(BOX, ServiceName.of("front")));
        runtime.daily().prune(nothing, rest);
        assertThat(harness.keptTags()).isEmpty();
        assertThat(harness.imageNames()).noneMatch(name -> name.startsWith("tapbot-test/front"));
        assertThat(runtime.daily().leftovers(nothing, List.of(BOX))).isEmpty();
    }

    private void apply(Topology topology) {
        ApplyReport report = runtime.apply(topology, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
    }

    private static Image image(int version) {
        return Image.of("tapbot-test/front:" + version + ".0");
    }

    private Topology shop(int version) {
        return topology(List.of(Service.builder()
                .from(harness.healthy("front"))
                .image(image(version))
                .build()));
    }

    private Topology topology(List<Service> services) {
        return Topology.builder()
                .name(TopologyName.of("contract"))
                .addServers(Server.builder()
                        .from(harness.server())
                        .addAllServices(services)
                        .build())
                .build();
    }
}
