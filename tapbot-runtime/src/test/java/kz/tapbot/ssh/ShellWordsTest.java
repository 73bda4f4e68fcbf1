package kz.tapbot.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ShellWordsTest {

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "'",
            "''",
            "\\",
            "\\'",
            "'\\''",
            "\"",
            "$HOME",
            "$(id)",
            "`id`",
            "; id",
            "| id",
            "&& id",
            "> /tmp/x",
            "*",
            "?",
            "[a]",
            "~",
            "#",
            "!",
            "!!",
            "\n",
            "a\nb\n",
            "\r",
            "\t",
            "-n",
            "--",
            "-rf /",
            "$'\\x41'",
            "${x:-y}",
            "{a,b}",
            "%s",
            "=cmd",
            "\u001b[31m",
            "\u0007",
            "é",
            "\u202e",
            "\ud83d\ude00",
            "a'b\"c$d`e\\f g\nh",
            "\ufeff",
            "\u0001\u007f");

    /** As sshd does: the text is handed to the user's shell with -c. */
    private static List<String> read(String shell, String line) {
        try {
            Process process = new ProcessBuilder(shell, "-c", "/usr/bin/printf '%s\\0' " + line).start();
            try (InputStream out = process.getInputStream()) {
                String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(said).endsWith("\0");
                return new ArrayList<>(
                        List.of(said.substring(0, said.length() - 1).split("\0", -1)));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_shell_reads_hostile_arguments_as_they_are() {
        for (String shell : List.of("/bin/sh", "/bin/bash")) {
            assertThat(read(shell, ShellWords.quote(HOSTILE))).as(shell).isEqualTo(HOSTILE);
        }
    }

    @Property(tries = 100)
    void a_shell_reads_any_arguments_as_they_are(@ForAll("arguments") List<String> arguments) {
        assertThat(read("/bin/sh", ShellWords.quote(arguments))).isEqualTo(arguments);
    }

    @Provide
    Arbitrary<List<String>> arguments() {
        Arbitrary<String> any = Arbitraries.strings()
                .ofMaxLength(40)
                .filter(text -> text.indexOf('\0') < 0
                        && text.codePoints().noneMatch(point -> point >= 0xd800 && point <= 0xdfff));
        Arbitrary<String> nasty = Arbitraries.strings()
                .withChars("'\"\\$`!*?[](){}<>|&;#~ \n\t-=%")
                .ofMaxLength(40);
        return Arbitraries.oneOf(any, nasty).list().ofMinSize(1).ofMaxSize(8);
    }

    @Test
    void what_no_program_can_be_given_is_refused() {
        assertThatThrownBy(() -> ShellWords.quote(List.of("a\0b"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShellWords.quote("a\ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShellWords.quote(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
