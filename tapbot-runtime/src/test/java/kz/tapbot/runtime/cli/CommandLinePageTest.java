package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/cli.md} has every verb, option and exit code, no other, and examples that are understood. */
class CommandLinePageTest {

    private static final Pattern OPTION = Pattern.compile("(?m)^\\| `(--[^`]+)`");
    private static final Pattern VERB = Pattern.compile("(?m)^### `([a-z-]+)`\n");
    private static final Pattern EXIT =
            Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| (`shop [^|]+|none is known) \\|$");
    private static final Pattern COMMAND = Pattern.compile(
            "`(?:shop )((?:plan|apply|prove|status|drift|destroy|show|graph|logs|restart|pull|prune|events) [^`]+)`");

    private final String page = Files.readString(Path.of("../docs/cli.md"));
    private final Shell shell = Shell.of(Shop::topology);

    CommandLinePageTest() throws IOException {}

    @Test
    void it_has_every_verb_with_its_options_as_the_help_has_them() throws IOException {
        JsonNode help = new ObjectMapper().readTree(shell.run("help", "--json").out());
        Map<String, List<String>> real = new TreeMap<>();
        help.path("verbs").forEach(verb -> real.put(verb.path("name").textValue(), options(verb.path("options"))));
        real.put("everywhere", options(help.path("everywhere")));

        Map<String, List<String>> documented = new TreeMap<>();
        String verbs = section("## Verbs");
        List<MatchResult> heads = VERB.matcher(verbs).results().toList();
        for (int i = 0; i < heads.size(); i++) {
            int end = i + 1 < heads.size() ? heads.get(i + 1).start() : verbs.length();
            documented.put(
                    heads.get(i).group(1), options(verbs.substring(heads.get(i).end(), end)));
        }
        documented.put("everywhere", options(section("## Options of every verb")));

        assertThat(documented).isEqualTo(real);
    }

    @Test
    void it_has_every_exit_code_with_an_example() {
        assertThat(EXIT.matcher(section("## Exit codes")).results().map(row -> Integer.valueOf(row.group(1))))
                .containsExactlyElementsOf(
                        Arrays.stream(ExitCode.values()).map(ExitCode::number).toList());
    }

    @Test
    void its_examples_of_options_are_understood() {
        List<String> commands = COMMAND.matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(command -> !command.contains("FILE") && !command.contains(".svg") && !command.contains(".json"))
                .filter(command -> !command.contains("--follow") && !command.contains("\"") && !command.contains("|"))
                .filter(command -> !command.contains("next.plan") && !command.contains("--timeout"))
                .distinct()
                .toList();

        assertThat(commands).hasSizeGreaterThan(15);
        assertThat(commands)
                .allSatisfy(command -> assertThat(shell.run(command.split(" ")))
                        .as(command)
                        .extracting(Ended::code)
                        .isIn(0, 2, 8));
    }

    private String section(String head) {
        int from = page.indexOf(head + "\n");
        assertThat(from).as(head).isNotNegative();
        int to = page.indexOf("\n## ", from + 1);
        return page.substring(from, to < 0 ? page.length() : to);
    }

    private static List<String> options(String text) {
        return new ArrayList<>(new TreeSet<>(
                OPTION.matcher(text).results().map(found -> found.group(1)).toList()));
    }

    private static List<String> options(JsonNode options) {
        TreeSet<String> all = new TreeSet<>();
        options.forEach(option -> all.add(option.path("name").textValue()
                + (option.has("value") ? " " + option.path("value").textValue() : "")));
        return new ArrayList<>(all);
    }
}
