package kz.tapbot.runtime.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;

/**
 * What a plan may do beyond the usual.
 *
 * @param adopt things of others that become ours
 * @param removeData data that may be removed, beside what the declaration retires
 */
public record PlanOptions(SortedSet<Address> adopt, SortedSet<Address> removeData) {

    /** Nothing beyond the usual. */
    public static final PlanOptions STANDARD =
            new PlanOptions(Collections.emptySortedSet(), Collections.emptySortedSet());

    /** Copies the sets. */
    public PlanOptions {
        adopt = Collections.unmodifiableSortedSet(new TreeSet<>(adopt));
        removeData = Collections.unmodifiableSortedSet(new TreeSet<>(removeData));
    }

    /** The same, and these become ours. */
    public PlanOptions adopt(Address... more) {
        return new PlanOptions(with(adopt, List.of(more)), removeData);
    }

    /** The same, and this data may be removed. */
    public PlanOptions removeData(Address... more) {
        return new PlanOptions(adopt, with(removeData, List.of(more)));
    }

    private static SortedSet<Address> with(SortedSet<Address> some, Collection<Address> more) {
        SortedSet<Address> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }
}
