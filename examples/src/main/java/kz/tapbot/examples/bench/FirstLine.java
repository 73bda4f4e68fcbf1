package kz.tapbot.examples.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.tapbot.examples.TapbotKz;

/** How long the tapbot.kz estate takes from the start of the process to the first line of its plan, and where that time goes. */
final class FirstLine {

    private final PrintStream out;
    private final Path folder;
    private final OurProcess ours;

    FirstLine(PrintStream out, Path folder, OurProcess ours) {
        this.out = out;
        this.folder = folder;
        this.ours = ours;
    }

    /** Measures a bare JVM and the estate in turns. */
    void print(int pairs) throws IOException, InterruptedException {
        ours.archive(TapbotKz.class, "plan");
        ours.archive(EstateSteps.class, "0");
        List<Double> bare = new ArrayList<>();
        List<Double> estate = new ArrayList<>();
        Map<String, List<Double>> steps = new LinkedHashMap<>();
        for (int i = 0; i < pairs; i++) {
            bare.add(Run.of(List.of(ours.java(), "-version"), folder, "").seconds());
            estate.add(Run.toFirstLine(ours.command(TapbotKz.class, "plan"), folder));
            steps(steps);
        }
        double allowed = 3 * Figures.of(bare, x -> x).median() + 0.3;
        out.println("\nFirst line of the plan of the tapbot.kz estate, on simulated servers");
        out.println("  java -version  " + Figures.of(bare, x -> x).text(3) + " s");
        out.println("  first line     " + Figures.of(estate, x -> x).text(3) + " s");
        out.printf(Locale.ROOT, "  three bare starts and 0.3 s are %.3f s%n", allowed);
        out.println("Where the time goes, measured in runs of their own:");
        steps.forEach((step, seconds) ->
                out.printf("  %-44s %s s%n", step, Figures.of(seconds, x -> x).text(3)));
    }

    private void steps(Map<String, List<Double>> steps) throws IOException, InterruptedException {
        String now = Long.toString(System.currentTimeMillis());
        Run.of(ours.command(EstateSteps.class, now), folder, "");
        for (String line : Files.readAllLines(folder.resolve("output.txt"))) {
            String[] parts = line.split("\t", -1);
            steps.computeIfAbsent(parts[0], first -> new ArrayList<>()).add(Double.parseDouble(parts[1]) / 1000);
        }
    }
}
