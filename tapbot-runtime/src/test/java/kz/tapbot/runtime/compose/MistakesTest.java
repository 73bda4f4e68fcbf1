package kz.tapbot.runtime.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.tapbot.Tapbot;
import kz.tapbot.command.Terminal;
import kz.tapbot.runtime.cli.TapbotCommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code import compose} tells of files with one mistake each, of which docs/checkers.md says what other checkers tell. */
class MistakesTest {

    private static final Path FOLDER = Path.of("src/test/resources/compose/mistakes");
    private static final Pattern CODE = Pattern.compile("(?m)^(?:error|warning|note) (TB\\d{4}) ");

    /** Told of every file: no Compose file says who administers its server, nor by which key it is known. */
    private static final Set<String> OF_EVERY_FILE = Set.of("TB2901", "TB2904");

    @ParameterizedTest
    @CsvSource({
        "00,",
        "01,TB6121",
        "02,TB2213 TB6122 TB6134",
        "03,TB6111",
        "04,TB2101 TB6132",
        "05,TB2101",
        "06,TB2104 TB6134",
        "07,TB2608 TB2708 TB6124 TB6134",
        "08,TB6123",
        "09,TB2317 TB2516 TB6133",
        "10,TB2516 TB2517 TB6126",
        "11,TB2516 TB6114 TB6125",
        "12,TB2315 TB6128",
        "13,TB2315 TB2707 TB6128",
        "14,TB2213 TB6116 TB6129 TB6134",
        "15,TB6130",
        "16,TB2213 TB2303 TB6134",
        "17,TB6112",
        "18,TB2608 TB2613",
        "19,TB6112",
        "20,TB6113"
    })
    void each_is_told_by_its_codes(String number, String codes) throws IOException {
        assertThat(found(file(number))).isEqualTo(codes == null ? Set.of() : new TreeSet<>(List.of(codes.split(" "))));
    }

    @Test
    void the_page_has_a_row_for_every_file() throws IOException {
        String page = Files.readString(Path.of("../docs/checkers.md"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".yml")).toList()) {
                String title = Files.readAllLines(file).get(0).substring(2);
                assertThat(page).contains(file.getFileName().toString().startsWith("00") ? title : "| " + title + " |");
            }
        }
    }

    private static Path file(String number) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(one -> one.getFileName().toString().startsWith(number + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Set<String> found(Path file) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Map.of());
        new TapbotCommandLine()
                .run(
                        () -> Tapbot.draft("none", t -> {}).topology(),
                        List.of("import", "compose", file.toString(), "--server", "box", "--address", "203.0.113.5"),
                        terminal);
        Set<String> codes = new TreeSet<>();
        Matcher matcher = CODE.matcher(err.toString(StandardCharsets.UTF_8));
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        codes.removeAll(OF_EVERY_FILE);
        return codes;
    }
}
