package kz.tapbot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import kz.tapbot.model.Topology;
import kz.tapbot.validate.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages show compiles. */
class DocsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern SNIPPET = Pattern.compile("<!-- compiled -->\\n```java\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern CLASS_NAME = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    /** What a reader's IDE adds to a snippet that has no imports of its own. */
    private static final String IMPORTS = """
            import static kz.tapbot.model.value.Cpus.cpus;
            import static kz.tapbot.model.value.DataSize.gib;
            import kz.tapbot.Tapbot;
            import kz.tapbot.dsl.*;
            import kz.tapbot.model.Topology;
            import kz.tapbot.model.net.*;
            import kz.tapbot.model.service.Image;
            import kz.tapbot.service.*;
            """;

    @TempDir
    Path classes;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/getting-started.md", "docs/bare-server.md"})
    void every_snippet_that_is_marked_compiles(String page) throws IOException {
        List<String> snippets = snippets(page);

        assertThat(snippets).isNotEmpty();
        assertThat(compile(snippets)).isEmpty();
    }

    @Test
    void the_estate_in_the_readme_is_judged_without_a_finding() throws Exception {
        assertThat(compile(snippets("README.md"))).isEmpty();
        assertThat(Validator.validate((Topology) member("Snippet0", "TOPOLOGY")))
                .hasToString("Topology \"shop\" has no findings");
    }

    private static List<String> snippets(String page) throws IOException {
        return SNIPPET.matcher(Files.readString(ROOT.resolve(page)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Compiles the snippets of a page together, since a later one may use an earlier one, and returns what javac refuses. */
    private List<String> compile(List<String> snippets) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < snippets.size(); i++) {
            sources.add(source("Snippet" + i, snippets.get(i)));
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "-proc:none", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
            compiler.getTask(null, files, found, options, null, sources).call();
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }

    /** A whole file as it is; anything else becomes the members of a class. */
    private static JavaFileObject source(String name, String text) {
        Matcher named = CLASS_NAME.matcher(text);
        if (!named.find()) {
            return new Source(name, IMPORTS + "public final class " + name + " {\n" + text + "\n}\n");
        }
        Matcher inPackage = PACKAGE.matcher(text);
        String folder = inPackage.find() ? inPackage.group(1).replace('.', '/') + "/" : "";
        return new Source(folder + named.group(1), text);
    }

    private Object member(String type, String field) throws ReflectiveOperationException, IOException {
        URL[] urls = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, DocsTest.class.getClassLoader())) {
            return loader.loadClass(type).getField(field).get(null);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
