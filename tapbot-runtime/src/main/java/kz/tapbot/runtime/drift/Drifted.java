package kz.tapbot.runtime.drift;

import java.util.List;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.plan.Difference;

/**
 * A thing of ours that is not as declared.
 *
 * @param address the thing
 * @param kind in which way
 * @param cause why it counts as such, in a few words; what there is to say where no attribute differs
 * @param differences each attribute, as it is now and as it was declared
 */
public record Drifted(Address address, Kind kind, String cause, List<Difference> differences) {

    /** In which way a thing is not as declared. */
    public enum Kind {
        /** It is not there. */
        MISSING,
        /** It is there, but different. */
        CHANGED,
        /** It is an earlier release, which somebody went back to. */
        ROLLED_BACK,
        /** It is there and ours, but not declared. */
        LEFT_OVER,
        /** Something that is not ours stands in its place. */
        TAKEN
    }

    /** Copies the list. */
    public Drifted {
        differences = List.copyOf(differences);
    }
}
