package kz.tapbot.runtime.cli;

import kz.tapbot.model.Topology;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.view.EstateGraph;
import kz.tapbot.runtime.view.MermaidGraph;
import kz.tapbot.runtime.view.svg.SvgGraph;

/** {@code graph}: the estate as a picture. */
final class GraphVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        Topology topology = in.topology();
        EstateGraph graph = in.server(topology)
                .map(server -> EstateGraph.of(topology, server))
                .orElseGet(() -> EstateGraph.of(topology));
        String format = in.arguments().value("--format").orElse("mermaid");
        String drawn = draw(graph, format);
        in.arguments().value("--out").ifPresent(file -> UserFile.write(file, drawn));
        if (in.json()) {
            in.outExactly(in.document(ExitCode.DONE)
                    .put("pictureFormat", format)
                    .put("picture", drawn)
                    .pretty());
        } else if (!in.arguments().has("--out")) {
            in.outExactly(drawn);
        }
        return ExitCode.DONE;
    }

    private static String draw(EstateGraph graph, String format) {
        return switch (format) {
            case "mermaid" -> MermaidGraph.render(graph);
            case "svg" -> svg(graph);
            default ->
                throw new UsageException(
                        "There is no picture format " + Shown.of(format) + ".", "There is: mermaid, svg.");
        };
    }

    private static String svg(EstateGraph graph) {
        if (graph.nodes().size() > SvgGraph.MOST_NODES) {
            throw new UsageException(
                    "The estate has " + graph.nodes().size() + " boxes, and a picture at most " + SvgGraph.MOST_NODES
                            + ".",
                    "Draw one server with --server NAME, or use --format mermaid.");
        }
        return SvgGraph.render(graph);
    }
}
