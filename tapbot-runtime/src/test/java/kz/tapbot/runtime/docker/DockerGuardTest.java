package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Network.Ipam;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.PlanRefusedException;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.prove.ProvenClaim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is on an engine already and is not ours is told in the plan, with who it is, and not a byte of it changes. */
@OnEngine
class DockerGuardTest {

    private static final Map<String, String> TESTS = Map.of("tapbot.test", "theirs");

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
    void a_port_that_somebody_elses_container_publishes_is_told_in_the_plan() {
        harness.byHand(client -> {
            String id = client.createContainerCmd("tapbot-test/well:1.0.0")
                    .withName("theirs")
                    .withCmd("sleep", "1000")
                    .withExposedPorts(ExposedPort.tcp(80))
                    .withHostConfig(HostConfig.newHostConfig()
                            .withPortBindings(new PortBinding(Ports.Binding.bindPort(18_461), ExposedPort.tcp(80))))
                    .exec()
                    .getId();
            client.startContainerCmd(id).exec();
        });
        Service page = Service.builder()
                .from(harness.healthy("page"))
                .addPublications(new Publication(Port.tcp(18_461), 8080, Optional.empty(), List.of()))
                .build();
        Topology shop = shop(server -> server.addServices(page));
        refused(shop, "It publishes 18461/tcp, on which container theirs listens already.");
        assertThat(harness.running()).containsExactly("theirs");
    }

    @Test
    void addresses_that_somebody_elses_network_has_are_told_in_the_plan() {
        harness.byHand(client -> client.createNetworkCmd()
                .withName("theirs")
                .withLabels(TESTS)
                .withIpam(new Ipam().withConfig(new Ipam.Config().withSubnet("10.231.0.0/16")))
                .exec());
        Topology shop = shop(server -> server.addNetworks(Network.builder()
                .name(NetworkName.of("contract-web"))
                .subnet(Cidr.of("10.231.7.0/24"))
                .build()));
        refused(
                shop,
                "The network theirs of server box has 10.231.0.0/16, which overlaps with 10.231.7.0/24; it belongs to"
                        + " nobody known.");
        assertThat(harness.networks()).doesNotContain("contract-web").contains("theirs");
    }

    @Test
    void a_volume_with_somebody_elses_data_is_refused_and_adopting_it_leaves_the_data() {
        VolumeName data = VolumeName.of("contract-data");
        harness.byHand(client -> client.createVolumeCmd()
                .withName(data.value())
                .withLabels(TESTS)
                .exec());
        harness.writeData(data, "precious", "all of it");
        Topology shop = KilledShop.first();
        refused(shop, "The volume contract-data of server box is there already and belongs to nobody known.");
        PlanOptions adopting = PlanOptions.STANDARD.adopt(Address.parse("volume:box/contract-data"));
        ApplyReport report = runtime.apply(shop, runtime.plan(shop, adopting), adopting, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(harness.data(data, "precious")).contains("all of it");
        assertThat(runtime.plan(shop).isEmpty()).as("%s", runtime.plan(shop)).isTrue();
    }

    @Test
    void a_container_that_rules_over_the_server_is_named_by_a_proof_unless_it_is_declared_to() {
        Topology shop = shop(server -> server.addServices(Service.builder()
                .from(harness.healthy("page"))
                .addMounts(Mount.host(HostPath.of("/etc"), ContainerPath.of("/theirs"), true))
                .build()));
        assertThat(runtime.apply(shop, ApplyOptions.standard()).isDone()).isTrue();
        assertThat(swayed(shop)).isEqualTo("none");
        harness.byHand(client -> {
            client.createVolumeCmd()
                    .withName("theirs")
                    .withLabels(TESTS)
                    .withDriver("local")
                    .withDriverOpts(Map.of("type", "none", "o", "bind", "device", "/root"))
                    .exec();
            client.startContainerCmd(theirs(
                            client,
                            "theirs-1",
                            HostConfig.newHostConfig().withNetworkMode("host").withPidMode("host")))
                    .exec();
            client.startContainerCmd(theirs(
                            client,
                            "theirs-2",
                            HostConfig.newHostConfig()
                                    .withBinds(
                                            Bind.parse("/:/all:ro"),
                                            Bind.parse("/etc/hostname:/name:ro"),
                                            Bind.parse("theirs:/bound"))))
                    .exec();
            theirs(client, "theirs-3", HostConfig.newHostConfig().withPrivileged(true));
        });
        assertThat(swayed(shop))
                .isEqualTo("theirs-1 (on the server's own network, among the server's processes),"
                        + " theirs-2 (mounts /, mounts /root)");
    }

    /** Of those that are ours, what no declaration can say is somebody's doing. */
    @Test
    void a_container_that_somebody_has_put_into_the_place_of_ours_with_all_its_labels_is_named_by_a_proof() {
        Topology shop = shop(server -> server.addServices(harness.healthy("page")));
        assertThat(runtime.apply(shop, ApplyOptions.standard()).isDone()).isTrue();
        harness.byHand(client -> {
            Map<String, String> labels =
                    client.inspectContainerCmd("page").exec().getConfig().getLabels();
            client.removeContainerCmd("page").withForce(true).exec();
            client.startContainerCmd(client.createContainerCmd("tapbot-test/well:1.0.0")
                            .withName("page")
                            .withCmd("sleep", "1000")
                            .withLabels(labels)
                            .withHostConfig(HostConfig.newHostConfig().withPidMode("host"))
                            .exec()
                            .getId())
                    .exec();
        });
        assertThat(swayed(shop)).isEqualTo("page (among the server's processes)");
    }

    private static String theirs(DockerClient client, String name, HostConfig host) {
        return client.createContainerCmd("tapbot-test/well:1.0.0")
                .withName(name)
                .withLabels(TESTS)
                .withCmd("sleep", "1000")
                .withHostConfig(host)
                .exec()
                .getId();
    }

    private String swayed(Topology shop) {
        return runtime.prove(shop).claims().stream()
                .filter(
                        claim -> claim.sentence()
                                .equals(
                                        "No container on server box rules over it, or shares its network or processes, unless that is declared."))
                .map(ProvenClaim::seen)
                .collect(Collectors.joining("; "));
    }

    private void refused(Topology shop, String expected) {
        assertThatThrownBy(() -> runtime.apply(shop, ApplyOptions.standard()))
                .isInstanceOf(PlanRefusedException.class)
                .satisfies(refusal -> assertThat(refusal.toString()).containsIgnoringCase(expected));
    }

    private static Topology shop(java.util.function.Consumer<Server.Builder> with) {
        Server box = KilledShop.first().servers().iterator().next();
        Server.Builder server = Server.builder().name(box.name()).host(box.host());
        with.accept(server);
        return Topology.builder()
                .name(KilledShop.first().name())
                .addServers(server.build())
                .build();
    }
}
