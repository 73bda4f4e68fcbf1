package kz.tapbot.runtime.report;

import static kz.tapbot.model.value.Cpus.cpus;
import static kz.tapbot.model.value.DataSize.gib;
import static kz.tapbot.model.value.DataSize.mib;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import kz.tapbot.Tapbot;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.MonthlyCost;
import kz.tapbot.rule.library.ReadyRules;
import kz.tapbot.rule.library.UpkeepRules;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page as a strict reader of XML finds it: whole, complete, and without anything that runs or is loaded. */
class EstatePageTest {

    private static final String HOSTILE =
            "</pre></td></style><script>alert('x')</script><img src=x onerror=\"alert(1)\"> & ]]> ${7*7} <!--";

    private static Topology estate() {
        return Tapbot.draft("shop", t -> {
                    t.describedAs(HOSTILE);
                    var office = t.addresses("office", "198.51.100.7/32");
                    var box = t.server(
                            "box",
                            HostAddress.of("203.0.113.20"),
                            s -> s.administeredFrom(office)
                                    .size(cpus(2), gib(4), gib(30))
                                    .provider("Hoster " + HOSTILE, p -> p.cost(MonthlyCost.of(554, "RUB"))));
                    t.server(
                            "spare",
                            HostAddress.of("203.0.113.21"),
                            s -> s.planned().provider("Hoster", p -> p.cost(MonthlyCost.of(714, "RUB"))));
                    var database = box.network("database", n -> n.internal());
                    var web = box.network("web");
                    var store = box.container(
                            "store",
                            Image.of("example/store:1.0.0"),
                            c -> c.joins(database)
                                    .limits(l -> l.memory(mib(1024)).cpus(cpus(1))));
                    var page = box.container(
                            "page",
                            Image.of("nginx:1.29.3"),
                            c -> c.joins(web).joins(database).needs(store).publishes(Port.tcp(80)));
                    box.container(
                            "later",
                            Image.of("example/later:2.0.0"),
                            c -> c.joins(web).role(r -> r.planned()));
                    t.acknowledge(UpkeepRules.SERVICES_HAVE_A_MEMORY_LIMIT, page, HOSTILE);
                })
                .topology();
    }

    private static String page() {
        return EstatePage.render(estate(), ReadyRules.standard());
    }

    private static Document parsed(String page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private static List<Element> all(Document page) {
        NodeList nodes = page.getElementsByTagName("*");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static String section(Document page, String id) {
        return all(page).stream()
                .filter(element -> element.getAttribute("id").equals(id))
                .map(Element::getTextContent)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_is_well_formed_and_has_every_part() throws Exception {
        Document page = parsed(page());

        assertThat(all(page).stream()
                        .filter(one -> one.getTagName().equals("section"))
                        .map(one -> one.getAttribute("id")))
                .containsExactly("findings", "drawing", "reach", "ports", "capacity", "single", "planned");
        assertThat(section(page, "findings"))
                .contains("was violated", "Acknowledged: service:box/page has no memory limit");
        assertThat(section(page, "drawing")).contains("box", "page", "store");
        assertThat(section(page, "reach")).contains("the Internet", "80/tcp of server:box", "service:box/page");
        assertThat(section(page, "ports")).contains("Server box (203.0.113.20)", "80/tcp");
        assertThat(section(page, "capacity"))
                .contains("1GiB of 4GiB (25 %), and 1 without a limit", "1 of 2", "554.00 RUB");
        assertThat(section(page, "single")).contains("server:box", "service:box/store", "service:box/page");
        assertThat(section(page, "planned")).contains("server:spare", "service:box/later", "example/later:2.0.0");
    }

    @Test
    void what_is_planned_costs_nothing_yet() throws Exception {
        assertThat(parsed(page()).getElementsByTagName("ul").item(0).getTextContent())
                .contains("554.00 RUB", "1\nserver")
                .doesNotContain("1268");
    }

    @Test
    void nothing_in_it_runs_or_is_loaded_whatever_things_are_called() throws Exception {
        Set<String> tags = new TreeSet<>();
        Set<String> attributes = new TreeSet<>();
        for (Element element : all(parsed(page()))) {
            tags.add(element.getTagName());
            IntStream.range(0, element.getAttributes().getLength())
                    .mapToObj(i -> element.getAttributes().item(i))
                    .forEach(attribute -> {
                        attributes.add(attribute.getNodeName());
                        assertThat(attribute.getNodeValue()).doesNotContainIgnoringCase("javascript:");
                        if (attribute.getNodeName().equals("href")) {
                            assertThat(attribute.getNodeValue()).startsWith("#");
                        }
                    });
        }
        assertThat(tags)
                .doesNotContain(
                        "script",
                        "img",
                        "iframe",
                        "object",
                        "embed",
                        "link",
                        "base",
                        "form",
                        "foreignObject",
                        "image",
                        "use",
                        "a:b");
        assertThat(attributes)
                .noneMatch(name -> name.startsWith("on"))
                .doesNotContain("src", "srcset", "style", "xlink:href", "action");
        assertThat(page().replaceAll("url\\(#[a-z-]+\\)", "")).doesNotContain("url(", "@import", "<script");
        assertThat(parsed(page()).getDocumentElement().getTextContent()).contains(HOSTILE);
    }

    @Test
    void the_same_estate_gives_the_same_bytes_whatever_the_order() {
        List<Server> servers = new ArrayList<>(estate().servers());
        Collections.reverse(servers);

        assertThat(EstatePage.render(
                        Topology.builder().from(estate()).servers(servers).build(), ReadyRules.standard()))
                .isEqualTo(page());
    }

    @Test
    void an_estate_with_nothing_in_it_and_one_too_large_to_draw_are_pages_too() throws Exception {
        Topology nothing = Tapbot.draft("nothing", t -> {}).topology();
        assertThat(section(parsed(EstatePage.render(nothing, ReadyRules.standard())), "findings"))
                .contains("None: every check and all " + ReadyRules.standard().size() + " rules hold.");

        Topology large = Tapbot.draft("large", t -> {
                    var box = t.server("box", HostAddress.of("203.0.113.20"));
                    IntStream.range(0, 450).forEach(i -> box.container("s" + i, Image.of("nginx:1.29.3"), c -> {}));
                })
                .topology();
        assertThat(section(parsed(EstatePage.render(large, List.of())), "drawing"))
                .contains("graph --format svg --server NAME");
    }

    @Test
    void control_characters_that_XML_does_not_allow_are_shown_as_such() throws Exception {
        String text =
                new Markup().element("p", "a\u0000\u001b\u0085\ud800\ufffe<b>").toString();

        assertThat(text).isEqualTo("<p>a\ufffd\ufffd\ufffd\ufffd\ufffd&lt;b&gt;</p>\n");
    }
}
