package kz.tapbot.said;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot work is refused by javac. */
class CompilerTest {

    @Test
    void the_right_words_compile() {
        assertThat(errors("""
                                var bot = data.container("bot", image, c -> c.joins(web).mounts(files, "/files")
                                        .healthCheck(h -> h.command("true").retries(3)));
                                t.backup("nightly", b -> b.of(files).to(S3.bucket("copies"), keep -> keep.days(7)));
                                """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a required argument is missing
                "data.container(\"bot\", c -> c.joins(web));",
                "t.server(\"data\");",
                "t.backup(\"nightly\", b -> b.of(files).to(S3.bucket(\"copies\")));",
                // two arguments are swapped
                "data.container(\"bot\", image, c -> c.servedBy(host, proxy, 80, Access.ownLogin()));",
                "t.link(subnet, \"backbone\", l -> l.joins(data));",
                // a volume where a network is due, and the other way round
                "data.container(\"bot\", image, c -> c.joins(files));",
                "data.container(\"bot\", image, c -> c.mounts(web, \"/files\"));",
                // a setting outside its scope
                "data.container(\"bot\", image, c -> c.retries(3));",
                "data.network(\"web\", n -> n.memory(null));",
                // a web page without a login
                "data.container(\"bot\", image, c -> c.servedBy(proxy, host, 80));",
                // a container that is no proxy
                "data.container(\"bot\", image, c -> c.servedBy(plain, host, 80, Access.ownLogin()));",
                // a publication on a handle
                "plain.publishes(Port.tcp(5432));"
            })
    void the_wrong_words_do_not(String statement) {
        assertThat(errors(statement))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.getLineNumber()).isEqualTo(10));
    }

    private static List<Diagnostic<? extends JavaFileObject>> errors(String statement) {
        String source = """
                import kz.tapbot.dsl.*;
                import kz.tapbot.model.net.*;
                import kz.tapbot.model.service.*;

                final class Shop {
                    static void declare(
                            TopologySpec t, ServerRef data, NetworkRef web, VolumeRef files, HostRef host, ProxyRef proxy,
                            ContainerRef plain, Image image, Cidr subnet) {

                """ + statement + "\n}\n}\n";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Shop.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        List<String> options = List.of(
                "-proc:none", "-Xlint:none", "-d", "target", "-classpath", System.getProperty("java.class.path"));
        compiler.getTask(
                        null,
                        compiler.getStandardFileManager(found, Locale.ROOT, null),
                        found,
                        options,
                        null,
                        List.of(file))
                .call();
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }
}
