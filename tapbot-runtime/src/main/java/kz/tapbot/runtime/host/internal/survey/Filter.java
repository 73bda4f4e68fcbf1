package kz.tapbot.runtime.host.internal.survey;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.runtime.resource.Opening;

/**
 * Whom a server lets in.
 *
 * @param kind whose rules they are
 * @param openings what they let through
 * @param remarks what is to be said of them
 */
public record Filter(Kind kind, SortedSet<Opening> openings, List<Remark> remarks) {

    /** Whose rules. */
    public enum Kind {
        /** Nothing is refused, or nobody can tell what. */
        NONE,
        /** UFW refuses what it does not let through, but for what the engine forwards. */
        UFW,
        /** Tapbot's own rules. */
        OURS
    }

    /** Copies the collections. */
    public Filter {
        openings = Collections.unmodifiableSortedSet(new TreeSet<>(openings));
        remarks = List.copyOf(remarks);
    }

    /** Nothing is refused. */
    public static Filter none() {
        return new Filter(Kind.NONE, Collections.emptySortedSet(), List.of());
    }
}
