package kz.tapbot.runtime.operate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.runtime.daily.HistoryRun;
import kz.tapbot.runtime.spi.JournalEntry;

/** Reads the runs out of a server's journal. */
public final class History {

    private static final String OPEN = "not known to have ended";

    private History() {}

    /** The runs in a journal, oldest first. Of one whose beginning is no longer kept, what is. */
    public static List<HistoryRun> of(List<JournalEntry> journal) {
        Map<String, List<JournalEntry>> runs = new LinkedHashMap<>();
        journal.forEach(entry ->
                runs.computeIfAbsent(entry.run(), first -> new ArrayList<>()).add(entry));
        List<HistoryRun> all = new ArrayList<>();
        runs.forEach((run, entries) -> all.add(of(run, entries)));
        return all;
    }

    private static HistoryRun of(String run, List<JournalEntry> entries) {
        String who = "";
        Optional<String> outcome = Optional.empty();
        List<HistoryRun.Step> steps = new ArrayList<>();
        for (JournalEntry entry : entries) {
            switch (entry.phase()) {
                case RUN_BEGUN -> who = entry.operation();
                case RUN_ENDED -> outcome = Optional.of(entry.operation());
                case INTENT -> steps.add(step(entry, OPEN));
                case DONE -> end(steps, step(entry, "done"));
                case FAILED -> end(steps, step(entry, "failed"));
            }
        }
        return new HistoryRun(run, entries.get(0).at(), who, steps, outcome);
    }

    private static HistoryRun.Step step(JournalEntry entry, String outcome) {
        return new HistoryRun.Step(entry.at(), entry.address(), entry.operation(), outcome);
    }

    private static void end(List<HistoryRun.Step> steps, HistoryRun.Step ended) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            HistoryRun.Step begun = steps.get(i);
            if (begun.outcome().equals(OPEN)
                    && begun.address().equals(ended.address())
                    && begun.operation().equals(ended.operation())) {
                steps.set(i, ended);
                return;
            }
        }
        steps.add(ended);
    }
}
