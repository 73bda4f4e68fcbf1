package kz.tapbot.runtime.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import kz.tapbot.runtime.compose.result.UnreadableComposeException;
import org.junit.jupiter.api.Test;

/** Texts that are no Compose files, or want to be more than can be read: one finding with a line, at once, and nothing else. */
class HostileYamlTest {

    @Test
    void aliases_that_multiply_are_not_followed() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1) + " ";
            laughs.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(9) + alias + "]\n");
        }
        assertUnreadable(
                laughs.toString(), "TB6111 5 With what its aliases name the file holds more than 100000 values.");
    }

    @Test
    void an_alias_inside_what_it_names_is_refused() {
        assertUnreadable(
                "services: &a\n  web: *a\n", "TB6111 2 The alias *\"a\" stands before or inside what it names.");
    }

    @Test
    void depth_is_bounded() {
        assertUnreadable("a: " + "[".repeat(100_000), "TB6111 1 Values are nested more than 40 deep.");
        assertUnreadable("{a: ".repeat(100_000), "TB6111 1 Values are nested more than 40 deep.");
    }

    @Test
    void a_key_that_stands_twice_is_refused() {
        assertUnreadable(
                "services:\n  web:\n    image: a:1\n  web:\n    image: b:1\n",
                "TB6111 4 The key \"web\" stands in line 2 already.");
    }

    @Test
    void tabs_and_open_brackets_are_told_by_the_line() {
        assertThat(ComposeText.findings("services:\n\tweb:\n\t\timage: a:1\n"))
                .startsWith("TB6111 2 The parser says: ");
        assertThat(ComposeText.findings("services:\n  web: [\n")).startsWith("TB6111 3 The parser says: ");
    }

    @Test
    void size_is_bounded() {
        assertUnreadable("# " + "x".repeat(10 << 20), "TB6111 1 The file has more than 1 MiB.");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        byte[] bytes = "services: é".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ComposeImport.of(ComposeText.file(bytes, Map.of(), Map.of())))
                .isInstanceOf(UnreadableComposeException.class)
                .hasMessageContaining("The file is not in UTF-8.");
    }

    @Test
    void what_is_no_mapping_is_no_compose_file() {
        String what = " A Compose file is a mapping with \"services:\", and something else stands there.";
        assertUnreadable("- a\n- b\n", "TB6112 1" + what);
        assertUnreadable("\n\njust text\n", "TB6112 3" + what);
        assertUnreadable("", "TB6112 1 The file is empty.");
        assertUnreadable("# nothing\n", "TB6112 1 The file is empty.");
    }

    @Test
    void a_second_document_and_tags_of_their_own_are_refused() {
        assertUnreadable(
                "services: {}\n---\nservices: {}\n", "TB6111 2 A second document begins here; a file has one.");
        assertUnreadable(
                "services:\n  web:\n    ports: !reset []\n",
                "TB6111 3 A tag of its own stands here, such as !reset; no such tag is read.");
        assertUnreadable("? [a, b]\n: c\n", "TB6111 1 A key is a text, not a list or a mapping.");
    }

    @Test
    void the_message_shows_nothing_that_steers_a_terminal() {
        assertThat(ComposeText.findings("a: b\n\u001b]0;evil\u0007: x\n"))
                .doesNotContain("\u001b")
                .startsWith("TB6111 ");
        assertThat(ComposeText.findings("services:\n  \"\\e[31mred\":\n    image: a:1\n    \"\\e[1m\": x\n"))
                .doesNotContain("\u001b")
                .contains("TB6113 4 \"\\u001b[1m\" is not carried over");
    }

    private static void assertUnreadable(String text, String finding) {
        assertThat(ComposeText.findings(text)).isEqualTo(finding);
    }
}
