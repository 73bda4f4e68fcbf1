package kz.tapbot.runtime.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kz.tapbot.docker.DockerCompose;
import kz.tapbot.model.Topology;
import kz.tapbot.model.fixture.Topologies;
import kz.tapbot.runtime.compose.result.Exported;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is exported is a Compose file by the schema of the Compose Specification, and to docker-compose. */
class ComposeSchemaTest {

    private static final Schema SCHEMA =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema());
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+):\\?");

    @TempDir
    private Path temporary;

    private static String schema() {
        try {
            // its $id is no absolute address, which the validator asks for
            return Files.readString(Path.of("src/test/resources/schemas/compose-spec.json"))
                    .replace("\"$id\": \"compose_spec.json\",", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 200)
    void the_schema_accepts_every_server_that_could_be_run(@ForAll("estates") Topology topology) {
        for (Exported exported : ComposeExport.of(topology)) {
            accepted(exported.compose().text());
        }
    }

    @Property(tries = 200)
    void the_schema_accepts_every_server_of_anything(@ForAll("any") Topology topology) {
        for (Exported exported : ComposeExport.of(topology)) {
            accepted(exported.compose().text());
        }
    }

    private static void accepted(String yaml) {
        try {
            Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            assertThat(SCHEMA.validate(new ObjectMapper().writeValueAsString(tree), InputFormat.JSON))
                    .as(yaml)
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void docker_compose_accepts_them_too() throws IOException {
        assumeTrue(DockerCompose.isThere(), DockerCompose.NONE);
        for (int seed = 1; seed <= 3; seed++) {
            for (Exported exported : ComposeExport.of(Topologies.estate(seed, Topologies.LARGEST))) {
                Path file = temporary.resolve(seed + "-" + exported.server() + ".yaml");
                Files.writeString(file, exported.compose().text());
                Map<String, String> variables = new TreeMap<>();
                VARIABLE.matcher(exported.compose().text())
                        .results()
                        .forEach(found -> variables.put(found.group(1), "x"));
                assertThat(DockerCompose.run(file, "", variables, "config", "--quiet"))
                        .isEmpty();
            }
        }
    }

    @Provide
    static Arbitrary<Topology> estates() {
        return Topologies.estates();
    }

    @Provide
    static Arbitrary<Topology> any() {
        return Topologies.any();
    }
}
