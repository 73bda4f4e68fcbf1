package kz.tapbot.docker;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kz.tapbot.docker.http.ChannelHttpClient;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.Dialers;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.docker.http.EngineConnectionException;

/**
 * A Docker Engine of a test's own, which it may kill, starve and restart: with its own folder, socket and network namespace, so that it disturbs no other. Needs root
 * and {@code dockerd}; it ends what it started and nothing else.
 */
public final class OwnEngine implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(60);

    private final Path folder;
    private final List<String> options;
    private final boolean beside;
    private final Process network;
    private Process process;

    private OwnEngine(Path folder, boolean beside, List<String> options) throws IOException, InterruptedException {
        this.folder = folder;
        this.beside = beside;
        this.options = options;
        // Keeps the namespace while the engine is away; its input ends with this JVM, whatever ends that. Its word says
        // that the namespace is there.
        this.network = new ProcessBuilder("unshare", "--net", "sh", "-c", "ip link set lo up; echo up; exec cat >&2")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            network.getInputStream().read();
            this.process = launch();
        } catch (IOException | InterruptedException e) {
            network.destroy();
            throw e;
        }
    }

    /** Whether one can be started here; why not, otherwise. */
    static Optional<String> obstacle(String... needs) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("an engine of a test's own needs root");
        }
        List<String> programs = new ArrayList<>(List.of("dockerd", "unshare", "nsenter"));
        programs.addAll(List.of(needs));
        for (String program : programs) {
            boolean there = List.of(System.getenv("PATH").split(":")).stream()
                    .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
            if (!there) {
                return Optional.of("an engine of a test's own needs " + program + " on the PATH");
            }
        }
        return Optional.empty();
    }

    /** Starts one and waits until it answers. */
    public static OwnEngine start(String... options) throws IOException, InterruptedException {
        return at(Files.createTempDirectory("own-engine"), options);
    }

    /** The same in a folder. */
    public static OwnEngine at(Path folder, String... options) throws IOException, InterruptedException {
        return new OwnEngine(folder, false, List.of(options));
    }

    /**
     * Starts one that reaches what listens on this machine's loopback; it touches no packet filter. It shares the machine's default bridge with whatever engine
     * runs there: told to have none, dockerd would remove that bridge under the other.
     */
    public static OwnEngine beside(String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("--iptables=false", "--ip-forward=false"));
        all.addAll(List.of(options));
        return new OwnEngine(Files.createTempDirectory("own-engine"), true, all);
    }

    private Process launch() throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(beside ? List.of() : List.of("nsenter", "--net=/proc/" + network.pid() + "/ns/net"));
        command.add("dockerd");
        command.addAll(List.of("--data-root", folder.resolve("data").toString()));
        command.addAll(List.of("--exec-root", folder.resolve("exec").toString()));
        command.addAll(List.of("--pidfile", folder.resolve("docker.pid").toString()));
        command.addAll(List.of("--host", uri().toString()));
        command.addAll(options);
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("dockerd.log").toFile()))
                .start();
        long begin = System.nanoTime();
        while (true) {
            try (DockerClient client = DockerClients.connect(dialer())) {
                client.pingCmd().exec();
                return started;
            } catch (EngineConnectionException e) {
                if (!started.isAlive() || System.nanoTime() - begin > READY.toNanos()) {
                    started.destroyForcibly();
                    throw new IOException("dockerd does not come up:\n" + log(), e);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    /** Where it is. */
    public URI uri() {
        return URI.create("unix://" + folder.resolve("docker.sock"));
    }

    /** The way to it. */
    public Dialer dialer() {
        return Dialers.at(uri());
    }

    /** Its folder, with data, socket and log. */
    public Path folder() {
        return folder;
    }

    /** Gives it a small image with a shell. */
    public void give(String repository, String... tags) throws IOException, InterruptedException {
        ChannelHttpClient http = ChannelHttpClient.builder(dialer()).build();
        try (DockerClient client = DockerClients.over(http)) {
            SmallImage.give(http, client, repository, tags);
        }
    }

    /** Kills it as a crash would, and its containerd, which the kernel kills with it; its containers run on. Returns when both are gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
        try {
            endContainerd();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Starts it again with what it had. */
    public void startAgain() throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("docker.pid"));
        process = launch();
    }

    private String log() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("dockerd.log"), StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /** Removes its containers, ends it, and removes its folder. */
    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            try (DockerClient client = DockerClients.connect(dialer())) {
                client.listContainersCmd()
                        .withShowAll(true)
                        .exec()
                        .forEach(container -> client.removeContainerCmd(container.getId())
                                .withForce(true)
                                .exec());
            } catch (RuntimeException e) {
                // Sick on purpose: what it started ends with its containerd below.
            }
            process.destroy();
        }
        process.onExit()
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
        endContainerd();
        network.destroy();
        endContainers();
        unmount();
        delete(folder);
    }

    /** What is left of it; its file as well, since a process that nobody has waited for yet would be taken for a running one. */
    private void endContainerd() throws IOException {
        Path pid = folder.resolve("exec/containerd/containerd.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                    .filter(handle -> handle.info()
                            .arguments()
                            .filter(all -> String.join(" ", all).contains(folder.toString()))
                            .isPresent())
                    .ifPresent(ProcessHandle::destroyForcibly);
            Files.delete(pid);
        }
    }

    /** Those that outlive a killed engine: each has a guardian that names the folder. */
    private void endContainers() {
        ProcessHandle.allProcesses()
                .filter(handle -> handle.info()
                        .commandLine()
                        .filter(all -> all.contains(folder + "/"))
                        .isPresent())
                .filter(handle -> handle.pid() != ProcessHandle.current().pid())
                .forEach(handle -> {
                    handle.descendants().forEach(ProcessHandle::destroyForcibly);
                    handle.destroyForcibly();
                });
    }

    /** What a killed engine left mounted. */
    private void unmount() throws IOException {
        List<String> mounts = new ArrayList<>(Files.readAllLines(Path.of("/proc/self/mounts")));
        java.util.Collections.reverse(mounts);
        for (String mount : mounts) {
            String place = mount.split(" ", -1)[1];
            if (place.startsWith(folder + "/")) {
                new ProcessBuilder("umount", "--lazy", place).start().onExit().join();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path directory, java.io.@org.jspecify.annotations.Nullable IOException e) {
                try {
                    Files.delete(directory);
                } catch (IOException left) {
                    // A mount that is still going away: in the folder of temporary files, and empty.
                    return FileVisitResult.CONTINUE;
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
