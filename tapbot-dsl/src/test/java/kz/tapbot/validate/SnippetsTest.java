package kz.tapbot.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.tapbot.validate.code.TopologyCode;
import org.junit.jupiter.api.Test;

/** Code that a finding gives to paste calls what there is: a word that the language does not have cures nothing. */
class SnippetsTest {

    private static final Pattern CALL = Pattern.compile("\\.([a-z][A-Za-z0-9]*)\\(");
    private static final Pattern DECLARED = Pattern.compile("\\b([a-z][A-Za-z0-9]*)\\(");
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    @Test
    void explanations_call_what_there_is() {
        Set<String> called = new TreeSet<>();
        for (TopologyCode code : TopologyCode.values()) {
            String text = code.explanation();
            String example = text.substring(text.indexOf("```java"));
            calls(STRING.matcher(example).replaceAll("\"\""), called);
        }
        assertThat(called).isNotEmpty().isSubsetOf(declared());
    }

    @Test
    void findings_call_what_there_is() throws IOException {
        Set<String> called = new TreeSet<>();
        for (Path file : files("tapbot-dsl/src/test/java/kz/tapbot/validate", "FindingsTest.java")) {
            Matcher blocks = TEXT_BLOCK.matcher(Files.readString(file));
            while (blocks.find()) {
                blocks.group(1)
                        .lines()
                        .map(line -> line.replaceAll("\\((TapbotKz.java:[0-9]+)\\)", "$1"))
                        .forEach(line -> calls(STRING.matcher(line).replaceAll("\"\""), called));
            }
        }
        assertThat(called).isNotEmpty().isSubsetOf(declared());
    }

    private static void calls(String code, Set<String> called) {
        Matcher matcher = CALL.matcher(code);
        while (matcher.find()) {
            called.add(matcher.group(1));
        }
    }

    /** Everything that looks like a method in the model, the language and its services. */
    private static Set<String> declared() {
        Set<String> all = new TreeSet<>(Set.of("ofMinutes"));
        for (String folder : Set.of(
                "tapbot-model/src/main/java/kz/tapbot/model",
                "tapbot-dsl/src/main/java/kz/tapbot/dsl",
                "tapbot-dsl/src/main/java/kz/tapbot/service")) {
            for (Path file : files(folder, ".java")) {
                try {
                    Matcher matcher = DECLARED.matcher(Files.readString(file));
                    while (matcher.find()) {
                        all.add(matcher.group(1));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return all;
    }

    private static Set<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(root().resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path path = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(path.resolve(".mvn"))) {
            path = path.getParent();
        }
        return path;
    }
}
