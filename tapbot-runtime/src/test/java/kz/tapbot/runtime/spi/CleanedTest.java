package kz.tapbot.runtime.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CleanedTest {

    @Test
    void control_characters_are_shown_and_not_sent() {
        assertThat(Cleaned.line("a\u001b[31mred\u0007\u0000\u007f\u009b"))
                .isEqualTo("a\\x1b[31mred\\x07\\x00\\x7f\\x9b");
        assertThat(Cleaned.line("a\tb")).isEqualTo("a    b");
        assertThat(Cleaned.line("two\nlines\r")).isEqualTo("two\\x0alines\\x0d");
    }

    @Test
    void what_reorders_or_hides_text_is_shown() {
        assertThat(Cleaned.line("a\u202eb\u200bc\u2028d\ufeff")).isEqualTo("a\\u202eb\\u200bc\\u2028d\\ufeff");
        assertThat(Cleaned.line("жизнь 命")).isEqualTo("жизнь 命");
    }

    @Test
    void a_long_line_is_cut() {
        assertThat(Cleaned.line("x".repeat(2000))).isEqualTo("x".repeat(500) + "…");
        assertThat(Cleaned.line("x".repeat(500))).hasSize(500);
    }

    @Test
    void of_many_lines_the_last_are_kept() {
        List<String> said = IntStream.range(0, 1000).mapToObj(i -> "line " + i).toList();
        assertThat(Cleaned.lines(said))
                .hasSize(40)
                .endsWith("line 998", "line 999")
                .startsWith("line 960");
        assertThat(Cleaned.lines(List.of("a\r\nb\n\nc", ""))).containsExactly("a", "b", "", "c", "");
        assertThat(Cleaned.lines(List.of(String.join("\n", Collections.nCopies(5000, "x")))))
                .hasSize(40);
    }

    @Property(tries = 1000)
    void whatever_is_said_is_shown_in_bounds_and_without_control_characters(@ForAll List<String> said) {
        List<String> shown = Cleaned.lines(said);
        assertThat(shown).hasSizeLessThanOrEqualTo(40).allSatisfy(line -> {
            assertThat(line.length()).isLessThanOrEqualTo(6 * 500 + 1);
            assertThat(line.chars()).noneMatch(c -> c < ' ' || c >= 0x7f && c < 0xa0);
        });
    }
}
