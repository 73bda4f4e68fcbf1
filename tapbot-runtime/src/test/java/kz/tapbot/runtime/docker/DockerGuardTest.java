package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Network.Ipam;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.PlanRefusedException;
import kz.tapbot.runtime.plan.PlanOptions;
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
