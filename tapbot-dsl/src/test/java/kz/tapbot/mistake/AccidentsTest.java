package kz.tapbot.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every accident of the first estate is refused by {@code javac}, told by exactly its findings, or cannot come about; what is meant has no finding. */
class AccidentsTest {

    private static final int ACCIDENTS = 27;

    @TempDir
    private Path folder;

    static List<Accident> told() {
        return Accidents.all();
    }

    static List<UnsaidAccident> unsaid() {
        return UnsaidAccident.all();
    }

    static List<Prevented> prevented() {
        return Prevented.all();
    }

    @ParameterizedTest
    @MethodSource("told")
    void it_is_told_by_exactly_its_findings_and_nothing_of_what_is_meant(Accident accident) {
        assertThat(found(accident.wrong())).containsExactlyInAnyOrderElementsOf(accident.found());
        assertThat(found(accident.right())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("unsaid")
    void it_does_not_compile_and_what_is_meant_does(UnsaidAccident accident) {
        assertThat(Javac.errors(accident.wrong(), folder)).isNotEmpty();
        assertThat(Javac.errors(accident.right(), folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("prevented")
    void what_holds_it_off_is_a_test_that_is_there(Prevented accident) throws IOException {
        assertThat(Files.readString(PageTable.root().resolve(accident.file())))
                .contains("void " + accident.test() + "(");
    }

    @Test
    void nobody_has_to_think_of_the_logs_of_a_container() {
        var said = Scene.judged(s -> s.program("app", "example/app:1.0.0", c -> {}));
        assertThat(said.topology().servers())
                .flatMap(server -> server.services())
                .isNotEmpty()
                .allSatisfy(service -> {
                    assertThat(service.limits().logFiles()).isBetween(1, 10);
                    assertThat(service.limits().logFile().bytes()).isBetween(1L, 100L << 20);
                });
    }

    @Test
    void every_accident_is_among_them() {
        Stream<Integer> numbers = Stream.of(
                        told().stream().map(Accident::number),
                        unsaid().stream().map(UnsaidAccident::number),
                        prevented().stream().map(Prevented::number))
                .flatMap(each -> each);
        assertThat(numbers.distinct().sorted().toList())
                .isEqualTo(IntStream.rangeClosed(1, ACCIDENTS).boxed().toList());
    }

    @Test
    void the_page_lists_exactly_these() throws IOException {
        PageTable.compared("docs/accidents.md", table());
    }

    private record Row(int number, String cells) {}

    private static String table() {
        Stream<Row> told = told().stream().map(each -> row(each.number(), each.title(), each.example(), codes(each)));
        Stream<Row> unsaid =
                unsaid().stream().map(each -> row(each.number(), each.title(), "`" + each.wrong() + "`", "`javac`"));
        Stream<Row> prevented =
                prevented().stream().map(each -> row(each.number(), each.title(), each.instead(), each.heldBy()));
        return Stream.of(unsaid, told, prevented)
                .flatMap(each -> each)
                .sorted(java.util.Comparator.comparingInt(Row::number))
                .map(Row::cells)
                .collect(Collectors.joining(
                        "\n", "| nr. | accident | what is written | what becomes of it |\n|---|---|---|---|\n", ""));
    }

    private static String codes(Accident accident) {
        return accident.found().stream()
                .map(each -> each.split(" ", 2)[0])
                .map(code -> "[" + code + "](diagnostics.md#" + anchor(code) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String anchor(String code) {
        try (Stream<String> lines = Files.lines(PageTable.root().resolve("docs/diagnostics.md"))) {
            String heading = lines.filter(line -> line.startsWith("## " + code + ":"))
                    .findFirst()
                    .orElseThrow();
            return heading.substring(3)
                    .toLowerCase(java.util.Locale.ROOT)
                    .replaceAll("[^a-z0-9 -]", "")
                    .replace(' ', '-');
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Row row(int number, String title, String written, String becomes) {
        return new Row(number, PageTable.row(Integer.toString(number), title, written, becomes));
    }

    private static List<String> found(Consumer<? super Scene> besides) {
        return Scene.judged(besides).report().diagnostics().stream()
                .map(each -> each.code().id() + " " + each.address())
                .toList();
    }
}
