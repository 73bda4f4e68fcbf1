package kz.tapbot.runtime.docker.internal.keep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** The programs of the helper image, run as they are on the machine that runs the tests. */
class TinyProgramTest {

    /** connect(2): nobody listens there. */
    private static final int ECONNREFUSED = 111;

    @TempDir
    Path folder;

    @Test
    void what_is_kept_is_in_the_file_before_it_is_repeated() throws Exception {
        Path file = folder.resolve("journal");
        Process process = start(TinyProgram.KEEP, file.toString());
        try (OutputStream input = process.getOutputStream()) {
            for (String line : new String[] {"one\n", "another\n"}) {
                input.write(line.getBytes(UTF_8));
                input.flush();
                assertThat(new String(process.getInputStream().readNBytes(line.length()), UTF_8))
                        .isEqualTo(line);
                assertThat(file).content().endsWith(line);
            }
        }
        ended(process, 0);
        assertThat(file).hasContent("one\nanother\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void what_cannot_be_kept_is_answered_with_nak() throws Exception {
        Process process = start(TinyProgram.KEEP, "/dev/full");
        try (OutputStream input = process.getOutputStream()) {
            input.write("one\n".getBytes(UTF_8));
            input.flush();
            assertThat(process.getInputStream().read()).isEqualTo(0x15);
        }
        ended(process, 0);
        assertThat(process.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void nothing_is_kept_or_locked_through_a_link_and_no_pipe_is_waited_for() throws Exception {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "theirs");
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (Path path : List.of(link, pipe)) {
            Process process = start(TinyProgram.KEEP, path.toString());
            process.getOutputStream().write("one\n".getBytes(UTF_8));
            process.getOutputStream().flush();
            assertThat(process.getInputStream().read()).as("%s", path).isEqualTo(0x15);
            process.getOutputStream().close();
            ended(process, 0);
        }
        ended(start(TinyProgram.LOCK, link.toString()), 1);
        assertThat(elsewhere).hasContent("theirs");
    }

    @Test
    void a_lock_is_held_by_one_and_ends_with_its_input() throws Exception {
        String file = folder.resolve("lock").toString();
        Process first = start(TinyProgram.LOCK, file);
        assertThat(first.getInputStream().read()).isPositive();
        Process second = start(TinyProgram.LOCK, file);
        assertThat(second.getInputStream().read()).isEqualTo(-1);
        ended(second, 1);
        first.getOutputStream().write('.');
        first.getOutputStream().flush();
        assertThat(first.isAlive()).isTrue();
        first.getOutputStream().close();
        ended(first, 0);
        Process third = start(TinyProgram.LOCK, file);
        assertThat(third.getInputStream().read()).isPositive();
        third.destroyForcibly();
    }

    @Test
    void whoever_is_silent_loses_the_lock() throws Exception {
        Process silent = start(TinyProgram.LOCK, folder.resolve("lock").toString());
        assertThat(silent.getInputStream().read()).isPositive();
        ended(silent, 0);
        silent.getOutputStream().close();
    }

    @Test
    void files_and_empty_directories_are_removed_and_links_are_not_followed() throws Exception {
        Path directory = Files.createDirectories(folder.resolve("one/two"));
        Path kept = Files.writeString(folder.resolve("kept"), "kept");
        Path file = Files.writeString(directory.resolve("file"), "gone");
        Path link = Files.createSymbolicLink(directory.resolve("link"), kept);
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("more"), "more");
        ended(
                start(
                        TinyProgram.REMOVE,
                        folder.resolve("none").toString(),
                        file.toString(),
                        link.toString(),
                        full.toString(),
                        directory.toString(),
                        directory.getParent().toString()),
                0);
        assertThat(folder.resolve("one")).doesNotExist();
        assertThat(kept).hasContent("kept");
        assertThat(full.resolve("more")).hasContent("more");
    }

    private static void ended(Process process, int status) throws InterruptedException {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(status);
    }

    @Test
    void connecting_tells_whether_somebody_listens() throws Exception {
        for (String address : new String[] {"127.0.0.1", "::1"}) {
            InetAddress loopback = InetAddress.getByName(address);
            int port;
            try (ServerSocket listening = listen(loopback)) {
                port = listening.getLocalPort();
                assertThat(connect(loopback, port)).as(address).isZero();
            }
            assertThat(connect(loopback, port)).as(address).isEqualTo(ECONNREFUSED);
        }
    }

    private static ServerSocket listen(InetAddress address) {
        try {
            return new ServerSocket(0, 1, address);
        } catch (IOException e) {
            throw new TestAbortedException("this machine has no " + address, e);
        }
    }

    private int connect(InetAddress address, int port) throws Exception {
        Process process = start(TinyProgram.CONNECT);
        try (OutputStream input = process.getOutputStream()) {
            input.write(Connecting.socketAddress(new InetSocketAddress(address, port)));
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private Process start(TinyProgram program, String... arguments) throws IOException {
        String machine = Map.of("amd64", "amd64", "aarch64", "arm64").getOrDefault(System.getProperty("os.arch"), "");
        assumeTrue(System.getProperty("os.name").equals("Linux") && !machine.isEmpty(), "the programs are for Linux");
        Path file = folder.resolve(program.path().substring(1) + System.nanoTime());
        Files.write(file, program.executable(machine));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        List<String> command = new ArrayList<>(List.of(file.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}
