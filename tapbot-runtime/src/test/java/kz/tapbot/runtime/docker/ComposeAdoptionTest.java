package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.docker.DockerCompose;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Capability;
import kz.tapbot.model.service.Confinement;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Ulimit;
import kz.tapbot.model.service.UlimitKind;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.compose.ComposeExport;
import kz.tapbot.runtime.compose.ComposeImport;
import kz.tapbot.runtime.compose.result.ComposeFile;
import kz.tapbot.runtime.compose.result.Exported;
import kz.tapbot.runtime.compose.result.Imported;
import kz.tapbot.runtime.lower.Lowering;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.resource.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docker-compose has brought up is taken over without a change, whether Tapbot wrote the file or read it. */
@OnEngine
class ComposeAdoptionTest {

    private static final Map<String, String> VARIABLES = Map.of(
            "N8N_DB_PASSWORD",
            "another-hunter2",
            "POSTGRES_PASSWORD",
            "hunter2-for-n8n",
            "FRONT_TOKEN",
            "correct-horse");

    @TempDir
    private Path temporary;

    private DockerHarness harness;
    private TapbotRuntime runtime;
    private Optional<Path> up = Optional.empty();

    @BeforeEach
    void begin() {
        assumeTrue(DockerCompose.isThere(), DockerCompose.NONE);
        harness = new DockerHarness();
        runtime = TapbotRuntime.builder()
                .driver(harness.driver())
                .environment(VARIABLES::get)
                .who("tester@here")
                .build();
    }

    @AfterEach
    void end() {
        if (harness != null) {
            harness.forgetOurs();
            up.ifPresent(file -> compose(file, "down", "--volumes", "--timeout", "1"));
            harness.close();
        }
    }

    private void compose(Path file, String... arguments) {
        DockerCompose.run(file, EngineForTests.uri().toString(), VARIABLES, arguments);
    }

    private void bringUp(Path file) {
        up = Optional.of(file);
        compose(file, "up", "-d");
    }

    @Test
    void an_exported_server_that_docker_compose_brings_up_is_as_declared() throws IOException {
        Topology shop = shop();
        Exported exported = ComposeExport.of(shop).get(0);
        Path file = temporary.resolve("compose.yaml");
        Files.writeString(file, exported.compose().text());
        bringUp(file);

        takesOverWithoutAChange(shop);
    }

    @Test
    void a_file_that_runs_is_imported_so_that_nothing_is_to_be_changed() throws IOException {
        byte[] text = Files.readAllBytes(Path.of("src/test/resources/compose/running.yaml"));
        Path file = temporary.resolve("running.yaml");
        Files.write(file, text);
        bringUp(file);

        Imported imported = ComposeImport.of(new ComposeFile(
                "running.yaml",
                text,
                temporary.toString(),
                Optional.of(harness.server().name()),
                Optional.of(harness.server().host()),
                name -> Optional.ofNullable(VARIABLES.get(name)),
                path -> Optional.empty()));
        assertThat(imported.source()).doesNotContain("hunter2");
        takesOverWithoutAChange(Topology.builder()
                .from(imported.topology())
                .name(TopologyName.of("contract"))
                .build());
    }

    private void takesOverWithoutAChange(Topology topology) {
        PlanOptions options = PlanOptions.STANDARD;
        for (Resource resource : Lowering.lower(topology)) {
            String kind = resource.address().kind();
            if (kind.equals("container") || kind.equals("network") || kind.equals("volume")) {
                options = options.adopt(resource.address());
            }
        }
        Plan plan = runtime.plan(topology, options);
        assertThat(plan.report().hasErrors()).as("%s", plan.report()).isFalse();
        assertThat(plan.changes()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.action()).hasToString("ADOPT");
            assertThat(change.differences()).as("%s", plan).isEmpty();
        });
        java.util.SortedSet<String> running = harness.running();
        ApplyReport report = runtime.apply(topology, plan, options, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(harness.running()).isEqualTo(running);
        assertThat(runtime.plan(topology).isEmpty())
                .as("%s", runtime.plan(topology))
                .isTrue();
    }

    /** Something of all that Compose can carry. */
    private Topology shop() {
        NetworkId web = new NetworkId(harness.server().name(), NetworkName.of("web"));
        NetworkId inner = new NetworkId(harness.server().name(), NetworkName.of("inner"));
        VolumeId data = new VolumeId(harness.server().name(), VolumeName.of("store-data"));
        Service store = Service.builder()
                .from(harness.healthy("store"))
                .addNetworks(new Attachment(inner, java.util.List.of("depot")))
                .addMounts(
                        Mount.volume(data, ContainerPath.of("/data")),
                        Mount.memory(DataSize.mib(16), ContainerPath.of("/run/store")))
                .limits(Limits.builder()
                        .memory(DataSize.mib(128))
                        .cpus(Cpus.of("0.5"))
                        .processes(64)
                        .addUlimits(
                                new Ulimit(UlimitKind.NOFILE, 1024, 4096), Ulimit.of(UlimitKind.CORE, Ulimit.UNLIMITED))
                        .build())
                .stopGrace(Duration.ofSeconds(3))
                .build();
        Service front = Service.builder()
                .from(harness.healthy("front"))
                .addNetworks(Attachment.to(web), Attachment.to(inner))
                .addNeeds(new Need(new ServiceId(harness.server().name(), store.name()), true))
                .addPublications(
                        new Publication(
                                Port.tcp(18090), 8080, Optional.of(IpAddress.of("127.0.0.1")), java.util.List.of()),
                        Publication.open(Port.udp(18091)))
                .putEnvironment("PRICE", EnvironmentValue.text("5 $ or $$ \"quoted\"\nand more"))
                .putEnvironment("TOKEN", EnvironmentValue.secret(kz.tapbot.model.name.SecretName.of("front-token")))
                .putLabels("com.example.team", "hub $x")
                .confinement(Confinement.builder()
                        .user("1000:1000")
                        .readOnlyRoot(true)
                        .init(true)
                        .addDroppedCapabilities(Capability.ALL)
                        .addAddedCapabilities(Capability.CHOWN)
                        .build())
                .build();
        Server server = Server.builder()
                .from(harness.server())
                .addNetworks(
                        Network.builder().name(web.network()).build(),
                        Network.builder()
                                .name(inner.network())
                                .internal(true)
                                .subnet(kz.tapbot.model.net.Cidr.of("172.31.78.0/24"))
                                .build())
                .addVolumes(Volume.builder().name(data.volume()).build())
                .addServices(store, front)
                .build();
        return Topology.builder()
                .name(TopologyName.of("contract"))
                .addServers(server)
                .addSecrets(kz.tapbot.model.secret.SecretDeclaration.builder()
                        .name(kz.tapbot.model.name.SecretName.of("front-token"))
                        .source(kz.tapbot.model.secret.SecretSource.environment("FRONT_TOKEN"))
                        .build())
                .build();
    }
}
