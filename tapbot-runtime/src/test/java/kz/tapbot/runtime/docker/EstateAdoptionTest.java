package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.docker.DockerCompose;
import kz.tapbot.docker.OnOwnEngine;
import kz.tapbot.docker.OwnEngine;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.compose.ComposeImport;
import kz.tapbot.runtime.compose.result.ComposeFile;
import kz.tapbot.runtime.compose.result.Imported;
import kz.tapbot.runtime.lower.Lowering;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.resource.Resource;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both Compose files of a two-server estate, with all that is wrong in them, are brought up by docker-compose, and imported: the plan is to adopt, and changes exactly
 * what the import has told. In place of the products' images stand ones with a shell that only wait; the engine's socket is an empty file, {@code privileged}
 * is left out and fewer files may be open, as not every machine can do that. Golden texts are rewritten with {@code -Dtapbot.update=true}.
 */
@OnOwnEngine(needs = "docker-compose")
class EstateAdoptionTest {

    private static final Path FOLDER = Path.of("src/test/resources/compose");

    private static final List<String> IMAGES = List.of(
            "traefik:v3.1",
            "n8nio/n8n:latest",
            "redis:7-alpine",
            "portainer/portainer-ce:latest",
            "postgres:16.4",
            "directus/directus:10.10.0",
            "qdrant/qdrant:v1.11.0",
            "amir20/dozzle:latest");

    private static final Map<String, String> VARIABLES = Map.of(
            "N8N_DB_PASSWORD", "another-hunter2",
            "N8N_BASIC_AUTH_PASSWORD", "Sup3rS3cret-n8n",
            "POSTGRES_PASSWORD", "hunter2-directus",
            "DIRECTUS_DB_CONNECTION_STRING", "postgres://directus:hunter2-directus@postgres:5432/directus",
            "DIRECTUS_SECRET", "a-secret-of-directus");

    private static final Map<String, String> OF_ENGINE = Map.of(
            "N8N_DB_POSTGRESDB_PASSWORD", "N8N_DB_PASSWORD",
            "DIRECTUS_DB_PASSWORD", "POSTGRES_PASSWORD",
            "DIRECTUS_DB_CONNECTION_STRING", "DIRECTUS_DB_CONNECTION_STRING");

    @TempDir
    Path temporary;

    @Test
    void what_is_carried_over_is_adopted_without_a_change() throws Exception {
        try (OwnEngine engine = OwnEngine.start();
                DockerClient client = DockerClients.connect(engine.dialer())) {
            engine.give(SmallShop.REPOSITORY, "1.0.0");
            standIns(client);
            client.createVolumeCmd().withName("redis-data").exec();
            for (String server : List.of("app", "data")) {
                Path file = prepared(server);
                compose(engine, file, "up", "-d");
                try {
                    assertAdopted(engine, server, "adoption.txt", ofFile(server, file));
                    assertAdopted(engine, server, "adoption-of-engine.txt", ofEngine(engine, server));
                } finally {
                    compose(engine, file, "down", "--timeout", "1");
                }
            }
        }
    }

    private static Topology ofFile(String server, Path file) throws IOException {
        return ComposeImport.of(new ComposeFile(
                        "docker-compose.yml",
                        Files.readAllBytes(file),
                        file.getParent().toString(),
                        Optional.of(ServerName.of(server)),
                        Optional.of(HostAddress.of("203.0.113.10")),
                        name -> Optional.ofNullable(VARIABLES.get(name)),
                        path -> Optional.empty()))
                .topology();
    }

    /** Without the file, of what runs: what that is told to be wrong with it is a golden text, too. */
    private Topology ofEngine(OwnEngine engine, String server) throws IOException {
        Imported imported = EngineImport.of(
                engine.uri().toString(), ServerName.of(server), Optional.of(HostAddress.of("203.0.113.10")), List.of());
        Report report = new Report(new Address("file", "engine"), imported.findings());
        golden(server, "findings-of-engine.txt", report + "\n" + imported.source());
        return imported.topology();
    }

    private void golden(String server, String name, String said) throws IOException {
        String text = said.replace(temporary.toString(), "/srv");
        assertThat(text).doesNotContain("hunter2", "Sup3rS3cret", "a-secret-of", "92IXUNpkjO0rOQ5byMi");
        Path golden = FOLDER.resolve(server).resolve(name);
        if (Boolean.getBoolean("tapbot.update")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    private void assertAdopted(OwnEngine engine, String server, String name, Topology topology) throws IOException {
        PlanOptions options = PlanOptions.STANDARD;
        for (Resource resource : Lowering.lower(topology)) {
            if (List.of("container", "network", "volume")
                    .contains(resource.address().kind())) {
                options = options.adopt(resource.address());
            }
        }
        Plan plan = TapbotRuntime.builder()
                .driver(new DockerDriver(any -> engine.dialer()))
                .environment(EstateAdoptionTest::value)
                .who("tester@here")
                .build()
                .plan(topology, options);
        golden(server, name, plan + "\n");
    }

    /** An import of the engine calls variables after service and variable, as it does not see those of the file. */
    private static @Nullable String value(String name) {
        return VARIABLES.get(OF_ENGINE.getOrDefault(name, name));
    }

    private static void compose(OwnEngine engine, Path file, String... arguments) {
        DockerCompose.run(file, engine.uri().toString(), VARIABLES, arguments);
    }

    private Path prepared(String server) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(server));
        Files.createDirectory(folder.resolve("migrate"));
        Path socket = Files.writeString(folder.resolve("socket"), "");
        Files.writeString(folder.resolve("postgresql.conf"), "shared_buffers = 1GB\n");
        Files.writeString(folder.resolve("api_token.txt"), "hunter2");
        String text = Files.readString(FOLDER.resolve(server).resolve("docker-compose.yml"));
        return Files.writeString(
                folder.resolve("docker-compose.yml"),
                text.replace("/var/run/docker.sock:/var", socket + ":/var")
                        .replace("    privileged: true\n", "")
                        .replace("nofile: 65535", "nofile: 512"));
    }

    /** Images that wait whatever they are told, and are healthy to those who ask as PostgreSQL is asked. */
    private static void standIns(DockerClient client) throws IOException {
        String id = client.createContainerCmd(SmallShop.REPOSITORY + ":1.0.0")
                .withEntrypoint("sh", "-c", "trap 'exit 0' TERM; sleep 100000 & wait")
                .exec()
                .getId();
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        byte[] script = "#!/bin/sh\nexit 0\n".getBytes(StandardCharsets.UTF_8);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(archive)) {
            TarArchiveEntry entry = new TarArchiveEntry("bin/pg_isready");
            entry.setMode(0100755);
            entry.setSize(script.length);
            tar.putArchiveEntry(entry);
            tar.write(script);
            tar.closeArchiveEntry();
        }
        client.copyArchiveToContainerCmd(id)
                .withRemotePath("/")
                .withTarInputStream(new ByteArrayInputStream(archive.toByteArray()))
                .exec();
        for (String image : IMAGES) {
            int colon = image.indexOf(':');
            client.commitCmd(id)
                    .withRepository(image.substring(0, colon))
                    .withTag(image.substring(colon + 1))
                    .exec();
        }
        client.removeContainerCmd(id).exec();
    }
}
