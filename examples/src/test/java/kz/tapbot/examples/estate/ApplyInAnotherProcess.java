package kz.tapbot.examples.estate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.tapbot.lab.ClassPath;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.host.HostDriver;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SshLogin;
import kz.tapbot.ssh.SshTarget;

/** An apply to servers of the lab in a JVM of its own, which can be killed. */
final class ApplyInAnotherProcess {

    private ApplyInAnotherProcess() {}

    /** Arguments: the topology's file, and of each server its name, its host key and the file of the login's key. Says what happens. */
    public static void main(String[] args) throws IOException {
        Topology topology = TopologyJson.read(Files.readAllBytes(Path.of(args[0])), args[0])
                .topology()
                .orElseThrow();
        List<String> words = Arrays.asList(args);
        TapbotRuntime runtime = TapbotRuntime.builder()
                .driver(new HostDriver(server -> {
                    int at = words.indexOf(server.name().value());
                    SshLogin login = SshLogin.keyFile(Path.of(words.get(at + 2)));
                    return SshTarget.of("root", server.host().value(), HostKeys.trust(words.get(at + 1)), login);
                }))
                .environment(Map.of("TELEGRAM_TOKEN", "1:example")::get)
                .who("tester@lab")
                .build();
        runtime.apply(topology, ApplyOptions.standard().listener(System.out::println));
    }

    /** Begins one, and kills it as soon as it says such words; returns whether it came to that. */
    static boolean isKilledAt(String words, Topology topology, Map<String, LabServer> servers) throws IOException {
        Path file = Files.createTempFile("tapbot-lab", ".json");
        Files.writeString(file, TopologyJson.write(topology));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                ClassPath.ofThisProcess(),
                ApplyInAnotherProcess.class.getName(),
                file.toString()));
        servers.forEach((name, server) ->
                command.addAll(List.of(name, server.hostKey(), server.keyFile().toString())));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader said =
                new BufferedReader(new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.contains(words)) {
                    return true;
                }
            }
            return false;
        } finally {
            process.destroyForcibly();
            process.onExit().join();
            Files.delete(file);
        }
    }
}
