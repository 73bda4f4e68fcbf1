package kz.tapbot.runtime.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import org.junit.jupiter.api.Test;

class EstateGraphTest {

    @Test
    void everythingOnAServerIsInItsBox() {
        EstateGraph graph = EstateGraph.of(SampleEstate.topology());
        assertThat(graph.nodes())
                .filteredOn(node -> node.parent().equals(Optional.of("server:data")))
                .extracting(GraphNode::id)
                .containsExactly(
                        "service:data/directus",
                        "service:data/pgadmin",
                        "service:data/postgres",
                        "service:data/traefik",
                        "host-service:data/webmin",
                        "volume:data/certificates",
                        "volume:data/postgres",
                        "volume:data/uploads",
                        "destination:data:/var/backups/tapbot");
    }

    @Test
    void theArrowsSayWhatIsReachedNeededAndSaved() {
        EstateGraph graph = EstateGraph.of(SampleEstate.topology());
        assertThat(graph.edges())
                .extracting(edge -> edge.kind() + " " + edge.from() + " -> " + edge.to() + " " + edge.label())
                .contains(
                        "OPEN internet -> service:data/traefik 80, 443",
                        "OPEN internet -> host-service:data/webmin 8442 for admins",
                        "ROUTE service:data/traefik -> service:data/directus ",
                        "NEED service:data/directus -> service:data/postgres ",
                        "STORE service:data/postgres -> volume:data/postgres ",
                        "LINK service:app/n8n -> link:wg ",
                        "LINK link:wg -> service:data/postgres 5432",
                        "BACKUP volume:data/postgres -> backup:nightly ",
                        "BACKUP backup:nightly -> destination:data:/var/backups/tapbot ",
                        "CALL service:app/n8n -> outside:telegram ")
                .noneMatch(edge -> edge.contains("pgadmin") && edge.startsWith("OPEN"));
    }

    @Test
    void oneServerIsDrawnWithWhatLeadsToItAndFromIt() {
        EstateGraph graph = EstateGraph.of(SampleEstate.topology(), ServerName.of("app"));
        assertThat(graph.nodes())
                .extracting(GraphNode::id)
                .contains("internet", "server:app", "link:wg", "backup:nightly")
                .doesNotContain("server:data", "service:data/postgres");
        assertThat(graph.edges())
                .allSatisfy(edge ->
                        assertThat(graph.nodes()).extracting(GraphNode::id).contains(edge.from(), edge.to()));
    }

    @Test
    void anEmptyEstateIsAnEmptyGraph() {
        Topology empty = Topology.builder().name(TopologyName.of("empty")).build();
        assertThat(EstateGraph.of(empty)).isEqualTo(new EstateGraph("empty", java.util.List.of(), java.util.List.of()));
        assertThat(MermaidGraph.render(EstateGraph.of(empty))).isEqualTo("""
                        ---
                        title: empty
                        ---
                        flowchart LR
                        """);
    }
}
