package kz.tapbot.examples.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong input costs one line: the files of the estate with one mistake each do not compile. */
class WhatJavacRefusesTest {

    private static final Path SOURCES = Path.of("src/main/java/kz/tapbot/examples/estate");

    @Test
    void the_files_as_they_are_compile() throws IOException {
        assertThat(errors("DataServer.java", "", "")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(delimiter = '|', textBlock = """
            AppServer.java  | app.run(Portainer.version("2.33.3").on(web)           | app.run(Portainer.version("2.33.3")
            AppServer.java  | t.server("app", HostAddress.of("203.0.113.10"),       | t.server("app",
            DataServer.java | Postgres.version("16.9").on(database)                 | Postgres.version("16.9").on(postgresData)
            DataServer.java | .storedIn(content)                                    | .storedIn(database)
            DataServer.java | .storedIn(content)                                    | .storedIn(qdrant)
            DataServer.java | .storedIn(content)                                    | ''
            DataServer.java | login("dozzle"), shared.admins()                      | shared.admins()
            DataServer.java | postgres.database("directus", Secret.generated("directus-db")) | postgres.database("directus", "hunter2")
            DataServer.java | .servedBy(proxy, shared.zone().host("dir"))           | .servedBy(shared.zone().host("dir"), proxy)
            """)
    void one_mistake_does_not_compile(String file, String right, String wrong) throws IOException {
        assertThat(errors(file, right, wrong == null ? "" : wrong)).isNotEmpty();
    }

    private static List<String> errors(String changed, String right, String wrong) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        for (Path file : files()) {
            String text = Files.readString(file);
            if (file.endsWith(changed)) {
                String joined = text.replaceAll("\\n\\s+\\.", ".");
                assertThat(joined).contains(right);
                text = joined.replace(right, wrong);
            }
            sources.add(new Source(file, text));
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = Files.createTempDirectory("tapbot-compiled");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
            compiler.getTask(null, files, found, options, null, sources).call();
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.sorted().toList();
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(Path file, String text) {
            super(URI.create("string:///" + file), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
