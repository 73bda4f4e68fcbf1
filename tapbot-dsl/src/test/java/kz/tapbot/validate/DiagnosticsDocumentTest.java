package kz.tapbot.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.tapbot.diagnostic.DiagnosticsPage;
import kz.tapbot.diagnostic.code.Code;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.DslCode;
import kz.tapbot.validate.code.TopologyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The codes known here are explained, each in the same way, and {@code docs/diagnostics.md} holds what they say. */
class DiagnosticsDocumentTest {

    private static final int MOST_LINES = 40;

    static List<Code> codes() {
        List<Code> all = new ArrayList<>();
        all.addAll(List.of(ModelCode.values()));
        all.addAll(List.of(DslCode.values()));
        all.addAll(List.of(TopologyCode.values()));
        return all;
    }

    @Test
    void the_page_explains_every_code() throws IOException {
        // While the page is written anew, by the module that knows all codes, there is nothing to compare with.
        assumeFalse(Boolean.getBoolean("tapbot.update"));
        Path file = root().resolve("docs/diagnostics.md");
        String page = Files.readString(file);
        for (Code code : codes()) {
            String row = DiagnosticsPage.render(List.of(code));
            assertThat(page.contains(row.substring(row.indexOf("\n## "))))
                    .as(
                            "%s in %s; if a change is meant, run DiagnosticsPageTest with -Dtapbot.update=true",
                            code.id(), file)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void an_explanation_says_what_why_and_how_with_an_example(Code code) {
        assertThat(code.explanation().lines().filter(line -> line.startsWith("#")))
                .containsExactly("## What is wrong", "## Why it matters", "## How to mend it", "## Example");
        assertThat(code.explanation().lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void ids_are_unique_and_of_four_digits() {
        assertThat(codes().stream().map(Code::id)).doesNotHaveDuplicates().allMatch(id -> id.matches("TB[0-9]{4}"));
    }

    @Test
    void every_code_of_this_package_is_told_to_the_letter_by_a_test() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.list(root().resolve("tapbot-dsl/src/test/java/kz/tapbot/validate"))) {
            for (Path file : files.sorted().toList()) {
                tests.append(Files.readString(file));
            }
        }
        assertThat(List.of(TopologyCode.values()))
                .allSatisfy(code -> assertThat(tests.toString())
                        .contains(code.severity().name().toLowerCase(Locale.ROOT) + " " + code.id() + "  "
                                + code.summary()));
    }

    private static Path root() {
        Path path = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(path.resolve(".mvn"))) {
            path = path.getParent();
        }
        return path;
    }
}
