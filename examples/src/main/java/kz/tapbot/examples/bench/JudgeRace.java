package kz.tapbot.examples.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How fast an estate is judged: all standard rules and the whole exposure table by Tapbot, and {@code terraform validate} of a graph with
 * as many resources and references, in turns. Prints what it finds and judges nothing.
 */
final class JudgeRace {

    /** How often one process judges: the first time everything is loaded, the last time it is as warm as in a build with that many tests. */
    private static final int TIMES = 20;

    private static final int LARGE = 10_000;

    private final PrintStream out;
    private final Path folder;
    private final OurProcess ours;

    private JudgeRace(PrintStream out, Path folder) throws IOException {
        this.out = out;
        this.folder = folder;
        this.ours = new OurProcess(folder);
    }

    /**
     * Runs the benchmark.
     *
     * @param args {@code estate} or numbers of resources; without any the estate, 1000 and 10000
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("judge-race");
        try {
            JudgeRace race = new JudgeRace(System.out, folder);
            race.ours.archive(JudgeOnce.class, "estate", "1");
            for (String named : args.length == 0 ? List.of("estate", "1000", "10000") : List.of(args)) {
                race.pairs(named, Integer.getInteger("pairs", 5));
            }
        } finally {
            PlanRace.delete(folder);
        }
    }

    private void pairs(String named, int wanted) throws IOException, InterruptedException {
        TerraformGraph graph = named.equals("estate")
                ? new TerraformGraph(JudgeOnce.topology(named))
                : new TerraformGraph(Integer.parseInt(named));
        Path place = Files.createDirectories(folder.resolve("terraform-" + named));
        graph.bare(place);
        List<Run> theirs = new ArrayList<>();
        List<Run> process = new ArrayList<>();
        List<List<Double>> within = new ArrayList<>();
        int pairs = graph.size() < LARGE ? wanted : Math.min(wanted, 3);
        String judged = "";
        for (int i = 0; i < pairs; i++) {
            theirs.add(Run.of(List.of("terraform", "validate", "-no-color"), place, "configuration is valid"));
            process.add(Run.of(ours.command(JudgeOnce.class, named, "1"), folder, "judged: "));
            Run.of(ours.command(JudgeOnce.class, named, Integer.toString(TIMES)), folder, "judged: ");
            String[] said =
                    Files.readString(folder.resolve("output.txt")).strip().split("\t", -1);
            judged = said[0];
            within.add(Stream.of(said)
                    .skip(1)
                    .map(millis -> Double.parseDouble(millis) / 1000)
                    .toList());
        }
        out.printf(
                Locale.ROOT,
                "%n%s: %,d resources, %,d references; %s%n",
                named,
                graph.size(),
                graph.references(),
                judged);
        List<Double> validate = theirs.stream().map(Run::seconds).toList();
        out.printf(
                "  %-46s %s s%n",
                "terraform validate, a whole process",
                Figures.of(validate, x -> x).text(3));
        line(
                "Tapbot, a whole process",
                validate,
                process.stream().map(Run::seconds).toList());
        line("Tapbot, within a JVM, the first time", validate, at(within, 0));
        line("Tapbot, within a JVM, the second time", validate, at(within, 1));
        line("Tapbot, within a JVM, the " + TIMES + "th time", validate, at(within, TIMES - 1));
    }

    private void line(String what, List<Double> theirs, List<Double> mine) {
        out.printf(
                "  %-46s %s s; terraform takes times as long %s%n",
                what,
                Figures.of(mine, x -> x).text(4),
                Figures.ratios(theirs, mine, x -> x).text(1));
    }

    private static List<Double> at(List<List<Double>> within, int time) {
        return within.stream().map(times -> times.get(time)).toList();
    }
}
