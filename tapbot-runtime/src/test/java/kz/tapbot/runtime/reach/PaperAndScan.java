package kz.tapbot.runtime.reach;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kz.tapbot.model.Topology;
import kz.tapbot.reach.Answer;
import kz.tapbot.reach.Reachability;

/**
 * Both tables of an estate that was applied, cell by cell.
 *
 * @param found who reached what, by question
 * @param differences every cell that is not as it is on paper: what opens or closes it there, and all that was heard
 */
record PaperAndScan(Map<String, String> found, Map<String, String> differences) {

    private static final int TRIES = 3;

    static PaperAndScan of(Topology topology, LabSide lab) {
        PaperAndScan both = new PaperAndScan(new LinkedHashMap<>(), new LinkedHashMap<>());
        Reachability paper = Reachability.of(topology);
        LabScan scan = LabScan.of(topology, lab);
        Question.all(topology, lab)
                .forEach(question -> both.compare(question, paper.ask(question.source(), question.target()), scan));
        return both;
    }

    private void compare(Question question, Answer answer, LabScan scan) {
        String said = question.said(answer);
        String reached = question.found(scan);
        for (int i = 1; i < TRIES && answer.isReached() && reached.equals(Question.CLOSED); i++) {
            // Somebody may have been too busy to answer in time.
            scan.knock(scan.heard().keySet().stream()
                    .filter(knock -> question.has(knock) && question.isAbout(knock))
                    .toList());
            reached = question.found(scan);
        }
        found.put(question.toString(), reached);
        if (!said.equals(reached)) {
            differences.put(question.toString(), answer + "\n  but was found " + reached + ":" + heard(question, scan));
        }
    }

    /** All that was tried. */
    private static String heard(Question question, LabScan scan) {
        return scan.heard().entrySet().stream()
                .filter(entry -> question.has(entry.getKey()) && question.isAbout(entry.getKey()))
                .map(entry -> "\n    " + entry.getKey() + ": " + entry.getValue()
                        + (entry.getValue().equals("page 401 -")
                                ? " and behind it " + scan.behind(entry.getKey())
                                : ""))
                .collect(Collectors.joining());
    }
}
