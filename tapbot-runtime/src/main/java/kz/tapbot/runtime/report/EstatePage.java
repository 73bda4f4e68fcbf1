package kz.tapbot.runtime.report;

import java.util.List;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.diagnostic.code.Severity;
import kz.tapbot.model.Topology;
import kz.tapbot.model.server.Server;
import kz.tapbot.rule.Estate;
import kz.tapbot.rule.RuleResult;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.runtime.view.EstateGraph;
import kz.tapbot.runtime.view.PortMap;
import kz.tapbot.runtime.view.svg.SvgGraph;
import kz.tapbot.validate.Validator;

/**
 * One page of HTML that says all of an estate: what is wrong with it, its picture, who reaches what, ports, capacity and cost, single points of
 * failure, and what is planned. It loads nothing, runs nothing and is read on a phone and on paper. Well-formed XML; the same topology gives the
 * same bytes. Pure: no server is asked.
 */
public final class EstatePage {

    /** Nothing is loaded and nothing runs, even if a browser were told to. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final Topology topology;
    private final Estate estate;
    private final Report report;
    private final List<RuleResult> rules;
    private final Markup page = new Markup();

    private EstatePage(Topology topology, List<TopologyRule> rules) {
        this.topology = topology;
        this.estate = Estate.of(topology);
        this.report = Validator.validate(topology);
        this.rules = rules.stream().map(rule -> rule.evaluate(estate)).toList();
    }

    /**
     * The page; ends with a line break.
     *
     * @param rules that are held against it, such as {@code ReadyRules.standard()} and those of your own
     */
    public static String render(Topology topology, List<TopologyRule> rules) {
        return new EstatePage(topology, rules).all();
    }

    private String all() {
        head();
        findings();
        drawing();
        page.section(
                "reach",
                "Who reaches what",
                "As it is declared, from whoever it is open to. What is not listed is closed.");
        ExposureTables.of(topology, estate).forEach(page::table);
        page.close("section").section("ports", "Ports", "");
        PortMap map = PortMap.of(topology);
        for (Server server : map.servers()) {
            page.element(
                    "h3",
                    "Server " + server.name() + " (" + server.host() + ")" + (server.planned() ? ", planned" : ""));
            map.tables(server).forEach(page::table);
        }
        page.close("section")
                .section(
                        "capacity",
                        "Capacity and cost",
                        "What services may take at most, against what the machine has.");
        Capacity.tables(topology).forEach(page::table);
        page.close("section")
                .section(
                        "single",
                        "Single points of failure",
                        "Nothing stands in for these: when one is away, so is what it takes with it.");
        page.table(SinglePoints.table(estate));
        page.close("section");
        planned();
        return page.raw("</main>\n</body>\n</html>\n").toString();
    }

    private void head() {
        String title = "Estate " + topology.name();
        page.raw(
                        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .text(POLICY)
                .raw("\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .raw(
                        "<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n")
                .element("title", title)
                .raw("<style>\n")
                .raw(Look.SHEET)
                .raw("</style>\n</head>\n<body>\n<header>\n")
                .element("h1", title);
        topology.description().ifPresent(text -> page.element("p", text, "class", "r-lead"));
        page.raw("</header>\n");
        tiles();
        page.open("nav", "aria-label", "Parts of this page");
        List.of(
                        "findings:Findings",
                        "drawing:Drawing",
                        "reach:Who reaches what",
                        "ports:Ports",
                        "capacity:Capacity and cost",
                        "single:Single points of failure",
                        "planned:Planned")
                .forEach(part -> {
                    int colon = part.indexOf(':');
                    page.element("a", part.substring(colon + 1), "href", "#" + part.substring(0, colon));
                });
        page.close("nav").raw("<main>\n");
    }

    private void tiles() {
        long broken = rules.stream().filter(result -> !result.holds()).count();
        long running =
                topology.servers().stream().filter(server -> !server.planned()).count();
        page.open("ul", "class", "r-tiles");
        tile("", String.valueOf(running), running == 1 ? "server" : "servers");
        tile("", String.valueOf(estate.services().size()), "services");
        long errors = report.count(Severity.ERROR);
        tile(errors > 0 ? "r-bad" : "r-good", String.valueOf(errors), errors == 1 ? "error" : "errors");
        long warnings = report.count(Severity.WARNING);
        tile(warnings > 0 ? "r-warn" : "r-good", String.valueOf(warnings), warnings == 1 ? "warning" : "warnings");
        tile(broken > 0 ? "r-bad" : "r-good", String.valueOf(broken), "of " + rules.size() + " rules broken");
        Capacity.costs(topology).forEach(cost -> tile("", cost, "a month"));
        page.close("ul");
    }

    private void tile(String look, String number, String what) {
        page.open("li", "class", look).element("b", number).text(what).close("li");
    }

    private void findings() {
        page.section("findings", "Open findings", "");
        boolean any = false;
        for (Diagnostic finding : report.diagnostics()) {
            String look = "r-" + finding.severity().name().toLowerCase(java.util.Locale.ROOT);
            page.element("pre", finding.toString(), "class", look);
            any = true;
        }
        for (RuleResult result : rules) {
            if (!result.holds()) {
                page.element("pre", result.toString(), "class", "r-rule");
                any = true;
            }
        }
        if (!any) {
            page.element("p", "None: every check and all " + rules.size() + " rules hold.");
        }
        rules.forEach(result ->
                result.acknowledged().forEach(one -> page.element("pre", "Acknowledged: " + one, "class", "r-note")));
        page.close("section");
    }

    private void drawing() {
        page.section("drawing", "Drawing", "");
        EstateGraph whole = EstateGraph.of(topology);
        if (whole.nodes().size() <= SvgGraph.MOST_NODES) {
            page.open("div", "class", "r-drawing").raw(SvgGraph.render(whole)).close("div");
        } else {
            page.element(
                    "p",
                    "The estate has " + whole.nodes().size()
                            + " boxes, more than anybody reads in one picture. Draw one server"
                            + " with: graph --format svg --server NAME");
        }
        page.close("section");
    }

    private void planned() {
        page.section("planned", "Planned", "Declared, judged and reserved, and part of no plan yet.");
        page.table(Capacity.planned(topology));
        page.close("section");
    }
}
