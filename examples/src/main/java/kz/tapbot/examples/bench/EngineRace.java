package kz.tapbot.examples.bench;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.tapbot.docker.http.Dialers;
import kz.tapbot.docker.http.DockerClients;

/**
 * How fast services come about on a real engine, as whole processes: Tapbot, docker-compose and the bare API calls in turns, so that whatever else the machine does
 * meets all. Needs an engine to play with ({@code -Dengine=unix:///path/docker.sock}) that has the image {@code debian:bookworm}. Prints what it finds and judges
 * nothing.
 */
final class EngineRace {

    private static final List<Integer> SIZES = List.of(6, 30);

    private final PrintStream out;
    private final Path folder;
    private final String engine;
    private final DockerClient client;
    private final OurProcess ours;
    private final int pairs;
    private final boolean compose;

    private EngineRace(PrintStream out, Path folder, String engine, DockerClient client) throws IOException {
        this.out = out;
        this.folder = folder;
        this.engine = engine;
        this.client = client;
        this.ours = new OurProcess(folder);
        this.pairs = Integer.getInteger("pairs", 5);
        this.compose = Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "docker-compose")));
    }

    /**
     * Runs the benchmark.
     *
     * @param args the numbers of services; without any 6 and 30
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        String engine = System.getProperty("engine", "unix:///var/run/docker.sock");
        List<Integer> sizes =
                args.length == 0 ? SIZES : Stream.of(args).map(Integer::valueOf).toList();
        Path folder = Files.createTempDirectory("engine-race");
        try (DockerClient client = DockerClients.connect(Dialers.at(URI.create(engine)))) {
            EngineRace race = new EngineRace(System.out, folder, engine, client);
            race.head();
            try {
                race.archive();
                for (int size : sizes) {
                    race.cold(size);
                    race.same(size);
                }
            } finally {
                race.clear();
            }
        } finally {
            PlanRace.delete(folder);
        }
    }

    private void head() {
        out.println("JVM " + System.getProperty("java.vm.version") + ", " + String.join(" ", OurProcess.OPTIONS)
                + " -XX:SharedArchiveFile=(made by one run); "
                + Runtime.getRuntime().availableProcessors() + " processors; Engine "
                + client.versionCmd().exec().getVersion());
        out.println(
                "Seconds of whole processes in turns: median (least–most). Ratios are pair by pair; above 1 Tapbot is"
                        + " faster.");
        if (!compose) {
            out.println("There is no docker-compose on the PATH, so there are our figures and the bare calls alone.");
        }
    }

    private void archive() throws IOException, InterruptedException {
        clear();
        ours.archive(EngineOnce.class, engine, "2", "converge");
        clear();
    }

    private void cold(int size) throws IOException, InterruptedException {
        out.println("\n" + size + " services, from nothing until all are healthy");
        List<Double> mine = new ArrayList<>();
        List<Double> planned = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> theirsReturned = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        RaceServices.compose(size, folder);
        for (int i = 0; i < pairs; i++) {
            clear();
            mine.add(Run.of(ours.command(EngineOnce.class, engine, Integer.toString(size), "apply"), folder, "")
                    .seconds());
            clear();
            planned.add(Run.of(converge(size), folder, "").seconds());
            if (compose) {
                clear();
                long start = System.nanoTime();
                theirsReturned.add(Run.of(compose(), folder, "").seconds());
                awaitHealthy(size);
                theirs.add((System.nanoTime() - start) / 1e9);
            }
            clear();
            bare.add(Run.of(ours.command(EngineOnce.class, engine, Integer.toString(size), "raw-up"), folder, "up")
                    .seconds());
        }
        line("Tapbot, apply", mine);
        line("Tapbot, plan and then apply", planned);
        if (compose) {
            line("docker-compose, until healthy", theirs);
            line("docker-compose, until it returns", theirsReturned);
            ratio("docker-compose / Tapbot's apply", theirs, mine);
            ratio("docker-compose / plan and apply", theirs, planned);
        }
        line("bare create and start, no health", bare);
        ratio("Tapbot / bare", mine, bare);
        clear();
    }

    private void same(int size) throws IOException, InterruptedException {
        out.println("\n" + size + " services, nothing to do");
        List<Double> mine = new ArrayList<>();
        List<Double> within = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        clear();
        Run.of(converge(size), folder, "");
        EngineOnce.isSame(engine, size);
        for (int i = 0; i < pairs; i++) {
            mine.add(Run.of(converge(size), folder, "No changes.").seconds());
            within.add(withinThisJvm(size));
            bare.add(Run.of(ours.command(EngineOnce.class, engine, Integer.toString(size), "raw-same"), folder, "same")
                    .seconds());
        }
        clear();
        if (compose) {
            RaceServices.compose(size, folder);
            Run.of(compose(), folder, "");
            for (int i = 0; i < pairs; i++) {
                theirs.add(Run.of(compose(), folder, "").seconds());
            }
            clear();
        }
        line("Tapbot, a whole process", mine);
        line("Tapbot, within a running JVM", within);
        if (compose) {
            line("docker-compose, a whole process", theirs);
            ratio("docker-compose / Tapbot's process", theirs, mine);
            ratio("docker-compose / Tapbot in a JVM", theirs, within);
        }
        line("bare lists and inspects", bare);
        ratio("Tapbot / bare", mine, bare);
    }

    /** What an embedder waits for whose program runs already and has asked once before: a runtime of its own, declared, connected and planned anew. */
    private double withinThisJvm(int size) {
        long start = System.nanoTime();
        if (!EngineOnce.isSame(engine, size)) {
            throw new IllegalStateException("something is to be changed");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private List<String> converge(int size) {
        return ours.command(EngineOnce.class, engine, Integer.toString(size), "converge");
    }

    private List<String> compose() {
        return List.of("env", "COMPOSE_PROJECT_NAME=race", "docker-compose", "-H", engine, "up", "-d");
    }

    private void awaitHealthy(int size) throws InterruptedException {
        long healthy = 0;
        while (healthy < size) {
            healthy = client.listContainersCmd().exec().stream()
                    .filter(container -> container.getStatus().contains("(healthy)"))
                    .count();
            if (healthy < size) {
                Thread.sleep(20);
            }
        }
    }

    /** Removes what both have made, and Tapbot's own things. */
    private void clear() {
        List<Container> all = client.listContainersCmd().withShowAll(true).exec();
        all.parallelStream()
                .filter(EngineRace::isOfRace)
                .forEach(container -> client.removeContainerCmd(container.getId())
                        .withForce(true)
                        .exec());
        client.listNetworksCmd().exec().stream()
                .filter(network -> network.getName().equals(RaceServices.NAME)
                        || network.getName().equals(RaceServices.NAME + "_" + RaceServices.NAME))
                .forEach(network -> client.removeNetworkCmd(network.getId()).exec());
    }

    private static boolean isOfRace(Container container) {
        return container.getNames()[0].startsWith("/" + RaceServices.NAME + "-");
    }

    private void line(String who, List<Double> seconds) {
        out.printf(
                Locale.ROOT, "  %-34s %s s%n", who, Figures.of(seconds, x -> x).text(2));
    }

    private void ratio(String what, List<Double> over, List<Double> under) {
        out.printf(
                Locale.ROOT,
                "  %-34s %s%n",
                what,
                Figures.ratios(over, under, x -> x).text(2));
    }
}
