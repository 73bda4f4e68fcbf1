package kz.tapbot.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The modules of the build, where their sources and classes are, and which packages each of them owns. */
enum Module {
    MODEL("tapbot-model"),
    DSL("tapbot-dsl"),
    RUNTIME("tapbot-runtime"),
    EXAMPLES("examples");

    /** The modules whose types a user of the library compiles against. */
    static final List<Module> LIBRARIES = List.of(MODEL, DSL, RUNTIME);

    private final Path directory;

    Module(String directory) {
        this.directory = root().resolve(directory);
    }

    /** The directory of the repository: the nearest one above that holds {@code .mvn}. */
    static Path root() {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, path -> path != null, Path::getParent)
                .filter(path -> Files.isDirectory(path.resolve(".mvn")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no .mvn in " + start + " or above"));
    }

    /** The library module that owns a package of ours: {@code kz.tapbot.runtime}, the model's two, or else the DSL. */
    static Module owning(JavaClass type) {
        String name = type.getPackageName() + ".";
        if (Stream.of("runtime", "docker", "ssh").anyMatch(part -> name.startsWith("kz.tapbot." + part + "."))) {
            return RUNTIME;
        }
        if (name.startsWith("kz.tapbot.model.") || name.startsWith("kz.tapbot.diagnostic.")) {
            return MODEL;
        }
        return DSL;
    }

    static List<Path> allMainSources() {
        return Arrays.stream(values())
                .flatMap(module -> javaFiles(module.mainSources()).stream())
                .toList();
    }

    static List<Path> allTestSources() {
        return Arrays.stream(values())
                .flatMap(module -> javaFiles(module.directory.resolve("src/test/java")).stream())
                .toList();
    }

    static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path mainSources() {
        return directory.resolve("src/main/java");
    }

    Path mainClasses() {
        return directory.resolve("target/classes");
    }

    /** The types of this module that others may name, in the order of their names. */
    List<JavaClass> publicTypes() {
        return new ClassFileImporter()
                .importPath(mainClasses()).stream()
                        .filter(PublicTypes.ARE_PUBLIC_API)
                        .sorted((a, b) -> a.getName().compareTo(b.getName()))
                        .toList();
    }

    private static List<Path> javaFiles(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
