package kz.tapbot.examples.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import kz.tapbot.examples.estate.TapbotKzEstate;
import kz.tapbot.model.Topology;
import kz.tapbot.reach.ExposureTable;
import kz.tapbot.rule.Estate;
import kz.tapbot.rule.library.ReadyRules;

/**
 * One process of the benchmark of foresight: declares an estate, holds every standard rule against it and computes its whole exposure
 * table, and writes how many milliseconds that took, once or again and again.
 */
final class JudgeOnce {

    private JudgeOnce() {}

    /**
     * Runs once.
     *
     * @param args {@code estate} or a number of resources, and how often it is judged
     */
    public static void main(String[] args) {
        Topology topology = topology(args[0]);
        int times = Integer.parseInt(args[1]);
        StringBuilder millis = new StringBuilder();
        String result = "";
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            result = judge(topology);
            millis.append('\t').append((System.nanoTime() - start) / 1_000_000.0);
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        out.println(result + millis);
        out.flush();
    }

    static Topology topology(String named) {
        return named.equals("estate") ? TapbotKzEstate.TOPOLOGY : WideEstate.of(Integer.parseInt(named));
    }

    /** Everything anew: nothing that an earlier judgement has found is kept. */
    private static String judge(Topology topology) {
        Estate estate = Estate.of(topology);
        long broken = ReadyRules.standard().stream()
                .filter(rule -> !rule.evaluate(estate).holds())
                .count();
        ExposureTable table = estate.reachability().exposure();
        return "judged: " + ReadyRules.standard().size() + " rules, " + broken + " broken, "
                + table.rows().size() + " rows";
    }
}
