package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every code can be explained. */
class ExplainTest {

    private static final Pattern CODE = Pattern.compile("(?m)^#+ .*?(TB[0-9]{4})");

    private final Shell shell = Shell.of(Shop::topology);

    @Test
    void every_code_of_the_page_of_codes_is_listed_and_explained_in_any_case() throws IOException {
        List<String> codes = CODE.matcher(Files.readString(Path.of("../docs/diagnostics.md")))
                .results()
                .map(MatchResult::group)
                .map(line -> line.substring(line.indexOf("TB"), line.indexOf("TB") + 6))
                .distinct()
                .sorted()
                .toList();

        assertThat(codes).hasSizeGreaterThan(80);
        assertThat(shell.run("explain").out().lines().map(line -> line.substring(0, 6)))
                .containsExactlyElementsOf(codes);
        assertThat(codes).allSatisfy(code -> {
            Ended upper = shell.run("explain", code);
            assertThat(upper.code()).isZero();
            assertThat(upper.err()).isEmpty();
            assertThat(upper.out()).contains(code + "  ").contains("## How to mend it");
            assertThat(shell.run("explain", code.toLowerCase(Locale.ROOT)).out())
                    .isEqualTo(upper.out());
        });
    }

    @Test
    void an_unknown_code_ends_with_3_and_a_near_one_is_offered() {
        assertThat(shell.run("explain", "TB20100")).hasToString("""
                exit 3
                --- stdout
                --- stderr
                There is no code "TB20100".
                Did you mean TB2010? "explain" alone lists all codes.
                """);
        assertThat(shell.run("explain", "TB9999")).hasToString("""
                exit 3
                --- stdout
                --- stderr
                There is no code "TB9999".
                "explain" alone lists all codes.
                """);
    }
}
