package kz.tapbot.examples.bench;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kz.tapbot.docker.http.Dialers;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.docker.ssh.SshDialer;

/**
 * How fast docker-java over our SSH transport is: a series of calls against the docker CLI over {@code ssh://} on the same sshd and against the local
 * socket, and the load of an image, all in turns. Needs sshd, the docker CLI, an engine, and an image on it.
 */
final class SshRace {

    private static final int CALLS = 200;

    private final PrintStream out;
    private final PrivateSshd sshd;
    private final DockerClient local;
    private final DockerClient remote;
    private final int rounds;

    private SshRace(PrintStream out, PrivateSshd sshd, DockerClient local, DockerClient remote, int rounds) {
        this.out = out;
        this.sshd = sshd;
        this.local = local;
        this.remote = remote;
        this.rounds = rounds;
    }

    /**
     * Runs the benchmark.
     *
     * @param args the path of the engine's socket, {@code /var/run/docker.sock} without, and the image to load, {@code debian:bookworm} without
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path engine = Path.of(args.length > 0 ? args[0] : "/var/run/docker.sock");
        String image = args.length > 1 ? args[1] : "debian:bookworm";
        Path folder = Files.createTempDirectory("ssh-race");
        try (PrivateSshd sshd = new PrivateSshd(folder, engine);
                DockerClient local = DockerClients.connect(Dialers.unix(engine));
                SshDialer dialer = SshDialer.to(sshd.target(), engine.toString());
                DockerClient remote = DockerClients.connect(dialer)) {
            SshRace race = new SshRace(System.out, sshd, local, remote, Integer.getInteger("rounds", 7));
            race.calls();
            race.load(folder.resolve("image.tar"), image);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Does a step some work. */
    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static double millis(int times, Step step) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            step.run();
        }
        return (System.nanoTime() - begin) / 1e6 / times;
    }

    private void cli(String... arguments) throws IOException, InterruptedException {
        if (sshd.dockerCli(arguments).start().waitFor() != 0) {
            throw new IOException("docker " + String.join(" ", arguments) + " failed");
        }
    }

    private void calls() throws IOException, InterruptedException {
        Step ours = () -> remote.listContainersCmd().withShowAll(true).exec();
        Step direct = () -> local.listContainersCmd().withShowAll(true).exec();
        Step cli = () -> cli("ps", "-aq");
        millis(5 * CALLS, ours);
        millis(5 * CALLS, direct);
        millis(2, cli);
        List<Double> overSsh = new ArrayList<>();
        List<Double> overSocket = new ArrayList<>();
        List<Double> overCli = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            overCli.add(millis(5, cli));
            overSsh.add(millis(CALLS, ours));
            overSocket.add(millis(CALLS, direct));
        }
        out.println("List of containers, ms a call, median (least–most) of " + rounds + " rounds");
        row("docker CLI over ssh://", overCli, 1);
        row("ours over SSH, warm", overSsh, 3);
        row("ours on the local socket", overSocket, 3);
        out.println("  times faster than the CLI: "
                + Figures.ratios(overCli, overSsh, ms -> ms).text(0));
        out.println("  of the local socket:       "
                + Figures.ratios(overSsh, overSocket, ms -> ms).text(2));
    }

    private void row(String what, List<Double> figures, int decimals) {
        out.println("  %-26s %s".formatted(what, Figures.of(figures, ms -> ms).text(decimals)));
    }

    private void load(Path tar, String image) throws IOException, InterruptedException {
        try (InputStream in = local.saveImageCmd(image).exec();
                OutputStream file = Files.newOutputStream(tar)) {
            in.transferTo(file);
        }
        double megabytes = Files.size(tar) / 1e6;
        Step ours = () -> {
            try (InputStream in = Files.newInputStream(tar)) {
                remote.loadImageAsyncCmd(in).start().awaitCompletion();
            }
        };
        Step direct = () -> {
            try (InputStream in = Files.newInputStream(tar)) {
                local.loadImageAsyncCmd(in).start().awaitCompletion();
            }
        };
        Step cli = () -> cli("load", "-i", tar.toString());
        millis(1, ours);
        List<Double> overSsh = new ArrayList<>();
        List<Double> overSocket = new ArrayList<>();
        List<Double> overCli = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            overCli.add(megabytes * 1000 / millis(1, cli));
            overSsh.add(megabytes * 1000 / millis(1, ours));
            overSocket.add(megabytes * 1000 / millis(1, direct));
        }
        out.println("Load of an image of %.0f MB, MB/s".formatted(megabytes));
        row("docker CLI over ssh://", overCli, 0);
        row("ours over SSH", overSsh, 0);
        row("ours on the local socket", overSocket, 0);
        out.println("  times faster than the CLI: "
                + Figures.ratios(overSsh, overCli, speed -> speed).text(2));
    }
}
