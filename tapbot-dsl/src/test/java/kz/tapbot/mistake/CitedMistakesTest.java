package kz.tapbot.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.tapbot.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each is refused by {@code javac} or by exactly its finding; the corrected estate has none. The page lists exactly what is tried here. */
class CitedMistakesTest {

    @TempDir
    private Path folder;

    static List<Mistake> mistakes() {
        return Stream.of(DataMistakes.all(), ProgramMistakes.all(), NetworkMistakes.all())
                .flatMap(List::stream)
                .toList();
    }

    static List<Unsaid> unsaid() {
        return Unsaid.all();
    }

    @Test
    void the_estate_without_them_has_no_finding() {
        assertThat(found(s -> {})).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void it_is_told_by_exactly_its_finding_and_nothing_of_the_corrected_estate(Mistake mistake) {
        assertThat(found(mistake.wrong())).containsExactly(mistake.code() + " " + mistake.about());
        assertThat(found(mistake.right())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unsaid")
    void it_does_not_compile_and_what_is_meant_does(Unsaid mistake) {
        assertThat(Javac.errors(mistake.wrong(), folder)).isNotEmpty();
        assertThat(Javac.errors(mistake.right(), folder)).isEmpty();
    }

    @Test
    void the_page_lists_exactly_these() throws IOException {
        String text = PageTable.compared("docs/mistakes.md", table());
        assertThat(mistakes().size() + unsaid().size()).isGreaterThanOrEqualTo(30);
        assertThat(text).contains((mistakes().size() + unsaid().size()) + " mistakes");
    }

    private static String table() {
        Stream<String> head = Stream.of("| mistake | told in | what is written | refused by |", "|---|---|---|---|");
        Stream<String> said = mistakes().stream()
                .map(each -> PageTable.row(
                        each.title(), each.link(), each.example(), each.code() + " at `" + each.about() + "`"));
        Stream<String> compiled = unsaid().stream()
                .map(each -> PageTable.row(each.title(), each.link(), "`" + each.wrong() + "`", "`javac`"));
        return Stream.of(head, said, compiled).flatMap(each -> each).collect(Collectors.joining("\n"));
    }

    /** Code and object of everything that is found. */
    private static List<String> found(Consumer<? super Scene> besides) {
        return Scene.judged(besides).report().diagnostics().stream()
                .map(CitedMistakesTest::brief)
                .toList();
    }

    private static String brief(Diagnostic found) {
        return found.code().id() + " " + found.address();
    }
}
