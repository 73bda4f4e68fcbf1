package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A topology from a file is as good as the compiled one: every verb says the same, but for the lines of code. */
class TopologyFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate",
                "plan",
                "plan --json",
                "apply --yes",
                "prove",
                "status",
                "drift",
                "destroy --yes",
                "show",
                "show --json",
                "show --ports",
                "graph",
                "why service:box/store",
                "lock"
            })
    void every_verb_says_the_same(String line) throws IOException {
        Path file = folder.resolve("shop.json");
        Files.writeString(file, Shell.of(Shop::topology).run("show", "--json").out());
        List<String> withFile = new ArrayList<>(List.of(line.split(" ")));
        withFile.addAll(List.of("--topology", file.toString()));

        Ended read = Shell.of(() -> {
                    throw new AssertionError("the program's own topology is not wanted");
                })
                .run(withFile.toArray(new String[0]));

        Ended compiled = Shell.of(Shop::topology).run(line.split(" "));
        assertThat(withoutPlaces(read)).isEqualTo(withoutPlaces(compiled));
        assertThat(read.code()).isZero();
    }

    private static Ended withoutPlaces(Ended ended) {
        Ended steady = ended.steady();
        return new Ended(steady.code(), withoutPlaces(steady.out()), steady.err());
    }

    /** A declaration in JSON stands on another line, and its settings have none of their own. */
    private static String withoutPlaces(String text) {
        return text.replaceAll("(?m)^  declared at\\n(    .*\\n)*", "")
                .replaceAll("(?m)^  declared at .*\\n", "")
                .replaceAll(" \\((Shop\\.java|shop\\.json):\\d+\\)", "");
    }
}
