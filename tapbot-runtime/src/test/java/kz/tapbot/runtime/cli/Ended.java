package kz.tapbot.runtime.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a command left behind.
 *
 * @param code its exit code
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
record Ended(int code, String out, String err) {

    /** The same without what no two runs have in common: times, and the names of runs. */
    Ended steady() {
        return new Ended(code, steady(out), steady(err));
    }

    private static String steady(String text) {
        String same = text.replaceAll("\\d+\\.\\d s\\b", "0.0 s")
                .replaceAll("\\[ *\\d+/(\\d+)] ", "[n/$1] ")
                .replaceAll("\"(millis|upSeconds)\": ?\\d+", "\"$1\":0")
                .replaceAll("\"(run|since)\": ?\"[^\"]+\"", "\"$1\":\"…\"");
        return sorted(same);
    }

    /** What is done side by side is told in any order. */
    private static String sorted(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int from = 0; from < lines.size(); from++) {
            int to = from;
            while (to < lines.size() && isEvent(lines.get(to))) {
                to++;
            }
            Collections.sort(lines.subList(from, to));
            from = Math.max(from, to);
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static boolean isEvent(String line) {
        return line.startsWith("  [n/") || line.startsWith("{\"");
    }

    /** For the message of a test. */
    @Override
    public String toString() {
        return "exit " + code + "\n--- stdout\n" + out + "--- stderr\n" + err;
    }
}
