package kz.tapbot.runtime.docker.internal.keep;

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
    void holding_lasts_as_long_as_the_input() throws Exception {
        Process process = start(TinyProgram.HOLD);
        try (OutputStream input = process.getOutputStream()) {
            input.write("anything\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            input.flush();
            assertThat(process.isAlive()).isTrue();
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
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

    private Process start(TinyProgram program) throws IOException {
        String machine = Map.of("amd64", "amd64", "aarch64", "arm64").getOrDefault(System.getProperty("os.arch"), "");
        assumeTrue(System.getProperty("os.name").equals("Linux") && !machine.isEmpty(), "the programs are for Linux");
        Path file = folder.resolve(program.path().substring(1) + System.nanoTime());
        Files.write(file, program.executable(machine));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new ProcessBuilder(file.toString()).start();
    }
}
