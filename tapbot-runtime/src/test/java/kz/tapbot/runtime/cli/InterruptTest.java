package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C at a real process, whose servers wait in the middle of a step until the signal has come. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class InterruptTest {

    @TempDir
    Path folder;

    @Test
    void the_first_one_lets_the_running_step_end_releases_the_lock_and_ends_with_8() throws Exception {
        Process process = start();
        String before = readTo(process.getInputStream(), "RUNNING\n");
        assertThat(before).contains("Plan: 7 to add");
        interrupt(process);
        String err = readTo(process.getErrorStream(), "ends it at once.\n");
        answer(process);

        String rest = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        err += new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(rest + err).isEqualTo(8);
        assertThat(err)
                .contains("Stopping: the running step is finished and the lock released.")
                .contains("done     firewall:box  create")
                .contains("skipped  container:box/page");
        assertThat(rest).contains("Cancelled: ").endsWith("No server is locked.\n");
    }

    @Test
    void the_second_one_ends_the_process_at_once() throws Exception {
        Process process = start();
        readTo(process.getInputStream(), "RUNNING\n");
        interrupt(process);
        readTo(process.getErrorStream(), "ends it at once.\n");
        interrupt(process);

        assertThat(process.waitFor()).isEqualTo(128 + 2);
    }

    @Test
    void a_reader_that_goes_away_leaves_no_stack_trace_and_stops_no_apply() throws Exception {
        Process process = start();
        readTo(process.getInputStream(), "RUNNING\n");
        process.getInputStream().close();
        answer(process);

        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(err).contains("done     container:box/page").doesNotContain("Exception", "\tat ");
    }

    @Test
    void it_ends_what_is_followed_and_that_is_no_failure() throws Exception {
        Process process = start(FollowingShop.class);
        readTo(process.getInputStream(), "page | starting nginx:1.29.3\n");
        interrupt(process);

        assertThat(process.waitFor()).isZero();
    }

    private Process start() throws IOException {
        return start(WaitingShop.class);
    }

    private Process start(Class<?> program) throws IOException {
        Path err = folder.resolve("err");
        Files.writeString(err, "");
        List<String> command = new ArrayList<>();
        if (isInterruptIgnored()) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        return new ProcessBuilder(command).start();
    }

    /** As in what a script starts in the background: children inherit it, and these tests would wait for ever. */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    private static void interrupt(Process process) throws Exception {
        int killed = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(killed).isZero();
    }

    private static void answer(Process process) throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    private static String readTo(InputStream stream, String end) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (int next = stream.read(); next >= 0; next = stream.read()) {
            read.write(next);
            if (next == '\n' && read.toString(StandardCharsets.UTF_8).endsWith(end)) {
                break;
            }
        }
        assertThat(read.toString(StandardCharsets.UTF_8)).endsWith(end);
        return read.toString(StandardCharsets.UTF_8);
    }
}
