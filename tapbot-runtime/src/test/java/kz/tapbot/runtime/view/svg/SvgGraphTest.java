package kz.tapbot.runtime.view.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.view.EstateGraph;
import kz.tapbot.runtime.view.GraphEdge;
import kz.tapbot.runtime.view.GraphNode;
import kz.tapbot.runtime.view.SampleEstate;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SvgGraphTest {

    private final EstateGraph graph = EstateGraph.of(SampleEstate.topology());

    @Test
    void aPictureIsWellFormedAndShowsEveryBoxAndArrow() throws Exception {
        Document picture = parse(SvgGraph.render(graph));
        assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(picture.getElementsByTagName("title").getLength())
                .isEqualTo(graph.nodes().size() - 2);
        assertThat(picture.getDocumentElement().getTextContent())
                .contains(graph.nodes().stream().map(GraphNode::title).toList());
        assertThat(SvgGraph.render(graph).split("class=\"edge ", -1).length - 1)
                .as("arrows and one line of the legend for each of the seven kinds")
                .isEqualTo(graph.edges().size() + 7);
    }

    @Test
    void aPictureStandsOnItsOwn() {
        assertThat(SvgGraph.render(graph))
                .doesNotContain("<script", "<image", "<foreignObject", "@import", "url(http", "href", "onload")
                .contains("prefers-color-scheme:dark");
    }

    @Test
    void theSameEstateGivesTheSameBytesWhateverTheOrderOfDeclaration() {
        Topology topology = SampleEstate.topology();
        var servers = new ArrayList<>(topology.servers());
        java.util.Collections.reverse(servers);
        Topology shuffled = Topology.builder().from(topology).servers(servers).build();
        assertThat(SvgGraph.render(EstateGraph.of(shuffled))).isEqualTo(SvgGraph.render(graph));
    }

    @Test
    void textIsEscaped() throws Exception {
        GraphNode hostile = new GraphNode(
                "\"><script>alert(1)</script>",
                GraphNode.Kind.SERVICE,
                Optional.empty(),
                "</text><script>",
                List.of("a & b\u0007"),
                List.of("\"'"),
                false);
        String picture = SvgGraph.render(new EstateGraph("<x>", List.of(hostile), List.of()));
        assertThat(picture).doesNotContain("<script").contains("a &amp; b ");
        parse(picture);
    }

    @Test
    void nothingToDrawIsAnEmptyPage() throws Exception {
        parse(SvgGraph.render(new EstateGraph("empty", List.of(), List.of())));
    }

    @Test
    void whatNobodyCouldReadIsNotDrawn() {
        List<GraphNode> many = new ArrayList<>();
        for (int i = 0; i <= SvgGraph.MOST_NODES; i++) {
            many.add(new GraphNode("n" + i, GraphNode.Kind.VOLUME, Optional.empty(), "n", List.of(), List.of(), false));
        }
        assertThatThrownBy(() -> SvgGraph.render(new EstateGraph("big", many, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A picture has at most 400 boxes, and this one would have 401.");
    }

    @Test
    void anArrowWithoutABoxIsRefused() {
        GraphEdge loose = new GraphEdge("a", "b", GraphEdge.Kind.NEED, "");
        assertThatThrownBy(() -> SvgGraph.render(new EstateGraph("loose", List.of(), List.of(loose))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Document parse(String picture) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(picture.getBytes(StandardCharsets.UTF_8)));
    }
}
