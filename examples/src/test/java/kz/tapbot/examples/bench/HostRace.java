package kz.tapbot.examples.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.tapbot.examples.bench.Administered.Ansible;
import kz.tapbot.lab.LabNetwork;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.TapbotRuntime;

/**
 * How fast whole servers are made as declared, and looked at when nothing is to be done: Tapbot, Ansible in three ways, and one script by {@code ssh}, in turns, on servers of the
 * lab that are alike. Needs an engine for tests. Prints what it finds and judges nothing.
 */
final class HostRace {

    private static final List<Integer> SIZES = List.of(1, 2, 4);

    private final PrintStream out;
    private final Path folder;
    private final OurProcess ours;
    private final int rounds;
    private final int firsts;
    private boolean archived;

    private HostRace(PrintStream out, Path folder) throws IOException {
        this.out = out;
        this.folder = folder;
        this.ours = new OurProcess(folder);
        this.rounds = Integer.getInteger("rounds", 5);
        this.firsts = Integer.getInteger("firsts", 3);
    }

    /**
     * Runs the benchmark.
     *
     * @param args the numbers of servers; without any 1, 2 and 4
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<Integer> sizes =
                args.length == 0 ? SIZES : Stream.of(args).map(Integer::valueOf).toList();
        Path folder = Files.createTempDirectory("host-race");
        try {
            HostRace race = new HostRace(System.out, folder);
            for (int size : sizes) {
                race.race(size);
            }
        } finally {
            PlanRace.delete(folder);
        }
    }

    /** Servers, one half for Tapbot and one for the others, with how they are reached. */
    private record Field(List<LabServer> mine, Administered theirs, String hosts, Path key) {}

    private static Field field(LabNetwork network, int size) throws IOException {
        List<LabServer> mine = new ArrayList<>();
        List<LabServer> theirs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            mine.add(network.ready("race-ours-" + i));
            theirs.add(network.ready("race-theirs-" + i));
        }
        String key = mine.get(0).publicKey();
        mine.forEach(server -> server.sh("echo '" + key + "' >/root/.ssh/authorized_keys"));
        String hosts = mine.stream()
                .map(server -> server.address() + "=" + server.hostKey())
                .collect(Collectors.joining(","));
        return new Field(
                mine,
                new Administered(network.control(), theirs, resource("playbook.yml"), resource("check.sh")),
                hosts,
                mine.get(0).keyFile());
    }

    private void race(int size) throws IOException, InterruptedException {
        List<Double> mine = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < firsts; i++) {
            try (LabNetwork network = LabNetwork.open(false)) {
                Field field = field(network, size);
                if (i == 0) {
                    head(size, field);
                }
                if (!archived) {
                    ours.archive(HostOnce.class, field.hosts, field.key.toString(), "look");
                    archived = true;
                }
                mine.add(Run.of(converge(field), folder, "Done").seconds());
                theirs.add(field.theirs.play(Ansible.TUNED, false));
                if (i == firsts - 1) {
                    row("first run: Tapbot, a whole process", mine);
                    row("first run: " + Ansible.TUNED.title(), theirs);
                    ratio("  " + Ansible.TUNED.title() + " / Tapbot", theirs, mine);
                    again(field);
                }
            }
        }
    }

    private void head(int size, Field field) {
        out.println("\n" + size + (size == 1 ? " server" : " servers") + ", " + RaceHosts.FACTS + " facts each; JVM "
                + System.getProperty("java.vm.version") + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors; " + field.theirs.version());
        out.println("Seconds: median (least–most). Ratios are round by round; above 1 Tapbot is faster.");
    }

    /** Nothing is to be done any more. */
    private void again(Field field) throws IOException, InterruptedException {
        field.theirs.play(Ansible.TUNED, true);
        Map<Ansible, List<Double>> ansible = new EnumMap<>(Ansible.class);
        List<Double> mine = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        List<Double> script = new ArrayList<>();
        List<Double> connected = new ArrayList<>();
        Topology topology = RaceHosts.topology(List.of(field.hosts.split(",")));
        try (Kept driver = new Kept(HostOnce.driver(field.key))) {
            TapbotRuntime runtime = TapbotRuntime.builder().driver(driver).build();
            for (int i = 0; i < 10; i++) {
                plan(runtime, topology);
            }
            field.theirs.checkConnected();
            for (int i = 0; i < rounds; i++) {
                mine.add(Run.of(converge(field), folder, "No changes.").seconds());
                script.add(field.theirs.check());
                kept.add(plan(runtime, topology));
                connected.add(field.theirs.checkConnected());
                for (Ansible how : Ansible.values()) {
                    ansible.computeIfAbsent(how, unused -> new ArrayList<>()).add(field.theirs.play(how, true));
                }
            }
        }
        row("nothing to do: Tapbot, a whole process", mine);
        ansible.forEach((how, seconds) -> {
            row("nothing to do: " + how.title(), seconds);
            ratio("  " + how.title() + " / Tapbot", seconds, mine);
        });
        row("nothing to do: script by ssh", script);
        ratio("  script / Tapbot", script, mine);
        row("connected: Tapbot in a JVM that runs", kept);
        row("connected: script by ssh", connected);
        ratio("  script / Tapbot", connected, kept);
    }

    private List<String> converge(Field field) {
        return ours.command(HostOnce.class, field.hosts, field.key.toString(), "converge");
    }

    private static double plan(TapbotRuntime runtime, Topology topology) {
        long begin = System.nanoTime();
        if (!runtime.plan(topology).isEmpty()) {
            throw new IllegalStateException("something is to be changed");
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HostRace.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void row(String what, List<Double> seconds) {
        out.printf(
                Locale.ROOT, "  %-40s %s s%n", what, Figures.of(seconds, x -> x).text(2));
    }

    private void ratio(String what, List<Double> over, List<Double> under) {
        out.printf(
                Locale.ROOT,
                "  %-40s %s%n",
                what,
                Figures.ratios(over, under, x -> x).text(1));
    }
}
