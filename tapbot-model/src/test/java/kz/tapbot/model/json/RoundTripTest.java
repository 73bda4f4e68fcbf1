package kz.tapbot.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import kz.tapbot.model.Topology;
import kz.tapbot.model.fixture.EditedTopologies;
import kz.tapbot.model.fixture.Topologies;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripTest {

    @Property(tries = 1000)
    void any_topology_survives_json_unchanged_and_in_the_same_bytes(@ForAll("any") Topology topology) {
        survives(topology);
    }

    @Property(tries = 1000)
    void any_edited_estate_survives_json_unchanged_and_in_the_same_bytes(@ForAll("edits") EditedTopologies.Edit edit) {
        survives(edit.before());
        survives(edit.after());
    }

    @Provide
    Arbitrary<Topology> any() {
        return Topologies.any();
    }

    @Provide
    Arbitrary<EditedTopologies.Edit> edits() {
        return EditedTopologies.edits();
    }

    private static void survives(Topology topology) {
        String json = TopologyJson.write(topology);
        ReadResult result = TopologyJson.read(json.getBytes(StandardCharsets.UTF_8), "estate.json");
        assertThat(result.report().toString()).isEqualTo("File \"estate.json\" has no findings");
        assertThat(result.orElseThrow()).isEqualTo(topology);
        assertThat(TopologyJson.write(result.orElseThrow())).isEqualTo(json);
    }
}
