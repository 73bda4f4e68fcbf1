package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is found while one question is followed. Not thread-safe. */
final class Trace {

    private final Set<Way> ways = new LinkedHashSet<>();
    private final Set<Step> closed = new LinkedHashSet<>();

    void way(Verdict verdict, String at, List<Step> steps) {
        ways.add(new Way(verdict, at, steps));
    }

    void closed(Step step) {
        closed.add(step);
    }

    List<Way> ways() {
        return new ArrayList<>(ways);
    }

    List<Step> closedBy() {
        return new ArrayList<>(closed);
    }
}
