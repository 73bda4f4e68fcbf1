package kz.tapbot.examples.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How fast a plan is, as whole processes: Tapbot and Terraform plan the same graph in turns, so that whatever else the machine does
 * meets both. Prints what it finds and judges nothing.
 */
final class PlanRace {

    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000);
    private static final int LARGE = 10_000;

    private final PrintStream out;
    private final Path folder;
    private final OurProcess ours;
    private final boolean terraform;
    private final int pairs;

    private PlanRace(PrintStream out, Path folder, int pairs) throws IOException {
        this.out = out;
        this.folder = folder;
        this.ours = new OurProcess(folder);
        this.terraform = isInstalled("terraform");
        this.pairs = pairs;
    }

    /**
     * Runs the benchmark.
     *
     * @param args the numbers of resources; without any 100, 1000 and 10000, and then the growth up to 100000 and the estate's first line
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<Integer> sizes = Stream.of(args).map(PlanRace::size).toList();
        Path folder = Files.createTempDirectory("plan-race");
        try {
            PlanRace race = new PlanRace(System.out, folder, Integer.getInteger("pairs", 5));
            race.head();
            race.ours.archive(PlanOnce.class, "1000", "bare");
            race.plans(sizes.isEmpty() ? SIZES : sizes);
            if (sizes.isEmpty()) {
                race.growth();
                new FirstLine(System.out, folder, race.ours).print(race.pairs);
            }
        } finally {
            delete(folder);
        }
    }

    private static int size(String text) {
        int size = Integer.parseInt(text);
        if (size <= WideEstate.NETWORKS) {
            throw new IllegalArgumentException(
                    "The first " + WideEstate.NETWORKS + " are networks; take more than " + text);
        }
        return size;
    }

    private void head() {
        out.println("JVM " + System.getProperty("java.vm.version") + ", " + String.join(" ", OurProcess.OPTIONS)
                + " -XX:SharedArchiveFile=(made by one run); "
                + Runtime.getRuntime().availableProcessors() + " processors");
        out.println("Medians (least–most) of whole processes in turns. Peak memory is VmHWM of /proc, so Linux only.");
        if (!terraform) {
            out.println("There is no terraform on the PATH, so there are our figures alone.");
        }
    }

    private void plans(List<Integer> sizes) throws IOException, InterruptedException {
        for (String mode : List.of("bare", "same")) {
            out.println(mode.equals("bare") ? "\nPlan of bare servers" : "\nPlan with nothing to do");
            for (int size : sizes) {
                pairs(size, mode);
            }
        }
    }

    private void pairs(int size, String mode) throws IOException, InterruptedException {
        boolean bare = mode.equals("bare");
        List<String> command = ours.command(PlanOnce.class, Integer.toString(size), mode);
        String expected = bare ? "Plan: " : "No changes.";
        List<Run> mine = new ArrayList<>();
        List<Run> theirs = new ArrayList<>();
        Path place = Files.createDirectories(folder.resolve("terraform-" + size + "-" + mode));
        String theirExpected = terraform ? write(size, bare, place) : "";
        for (int i = 0; i < (size < LARGE ? pairs : Math.min(pairs, 3)); i++) {
            mine.add(Run.of(command, folder, expected));
            if (terraform) {
                theirs.add(Run.of(List.of("terraform", "plan", "-input=false", "-no-color"), place, theirExpected));
            }
        }
        line(size, "Tapbot", mine);
        if (terraform) {
            line(size, "Terraform", theirs);
            out.printf(
                    Locale.ROOT,
                    "%,9d  times faster %s, times less memory %s%n",
                    size,
                    Figures.ratios(theirs, mine, Run::seconds).text(1),
                    Figures.ratios(theirs, mine, Run::mebibytes).text(1));
        }
    }

    private static String write(int size, boolean bare, Path place) throws IOException, InterruptedException {
        TerraformGraph graph = new TerraformGraph(size);
        if (bare) {
            graph.bare(place);
            return "Plan: " + graph.size() + " to add";
        }
        graph.applied(place);
        return "No changes.";
    }

    private void line(int size, String who, List<Run> runs) {
        out.printf(
                Locale.ROOT,
                "%,9d  %-9s %s s, %s MiB%n",
                size,
                who,
                Figures.of(runs, Run::seconds).text(2),
                Figures.of(runs, Run::mebibytes).text(0));
    }

    private void growth() throws IOException, InterruptedException {
        out.println("\nGrowth of Tapbot's plan of bare servers");
        Map<Integer, Double> points = new TreeMap<>();
        for (int size : List.of(1_000, 3_000, 10_000, 30_000, 100_000)) {
            List<Run> runs = new ArrayList<>();
            for (int i = 0; i < Math.min(pairs, 3); i++) {
                runs.add(Run.of(ours.command(PlanOnce.class, Integer.toString(size), "bare"), folder, "Plan: "));
            }
            points.put(size, Figures.of(runs, Run::seconds).median());
            line(size, "Tapbot", runs);
        }
        out.printf(
                Locale.ROOT,
                "Exponent %.2f from 1,000 to 100,000, %.2f from 10,000; N log N would be %.2f and %.2f%n",
                Figures.exponent(points),
                Figures.exponent(from(points, LARGE)),
                Figures.exponent(sorting(points)),
                Figures.exponent(from(sorting(points), LARGE)));
    }

    private static Map<Integer, Double> from(Map<Integer, Double> points, int least) {
        Map<Integer, Double> large = new TreeMap<>(points);
        large.keySet().removeIf(size -> size < least);
        return large;
    }

    private static Map<Integer, Double> sorting(Map<Integer, Double> points) {
        Map<Integer, Double> sorting = new TreeMap<>();
        points.keySet().forEach(size -> sorting.put(size, size * Math.log(size)));
        return sorting;
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
