package kz.tapbot.runtime.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.Listening;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Networks with IPv6 blocks on a real engine, and ports that are opened on all addresses of one family. */
@OnEngine
class DockerIpv6Test {

    private static final int SIX = 18_096;
    private static final int FOUR = 18_097;

    /** Answers on both families. */
    private static final String LISTENS = """
        use IO::Socket::IP; $SIG{TERM} = sub { exit 0 };
        my $s = IO::Socket::IP->new(LocalHost => "::", LocalPort => 8080, Listen => 9, ReuseAddr => 1, V6Only => 0) or die $@;
        while (my $c = $s->accept) { print $c "well\\n"; close $c }
        """;

    private DockerHarness harness;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() {
        assumeTrue(Files.exists(Path.of("/proc/net/if_inet6")), "this machine has no IPv6");
        harness = new DockerHarness();
        runtime = KilledRun.runtime(EngineForTests.dialer());
    }

    @AfterEach
    void end() {
        if (harness != null) {
            harness.close();
        }
    }

    @Test
    void a_network_has_its_block_and_a_port_its_family_and_nothing_is_to_be_changed() throws IOException {
        Topology shop = shop(Optional.of(IpAddress.of("0.0.0.0")));
        apply(shop);
        assertThat(runtime.plan(shop).isEmpty()).as("%s", runtime.plan(shop)).isTrue();
        harness.byHand(client -> {
            var networks = client.inspectContainerCmd("page")
                    .exec()
                    .getNetworkSettings()
                    .getNetworks();
            assertThat(networks.get("contract-six").getGlobalIPv6Address()).startsWith("fd00:7a:b0::");
            assertThat(networks.get("contract-six").getIpAddress()).startsWith("172.31.79.");
            assertThat(networks.get("contract-inner").getGlobalIPv6Address()).startsWith("fd00:7a:b1::");
            assertThat(client.inspectNetworkCmd()
                            .withNetworkId("contract-inner")
                            .exec()
                            .getInternal())
                    .isTrue();
        });
        assertThat(visit("::1", SIX)).isEqualTo("well\n");
        assertThat(visit("127.0.0.1", FOUR)).isEqualTo("well\n");
        assertThatThrownBy(() -> visit("::1", FOUR)).isInstanceOf(IOException.class);
        apply(shop(Optional.empty()));
        assertThat(visit("::1", FOUR)).as("no longer by one family alone").isEqualTo("well\n");
    }

    private void apply(Topology shop) {
        ApplyReport report = runtime.apply(shop, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
    }

    /** An address of IPv6 is of use when nobody else has said for a second that it is his (RFC 4862). */
    private static String visit(String address, int port) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return visitOnce(address, port);
            } catch (SocketTimeoutException e) {
                if (tries == 5) {
                    throw e;
                }
            }
        }
    }

    private static String visitOnce(String address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 5000);
            socket.setSoTimeout(5000);
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private Topology shop(Optional<IpAddress> four) {
        Network six = network("contract-six", "172.31.79.0/24", "fd00:7a:b0::/64", false);
        Network inner = network("contract-inner", "172.31.80.0/24", "fd00:7a:b1::/64", true);
        Service page = Service.builder()
                .from(harness.running("page", LISTENS, List.of()))
                .healthCheck(new HealthCheck(
                        Listening.at(8080), Duration.ofSeconds(1), Duration.ofSeconds(2), 5, Duration.ZERO))
                .addNetworks(attached(six), attached(inner))
                .addPublications(published(SIX, Optional.of(IpAddress.of("::"))), published(FOUR, four))
                .build();
        return Topology.builder()
                .name(TopologyName.of("contract"))
                .addServers(Server.builder()
                        .from(harness.server())
                        .addNetworks(six, inner)
                        .addServices(page)
                        .build())
                .build();
    }

    private static Network network(String name, String four, String six, boolean internal) {
        return Network.builder()
                .name(NetworkName.of(name))
                .internal(internal)
                .subnet(Cidr.of(four))
                .subnetIpv6(Cidr.of(six))
                .build();
    }

    private Attachment attached(Network network) {
        return Attachment.to(new NetworkId(harness.server().name(), network.name()));
    }

    private static Publication published(int port, Optional<IpAddress> address) {
        return new Publication(Port.tcp(port), 8080, address, List.of());
    }
}
