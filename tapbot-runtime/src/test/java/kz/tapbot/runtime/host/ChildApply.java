package kz.tapbot.runtime.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.tapbot.lab.ClassPath;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.LockedException;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.UnreachableException;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SshLogin;
import kz.tapbot.ssh.SshTarget;

/** An apply to a server of the lab in a JVM of its own, which can be killed. */
final class ChildApply implements AutoCloseable {

    private final Process process;
    private final Path file;
    private final BufferedReader said;

    private ChildApply(Process process, Path file) {
        this.process = process;
        this.file = file;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Arguments: the topology's file, address, port, host key, and the file of the login's key. Says what happens, and at last the outcome. */
    public static void main(String[] args) throws IOException {
        Topology topology = TopologyJson.read(Files.readAllBytes(Path.of(args[0])), args[0])
                .topology()
                .orElseThrow();
        Server server = topology.servers().iterator().next();
        SshTarget target = SshTarget.of(
                        server.ssh().user(), args[1], HostKeys.trust(args[3]), SshLogin.keyFile(Path.of(args[4])))
                .port(Integer.parseInt(args[2]))
                .limits(SmallServer.SHORT);
        Driver driver = new HostDriver(any -> target);
        TapbotRuntime runtime =
                TapbotRuntime.builder().driver(driver).who("child@lab").build();
        try {
            System.out.println(runtime.apply(topology, ApplyOptions.standard().listener(System.out::println))
                    .outcome());
        } catch (LockedException | UnreachableException e) {
            System.out.println(e);
        }
        System.exit(0);
    }

    /** Begins one, logged in as the server of the topology says. */
    static ChildApply start(Topology topology, LabServer lab, String address, int port) throws IOException {
        Path file = Files.createTempFile("tapbot-lab", ".json");
        Files.writeString(file, TopologyJson.write(topology));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                ClassPath.ofThisProcess(),
                ChildApply.class.getName(),
                file.toString(),
                address,
                Integer.toString(port),
                lab.hostKey(),
                lab.keyFile().toString()));
        return new ChildApply(
                new ProcessBuilder(command).redirectErrorStream(true).start(), file);
    }

    static ChildApply start(Topology topology, LabServer lab) throws IOException {
        return start(topology, lab, lab.address(), 22);
    }

    /** Reads on until a line has such words; returns that line, or all that was said if none has. */
    String until(String words) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains(words)) {
                return line;
            }
            all.append(line).append('\n');
        }
        return all.toString();
    }

    /** As SIGKILL does it, from one moment to the next. */
    void kill() {
        process.destroyForcibly();
    }

    /** All it says from now on to its end. */
    String rest() throws IOException {
        return until("\0");
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        Files.deleteIfExists(file);
    }
}
