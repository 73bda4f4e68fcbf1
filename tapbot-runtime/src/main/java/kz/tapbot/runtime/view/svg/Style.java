package kz.tapbot.runtime.view.svg;

import kz.tapbot.runtime.view.GraphEdge;

/** The colours of a picture, on light and on dark pages. */
final class Style {

    private static final String SHEET = """
            text{font-family:Inter,"Segoe UI","Helvetica Neue",Arial,"DejaVu Sans",sans-serif;fill:#0f172a}
            .page{fill:#ffffff}
            .heading{font-size:20px;font-weight:700}
            .server>rect:first-child{fill:#f6f8fb;stroke:#cbd5e1;stroke-width:1.5}
            .server-name{font-size:17px;font-weight:700}
            .card>rect:nth-of-type(1){fill:#ffffff;stroke:#cbd5e1}
            .name{font-size:15px;font-weight:600}
            .kind{font-size:10.5px;text-anchor:end;fill:#64748b}
            .detail{font-size:12px;fill:#475569}
            .legend{font-size:12px;fill:#475569}
            .chip{fill:#e0e7ff;stroke:none}
            .closed{fill:#ccfbf1}
            .chip-text{font-size:10.5px;text-anchor:middle;fill:#334155}
            .strip{fill:#2563eb}
            .internet .strip{fill:#64748b}
            .proxy .strip{fill:#7c3aed}
            .database .strip{fill:#0f766e}
            .host-service .strip{fill:#b45309}
            .volume .strip,.destination .strip{fill:#94a3b8}
            .backup .strip{fill:#15803d}
            .outside .strip{fill:#be185d}
            .link .strip{fill:#0369a1}
            .planned{opacity:.6}
            .planned>rect:nth-of-type(1){stroke-dasharray:4 3}
            .edge{fill:none;stroke-width:1.5}
            .edge.open{stroke:#dc2626;stroke-width:2}
            .head.open path,.edge-text.open{fill:#dc2626}
            .edge.route{stroke:#7c3aed}
            .head.route path{fill:#7c3aed}
            .edge.need{stroke:#94a3b8}
            .head.need path{fill:#94a3b8}
            .edge.link{stroke:#0369a1;stroke-width:2;stroke-dasharray:7 4}
            .head.link path,.edge-text.link{fill:#0369a1}
            .edge.store{stroke:#cbd5e1}
            .head.store path{fill:#cbd5e1}
            .edge.backup{stroke:#15803d;stroke-dasharray:2 4}
            .head.backup path{fill:#15803d}
            .edge.call{stroke:#be185d;stroke-dasharray:2 4}
            .head.call path{fill:#be185d}
            .edge-text{font-size:10.5px;text-anchor:middle}
            .plate{fill:#ffffff;fill-opacity:.85}
            @media (prefers-color-scheme:dark){
            text{fill:#e2e8f0}
            .page,.plate{fill:#0b1220}
            .server>rect:first-child{fill:#111a2c;stroke:#334155}
            .card>rect:nth-of-type(1){fill:#1b2640;stroke:#3b4a67}
            .kind,.detail,.legend{fill:#9fb0c8}
            .chip{fill:#313a6b}
            .closed{fill:#134e4a}
            .chip-text{fill:#dbe4f3}
            .edge.store{stroke:#475569}
            .head.store path{fill:#475569}
            .edge.link{stroke:#38bdf8}
            .head.link path,.edge-text.link{fill:#38bdf8}
            .edge.open{stroke:#f87171}
            .head.open path,.edge-text.open{fill:#f87171}
            .edge.route{stroke:#a78bfa}
            .head.route path{fill:#a78bfa}
            .edge.backup{stroke:#4ade80}
            .head.backup path{fill:#4ade80}
            .edge.call{stroke:#f472b6}
            .head.call path{fill:#f472b6}
            }
            """;

    private Style() {}

    static String sheet() {
        return SHEET;
    }

    /** What an arrow says, for the legend. */
    static String words(GraphEdge.Kind kind) {
        return switch (kind) {
            case OPEN -> "open port";
            case ROUTE -> "passes requests to";
            case NEED -> "needs";
            case LINK -> "encrypted link";
            case STORE -> "keeps data in";
            case BACKUP -> "is saved to";
            case CALL -> "calls";
        };
    }
}
