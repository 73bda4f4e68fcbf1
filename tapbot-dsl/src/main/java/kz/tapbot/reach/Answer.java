package kz.tapbot.reach;

import java.util.List;

/**
 * Whether somebody reaches something, and why.
 *
 * @param source who
 * @param target what
 * @param ways every way there is; none if it is closed
 * @param closedBy what stands in the way, if there is none
 */
public record Answer(Source source, Target target, List<Way> ways, List<Step> closedBy) {

    /** Copies the lists. */
    public Answer {
        ways = List.copyOf(ways);
        closedBy = ways.isEmpty() ? List.copyOf(closedBy) : List.of();
    }

    /** The verdict of the most open way. */
    public Verdict verdict() {
        return ways.stream().map(Way::verdict).reduce(Verdict.CLOSED, Verdict::or);
    }

    /** Whether there is any way, with a login or without. */
    public boolean isReached() {
        return !ways.isEmpty();
    }

    /** A sentence, and below it every way with its steps, or what stands in the way; ends without a line break. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(256).append(source);
        if (ways.isEmpty()) {
            out.append(" does not reach ").append(target);
            closedBy.forEach(step -> out.append("\n    ").append(step));
            return out.toString();
        }
        out.append(" reaches ").append(target);
        out.append(verdict() == Verdict.LOGIN ? ", with a login" : "");
        ways.forEach(way -> out.append("\n  ").append(way));
        return out.toString();
    }
}
