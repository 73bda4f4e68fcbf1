package kz.tapbot.said;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import kz.tapbot.Tapbot;
import kz.tapbot.command.CommandLine;
import kz.tapbot.command.Terminal;
import kz.tapbot.model.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's main class has a command line if one is on the class path. */
class CommandLineTest {

    private static final Topology TOPOLOGY = Tapbot.draft("shop", t -> {}).topology();

    /** Ends with the number of arguments. */
    public static final class Counting implements CommandLine {
        @Override
        public int run(Supplier<Topology> topology, List<String> arguments, Terminal terminal) {
            return topology.get().equals(TOPOLOGY) ? arguments.size() : -1;
        }
    }

    @Test
    void without_one_it_is_said_what_to_add() {
        assertThatThrownBy(() -> Tapbot.main(TOPOLOGY, "plan"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no command line is on the class path; add the dependency kz.tapbot:tapbot-runtime");
    }

    @Test
    void with_one_its_exit_code_is_returned(@TempDir Path directory) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(CommandLine.class.getName()), Counting.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            assertThat(Tapbot.main(TOPOLOGY, "plan", "--json")).isEqualTo(2);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
