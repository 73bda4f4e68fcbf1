package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Colour is for people at a terminal who have not declined it. */
class ColourTest {

    private static final String ESCAPE = "\u001b[";

    @Test
    void there_is_colour_on_a_terminal_and_the_words_are_the_same() {
        Ended coloured = person().run("apply", "--yes").steady();
        Ended plain = Shell.of(Shop::topology).run("apply", "--yes").steady();

        assertThat(coloured.out()).contains("\u001b[32m  +   create  network:box/web\u001b[0m\n");
        assertThat(coloured.err()).contains(ESCAPE);
        assertThat(coloured.out().replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain.out());
        assertThat(person().run("plam").err())
                .isEqualTo("\u001b[31mUnknown verb \"plam\".\u001b[0m\nDid you mean plan?\n");
    }

    @Test
    void there_is_none_without_a_terminal() {
        assertIsPlain(Shell.of(Shop::topology).with("TERM", "xterm-256color"));
    }

    @Test
    void there_is_none_with_any_NO_COLOR_but_the_empty_one() {
        assertIsPlain(person().with("NO_COLOR", "1"));
        assertIsPlain(person().with("NO_COLOR", "0"));
        assertIsPlain(person().with("NO_COLOR", " "));
        assertThat(person().with("NO_COLOR", "").run("plan").out()).contains(ESCAPE);
    }

    @Test
    void there_is_none_on_a_dumb_terminal() {
        assertIsPlain(person().with("TERM", "dumb"));
    }

    @Test
    void there_is_none_with_the_option_wherever_it_stands() {
        assertThat(person().run("plan", "--no-color").out()).doesNotContain(ESCAPE);
        assertThat(person().run("--no-color", "apply", "--yes").err()).doesNotContain(ESCAPE);
        assertThat(person().run("plam", "--no-color").err()).doesNotContain(ESCAPE);
    }

    @Test
    void there_is_none_in_json() {
        Ended ended = person().run("apply", "--yes", "--json");

        assertThat(ended.out() + ended.err()).doesNotContain(ESCAPE);
    }

    private static void assertIsPlain(Shell shell) {
        for (String line : new String[] {"plan", "validate", "apply --yes", "status", "plam", "apply"}) {
            Ended ended = shell.run(line.split(" "));
            assertThat(ended.out() + ended.err()).as(line).doesNotContain(ESCAPE);
        }
    }

    private static Shell person() {
        return Shell.of(Shop::topology).typing("");
    }
}
