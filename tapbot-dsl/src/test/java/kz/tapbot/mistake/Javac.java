package kz.tapbot.mistake;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Asks the compiler what it says of a statement. */
public final class Javac {

    private Javac() {}

    /** What it refuses of a statement that has a server and the handles that belong to one. */
    public static List<String> errors(String statement, Path folder) {
        String source = """
                import kz.tapbot.dsl.*;
                import kz.tapbot.model.net.Port;
                import kz.tapbot.model.service.*;
                import kz.tapbot.service.*;
                class Case {
                    void say(ServerRef server, NetworkRef web, ProxyRef proxy, HostRef host, ProxyLogin login, AddressSetRef admins,
                            DatabaseRef database, DelegateSpec delegate, BackupSpec backup) {
                        %s
                    }
                }
                """.formatted(statement);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8);
        List<String> options =
                List.of("-proc:none", "-d", folder.toString(), "-classpath", System.getProperty("java.class.path"));
        compiler.getTask(null, files, found, options, null, List.of(new Source(source)))
                .call();
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> each.getMessage(Locale.ROOT))
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///Case.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
