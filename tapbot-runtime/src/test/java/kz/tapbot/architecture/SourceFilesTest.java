package kz.tapbot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What can be seen in the source tree alone: sizes, names and the package declarations. */
class SourceFilesTest {

    private static final int MOST_LINES = 400;
    private static final int USUAL_LINES = 150;
    private static final Set<String> NAMES_THAT_SAY_NOTHING =
            Set.of("util", "utils", "common", "helper", "helpers", "misc");
    private static final Pattern TEST_ANNOTATION =
            Pattern.compile("^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory|Property|Example|ArchTest)\\b.*");

    private final List<Path> sources = Module.allMainSources();

    @Test
    void noSourceFileIsLong() {
        assertThat(sources)
                .allSatisfy(file -> assertThat(Module.linesOf(file).size())
                        .as("lines of %s", file)
                        .isLessThanOrEqualTo(MOST_LINES));
    }

    @Test
    void mostSourceFilesAreShort() {
        List<Integer> lengths = sources.stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .map(file -> Module.linesOf(file).size())
                .sorted()
                .toList();
        assertThat(lengths).isNotEmpty();
        assertThat(lengths.get((lengths.size() - 1) * 8 / 10))
                .as("lines of the source file that is longer than four in five of %s", lengths.size())
                .isLessThanOrEqualTo(USUAL_LINES);
    }

    @Test
    void everyPackageDeclaresItselfNullMarked() {
        List<Path> packages = sources.stream().map(Path::getParent).distinct().toList();
        assertThat(packages).isNotEmpty().allSatisfy(directory -> {
            Path declaration = directory.resolve("package-info.java");
            assertThat(Files.exists(declaration)).as("%s exists", declaration).isTrue();
            assertThat(Module.linesOf(declaration)).as("%s", declaration).contains("@NullMarked");
        });
    }

    @Test
    void everyPackageHasANameThatSaysSomething() {
        assertThat(sources)
                .allSatisfy(file -> assertThat(NAMES_THAT_SAY_NOTHING)
                        .as("packages of %s", file)
                        .doesNotContainAnyElementsOf(namesIn(Module.root().relativize(file.getParent()))));
    }

    @Test
    void everyTestClassIsNamedTest() {
        assertThat(Module.allTestSources())
                .filteredOn(file -> Module.linesOf(file).stream().anyMatch(TEST_ANNOTATION.asMatchPredicate()))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(file.getFileName().toString()).as("%s", file).endsWith("Test.java"));
    }

    private static List<String> namesIn(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .toList();
    }
}
