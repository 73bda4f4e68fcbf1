package kz.tapbot.examples.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.tapbot.Tapbot;
import kz.tapbot.examples.estate.TapbotKzEstate;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.rule.library.ReadyRules;
import kz.tapbot.runtime.report.EstatePage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the estate as a real browser shows it: on a phone, on a screen, on paper, and what it asks for. */
@InBrowser
class EstatePageInBrowserTest {

    private static final int PHONE = 360;
    private static final int SCREEN = 1280;
    /** A4 less the margins that Chromium leaves, at 96 pixels an inch. */
    private static final int PAPER = 717;

    /** What is wider than the place it has, and cannot be moved sideways there. */
    private static final String CUT_OFF = """
            [...document.querySelectorAll('body *')]
                .filter(e => !e.closest('svg') && e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.r-wide, .r-drawing'))
                .map(e => e.tagName + ' ' + e.textContent.slice(0, 40))""";

    /** What has to be moved sideways to be read. */
    private static final String SCROLLED = """
            [...document.querySelectorAll('body, body *')]
                .filter(e => !e.closest('svg') && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display != 'inline' && e.clientWidth > 0)
                .map(e => e.tagName + '.' + e.className + ' ' + e.scrollWidth + ' of ' + e.clientWidth)""";

    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void begin() throws IOException {
        browser = Browser.start();
    }

    @AfterAll
    static void end() throws IOException {
        browser.close();
    }

    private Path page(Topology topology) throws IOException {
        return Files.writeString(folder.resolve("estate.html"), EstatePage.render(topology, ReadyRules.standard()));
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, SCREEN})
    void it_fits_the_window_and_asks_for_nothing(int width) throws IOException {
        Path page = page(TapbotKzEstate.TOPOLOGY);
        browser.open(page, width);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(width);
        assertThat(browser.evaluate(CUT_OFF)).isEmpty();
        assertThat(browser.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
                        .asDouble())
                .isGreaterThanOrEqualTo(16);
        assertThat(browser.requests()).containsExactly(page.toUri().toString());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everything_is_there_to_be_seen() throws IOException {
        browser.open(page(TapbotKzEstate.TOPOLOGY), SCREEN);
        String text = browser.evaluate("document.body.innerText").asText();
        assertThat(text)
                .contains(
                        "Who reaches what",
                        "Ports",
                        "Capacity and cost",
                        "Single points of failure",
                        "postgres",
                        "n8n");
        assertThat(browser.evaluate("document.querySelector('svg').getBoundingClientRect().width")
                        .asDouble())
                .isBetween(600.0, (double) SCREEN);
        assertThat(browser.evaluate(
                                "[...document.querySelectorAll('svg text')].filter(t => t.getBBox().width == 0).length")
                        .asInt())
                .isZero();
        assertThat(browser.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')]"
                                + ".filter(a => !document.getElementById(a.getAttribute('href').slice(1))).length")
                        .asInt())
                .isZero();
    }

    @Test
    void on_paper_nothing_is_cut_off() throws IOException {
        browser.open(page(TapbotKzEstate.TOPOLOGY), PAPER);
        browser.asOnPaper();
        assertThat(browser.evaluate(SCROLLED)).isEmpty();
        byte[] pdf = browser.pdf();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void what_a_declaration_says_never_runs() throws IOException {
        String hostile =
                "</pre></style><script>document.title='taken'</script><img src=\"https://203.0.113.9/x\" onerror=\"document.title='taken'\">";
        Topology estate = Tapbot.draft("shop", t -> {
                    t.describedAs(hostile);
                    t.server("box", HostAddress.of("203.0.113.20"), s -> s.provider("Hoster " + hostile, p -> {}));
                })
                .topology();
        Path page = page(estate);
        browser.open(page, SCREEN);
        assertThat(browser.evaluate("document.title").asText()).doesNotContain("taken");
        assertThat(browser.evaluate("document.querySelectorAll('script, img').length")
                        .asInt())
                .isZero();
        assertThat(browser.evaluate("document.body.innerText").asText()).contains(hostile);
        assertThat(browser.requests()).containsExactly(page.toUri().toString());
    }
}
