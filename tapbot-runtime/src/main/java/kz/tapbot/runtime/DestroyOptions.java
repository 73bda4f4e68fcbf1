package kz.tapbot.runtime;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.plan.PlanOptions;

/**
 * How an estate is taken down.
 *
 * @param removeData the volumes and provisions whose data is removed too; all other data stays
 */
public record DestroyOptions(SortedSet<Address> removeData) {

    /** Copies the set. */
    public DestroyOptions {
        removeData = Collections.unmodifiableSortedSet(new TreeSet<>(removeData));
    }

    /** Data stays. */
    public static DestroyOptions keepData() {
        return new DestroyOptions(Collections.emptySortedSet());
    }

    /** This data is removed, all other data stays. */
    public static DestroyOptions removeData(Address... data) {
        return new DestroyOptions(new TreeSet<>(List.of(data)));
    }

    PlanOptions asPlanOptions() {
        return PlanOptions.STANDARD.destroying().removeData(removeData.toArray(new Address[0]));
    }
}
