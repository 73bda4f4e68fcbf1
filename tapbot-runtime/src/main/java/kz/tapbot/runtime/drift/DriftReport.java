package kz.tapbot.runtime.drift;

import java.util.List;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.plan.Difference;

/**
 * What is different on the servers from what was declared.
 *
 * @param topology the topology
 * @param ours things of ours that are not as declared
 * @param unmanaged things that are not ours and may matter: never touched, only told
 */
public record DriftReport(TopologyName topology, List<Drifted> ours, List<Unmanaged> unmanaged) {

    /** Copies the lists. */
    public DriftReport {
        ours = List.copyOf(ours);
        unmanaged = List.copyOf(unmanaged);
    }

    /** Whether everything of ours is as declared; what is not ours does not count. */
    public boolean isEmpty() {
        return ours.isEmpty();
    }

    /** The text form over several lines; ends without a line break. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Drifted thing : ours) {
            out.append(word(thing.kind())).append(thing.address());
            if (thing.kind() == Drifted.Kind.ROLLED_BACK
                    || thing.kind() == Drifted.Kind.CHANGED
                            && thing.differences().isEmpty()) {
                out.append(": ").append(thing.cause());
            }
            out.append("\n");
            for (Difference difference : thing.differences()) {
                out.append("             ")
                        .append(difference.attribute())
                        .append(": is ")
                        .append(difference.before().orElse("absent"))
                        .append(", declared ")
                        .append(difference.after().orElse("absent"))
                        .append("\n");
            }
        }
        out.append(
                ours.isEmpty()
                        ? "No drift."
                        : "Drift: " + ours.size() + (ours.size() == 1 ? " thing" : " things") + ".");
        if (!unmanaged.isEmpty()) {
            out.append("\nNot ours, left alone:");
            unmanaged.forEach(thing ->
                    out.append("\n  ").append(thing.address()).append("  ").append(thing.owner()));
        }
        return out.toString();
    }

    private static String word(Drifted.Kind kind) {
        return switch (kind) {
            case MISSING -> "missing    ";
            case CHANGED -> "changed    ";
            case ROLLED_BACK -> "rolled back  ";
            case LEFT_OVER -> "left over  ";
            case TAKEN -> "not ours   ";
        };
    }
}
