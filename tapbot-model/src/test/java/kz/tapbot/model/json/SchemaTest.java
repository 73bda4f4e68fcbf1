package kz.tapbot.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import kz.tapbot.model.Topology;
import kz.tapbot.model.fixture.Topologies;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The published schema says what Tapbot does. Run with {@code -Dtapbot.update=true} to write it anew. */
class SchemaTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaOfForms.text());

    @Test
    void thePublishedSchemaIsTheOneThatTapbotReadsBy() throws IOException {
        List<Path> published = List.of(
                Path.of("src/main/resources/kz/tapbot/model/json/tapbot-topology-1.schema.json"),
                Path.of("../docs/schema/tapbot-topology-1.schema.json"));
        for (Path file : published) {
            if (Boolean.getBoolean("tapbot.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, SchemaOfForms.text());
            }
            assertThat(Files.readString(file)).as("%s", file).isEqualTo(SchemaOfForms.text());
        }
    }

    @Test
    void theSchemaIsPackaged() {
        assertThat(TopologyJson.schema()).isEqualTo(SchemaOfForms.text());
    }

    @Property(tries = 1000)
    void theSchemaAcceptsEveryTopologyThatTapbotWrites(@ForAll("any") Topology topology) {
        assertThat(SCHEMA.validate(TopologyJson.write(topology), InputFormat.JSON))
                .isEmpty();
    }

    @Provide
    Arbitrary<Topology> any() {
        return Topologies.any();
    }

    @Test
    void theSchemaRefusesAnUnknownFieldInEveryObject() throws IOException {
        JsonNode tree = MAPPER.readTree(TopologyJson.write(Topologies.any(7, 6)));
        List<ObjectNode> objects = new ArrayList<>();
        collect(tree, "", objects);
        assertThat(objects).hasSizeGreaterThan(50);
        for (ObjectNode object : objects) {
            object.put("unknown-field", 1);
            assertThat(SCHEMA.validate(tree.toString(), InputFormat.JSON))
                    .as("unknown field in %s", object)
                    .isNotEmpty();
            object.remove("unknown-field");
        }
        assertThat(SCHEMA.validate(tree.toString(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void everyFieldOfTheSchemaIsWrittenForSomeTopology() throws IOException {
        JsonNode schema = MAPPER.readTree(SchemaOfForms.text());
        Set<String> all = new TreeSet<>();
        properties(schema, all);
        all.remove("$schema");
        Set<String> written = new TreeSet<>();
        LongStream.range(0, 60)
                .mapToObj(seed -> TopologyJson.write(Topologies.any(seed, 6)))
                .forEach(json -> keys(parsed(json), written));
        assertThat(written).containsAll(all);
    }

    /** Objects with fields of the format; the ones whose keys are the user's own are left out. */
    private static void collect(JsonNode node, String key, List<ObjectNode> into) {
        if (node instanceof ObjectNode object
                && !Set.of("environment", "labels", "sysctl", "attributes").contains(key)) {
            into.add(object);
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            collect(node.get(name), name, into);
        }
        if (node.isArray()) {
            node.forEach(item -> collect(item, "", into));
        }
    }

    private static void properties(JsonNode schema, Set<String> into) {
        if (schema.has("properties")) {
            schema.get("properties").fieldNames().forEachRemaining(into::add);
        }
        schema.forEach(inner -> properties(inner, into));
    }

    private static void keys(JsonNode node, Set<String> into) {
        node.fieldNames().forEachRemaining(into::add);
        node.forEach(inner -> keys(inner, into));
    }

    private static JsonNode parsed(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
