package kz.tapbot.runtime.compose;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.compose.result.Imported;

/** Compiles the source of an import with every warning, and runs what it declares. */
public final class CompiledSource {

    private CompiledSource() {}

    /** What the source declares, whether it can work or not. */
    public static Topology topology(Imported imported, Path folder) {
        try {
            Path file = folder.resolve(imported.className() + ".java");
            Files.writeString(file, imported.source());
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            StringWriter said = new StringWriter();
            List<String> options = List.of(
                    "-proc:none",
                    "-Xlint:all",
                    "-encoding",
                    "UTF-8",
                    "-d",
                    folder.toString(),
                    "-classpath",
                    classPath());
            var files = compiler.getStandardFileManager(null, null, null);
            boolean compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            if (!compiled || said.toString().contains(imported.className() + ".java")) {
                throw new AssertionError(said + "\n" + imported.source());
            }
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {folder.toUri().toURL()}, Tapbot.class.getClassLoader())) {
                Method declare =
                        loader.loadClass(imported.className()).getDeclaredMethod("declare", TopologySpec.class);
                declare.setAccessible(true);
                return Tapbot.draft(imported.topology().name().value(), t -> call(declare, t))
                        .topology();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(imported.source(), e);
        }
    }

    /** Where the classes are that the source names, however the tests were started. */
    private static String classPath() {
        StringBuilder all = new StringBuilder(System.getProperty("java.class.path"));
        for (Class<?> type : List.of(Tapbot.class, Topology.class)) {
            all.append(java.io.File.pathSeparatorChar)
                    .append(Path.of(URI.create(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toString())));
        }
        return all.toString();
    }

    private static void call(Method declare, TopologySpec t) {
        try {
            declare.invoke(null, t);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the source cannot be run", e);
        }
    }
}
