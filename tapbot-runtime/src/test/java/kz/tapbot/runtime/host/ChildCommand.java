package kz.tapbot.runtime.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.tapbot.Tapbot;
import kz.tapbot.lab.ClassPath;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.runtime.spi.Driver;

/** The command line in a process of its own, as a user starts it, whose {@code apply} makes a mistake that shuts it out of a server of the lab. */
final class ChildCommand implements AutoCloseable {

    private final Process process;
    private final Path directory;
    private final BufferedReader said;

    private ChildCommand(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Arguments: those of the command line. */
    public static void main(String[] args) {
        System.exit(Tapbot.main(
                () -> {
                    throw new IllegalStateException("the topology is in a file");
                },
                args));
    }

    /**
     * Begins an apply.
     *
     * @param mistake which of {@link LockOuts#all} it makes
     * @param window how many seconds the server waits for a fresh login then
     */
    static ChildCommand apply(Topology declared, LabServer lab, String address, int port, int mistake, int window)
            throws IOException {
        Path directory = Files.createTempDirectory("tapbot-lab");
        Path topology = directory.resolve("topology.json");
        Files.writeString(topology, TopologyJson.write(declared));
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(Driver.class.getName()), MistakenDriver.class.getName());
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                directory + java.io.File.pathSeparator + ClassPath.ofThisProcess(),
                ChildCommand.class.getName(),
                "apply",
                "--yes",
                "--topology",
                topology.toString(),
                "--runtime",
                MistakenDriver.NAME + ":"
                        + String.join(",", address, "" + port, lab.keyFile() + "", "" + mistake, "" + window));
        return new ChildCommand(
                new ProcessBuilder(command).redirectErrorStream(true).start(), directory);
    }

    /** Waits until nobody can log in any more; the child waits then until it may go on. */
    void untilShutOut() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.equals(MistakenDriver.SHUT_OUT)) {
                return;
            }
        }
        throw new IllegalStateException(
                "it ended with " + process.onExit().join().exitValue() + ": " + all);
    }

    /** Lets it go on. */
    void goOn() throws IOException {
        OutputStream in = process.getOutputStream();
        in.write('\n');
        in.flush();
    }

    /** What it says to its end, and the exit code as the last line. */
    String end() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
        }
        return all + "exit code " + process.onExit().join().exitValue();
    }

    /** As SIGKILL does it, from one moment to the next. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
