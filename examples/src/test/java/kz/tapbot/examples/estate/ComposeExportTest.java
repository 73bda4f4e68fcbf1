package kz.tapbot.examples.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import kz.tapbot.docker.DockerCompose;
import kz.tapbot.examples.Golden;
import kz.tapbot.runtime.compose.ComposeExport;
import kz.tapbot.runtime.compose.result.Exported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The estate as Compose files, for a team that wants to be able to leave. */
class ComposeExportTest {

    @TempDir
    private Path temporary;

    @Test
    void both_servers_are_compose_files_by_the_schema() throws IOException {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema());
        for (Exported server : ComposeExport.of(TapbotKzEstate.TOPOLOGY)) {
            Object tree = new Load(LoadSettings.builder().build())
                    .loadFromString(server.compose().text());
            assertThat(schema.validate(new ObjectMapper().writeValueAsString(tree), InputFormat.JSON))
                    .isEmpty();
            Golden.assertSame(
                    "compose-" + server.server() + ".yaml",
                    server.compose().text().stripTrailing());
        }
    }

    @Test
    void docker_compose_takes_them() throws IOException {
        assumeTrue(DockerCompose.isThere(), DockerCompose.NONE);
        for (Exported server : ComposeExport.of(TapbotKzEstate.TOPOLOGY)) {
            Path file = temporary.resolve(server.server() + ".yaml");
            Files.writeString(file, server.compose().text());
            assertThat(DockerCompose.run(file, "", Map.of(), "config", "--quiet"))
                    .isEmpty();
        }
    }

    private static String schema() throws IOException {
        try (InputStream in = ComposeExportTest.class.getResourceAsStream("/schemas/compose-spec.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.replace(
                    "\"$id\": \"compose_spec.json\",", ""); // no absolute address, which the validator asks for
        }
    }
}
