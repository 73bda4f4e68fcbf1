package kz.tapbot.runtime.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.tapbot.model.name.ServerName;

/** The text form of plans: problems first, then the changes server by server, then how much it is in all. Never holds a secret. */
public final class PlanText {

    private static final int WIDEST = 40;
    private static final String INDENT = "        ";

    /** Of a server that was never applied, containers that reach each other are no news, and would hide what is. */
    private static final String OF_A_NETWORK = "network:";

    private PlanText() {}

    /** The whole text; ends without a line break. */
    public static String render(Plan plan) {
        List<PlanLine> lines = lines(plan);
        StringBuilder out = new StringBuilder(lines.size() * 48);
        for (int i = 0; i < lines.size(); i++) {
            out.append(i == 0 ? "" : "\n").append(lines.get(i).text());
        }
        return out.toString();
    }

    /** The lines of the text, to be coloured by what they say. */
    public static List<PlanLine> lines(Plan plan) {
        List<PlanLine> lines = new ArrayList<>(plan.changes().size() * 2 + 8);
        if (!plan.report().diagnostics().isEmpty()) {
            plan.report().toString().lines().forEach(line -> add(lines, PlanLine.Kind.FINDING, line));
            blank(lines);
        }
        Map<ServerName, List<Change>> servers = new TreeMap<>();
        for (Change change : plan.changes()) {
            servers.computeIfAbsent(change.server(), first -> new ArrayList<>()).add(change);
        }
        servers.forEach((server, changes) -> {
            add(lines, PlanLine.Kind.SERVER, "Server " + server);
            for (Change change : changes) {
                change(lines, change);
            }
            blank(lines);
        });
        if (!plan.isEmpty()) {
            plan.exposure().ifPresent(exposure -> exposure(lines, exposure));
        }
        add(lines, PlanLine.Kind.SUMMARY, summary(plan));
        return lines;
    }

    /** The last line: {@code Plan: 3 to add, 1 to change, 0 to destroy.}, or that there is nothing to do. */
    public static String summary(Plan plan) {
        boolean errors = plan.report().hasErrors();
        if (plan.isEmpty()) {
            return errors
                    ? "No plan: the errors above come first."
                    : "No changes. The servers are as topology \"" + plan.topology() + "\" declares them.";
        }
        Map<Action, Integer> counts = new EnumMap<>(Action.class);
        for (Change change : plan.changes()) {
            counts.merge(change.action(), 1, Integer::sum);
        }
        int replaced = counts.getOrDefault(Action.REPLACE, 0);
        int adopted = counts.getOrDefault(Action.ADOPT, 0);
        return "Plan: " + (counts.getOrDefault(Action.CREATE, 0) + replaced) + " to add, "
                + counts.getOrDefault(Action.UPDATE, 0) + " to change, "
                + (counts.getOrDefault(Action.REMOVE, 0) + replaced) + " to destroy"
                + (adopted > 0 ? ", " + adopted + " to adopt" : "")
                + (errors ? ". Nothing is applied before the errors above are mended." : ".");
    }

    private static void exposure(List<PlanLine> lines, ExposureChanges exposure) {
        if (exposure.changes().isEmpty()) {
            add(lines, PlanLine.Kind.SERVER, "Exposure: nobody reaches more or less than before.");
        } else {
            String names = exposure.unknown().stream().map(ServerName::value).collect(Collectors.joining(", "));
            add(
                    lines,
                    PlanLine.Kind.SERVER,
                    names.isEmpty()
                            ? "Exposure: who reaches more or less than before"
                            : "Exposure: no earlier apply is known of " + names
                                    + ", so that all there counts as opened");
            int neighbours = 0;
            for (ExposureChanges.One one : exposure.changes()) {
                if (exposure.unknown().contains(one.server()) && one.from().startsWith(OF_A_NETWORK)) {
                    neighbours++;
                } else {
                    PlanLine.Kind kind = one.effect().isMore() ? PlanLine.Kind.OPENED : PlanLine.Kind.CLOSED;
                    add(lines, kind, "  " + one.sentence());
                }
            }
            if (neighbours > 0) {
                String what = neighbours == 1 ? "1 port of a container" : neighbours + " ports of containers";
                add(
                        lines,
                        PlanLine.Kind.OPENED,
                        "  opens " + what + " to others on the same network; \"reach\" lists them");
            }
        }
        blank(lines);
    }

    private static void change(List<PlanLine> lines, Change change) {
        Action action = change.action();
        StringBuilder out = new StringBuilder(96).append("  ").append(action.sign());
        pad(out, 6);
        out.append(action.verb());
        pad(out, 14);
        out.append(change.address());
        if (action != Action.CREATE || !change.cause().equals(Drafting.NOT_THERE)) {
            out.append(": ").append(change.cause());
        }
        add(lines, PlanLine.Kind.valueOf(action.name()), out.toString());
        int width = width(change.differences());
        boolean fresh = action == Action.CREATE;
        for (Difference difference : change.differences()) {
            add(lines, PlanLine.Kind.DIFFERENCE, INDENT + line(difference, width, fresh));
        }
        for (String consequence : change.consequences()) {
            add(lines, PlanLine.Kind.CONSEQUENCE, INDENT + consequence);
        }
    }

    /** The longest name, so that values begin in one column; nothing where one is too long for that. */
    private static int width(List<Difference> differences) {
        int width = 0;
        for (Difference difference : differences) {
            width = Math.max(width, difference.attribute().length());
        }
        return width > WIDEST ? 0 : width;
    }

    /** {@code image: "a" → "b"}, the values beginning in one column. */
    static String line(Difference difference) {
        return line(difference, 0, false);
    }

    private static String line(Difference difference, int width, boolean fresh) {
        StringBuilder out = new StringBuilder(64)
                .append(Shown.plain(difference.attribute()))
                .append(": ");
        pad(out, width + 2);
        if (!fresh) {
            value(out, difference.before());
            out.append(" → ");
        }
        value(out, difference.after());
        return out.toString();
    }

    private static void value(StringBuilder out, Optional<String> value) {
        if (value.isPresent()) {
            Shown.quoted(out, value.get());
        } else {
            out.append("(none)");
        }
    }

    private static void pad(StringBuilder out, int width) {
        while (out.length() < width) {
            out.append(' ');
        }
    }

    private static void blank(List<PlanLine> lines) {
        add(lines, PlanLine.Kind.BLANK, "");
    }

    private static void add(List<PlanLine> lines, PlanLine.Kind kind, String text) {
        lines.add(new PlanLine(kind, text));
    }
}
