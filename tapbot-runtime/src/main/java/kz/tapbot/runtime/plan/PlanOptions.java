package kz.tapbot.runtime.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.server.Server;

/** What a plan may do beyond the usual. Immutable: every method that says something returns another one. */
public final class PlanOptions {

    /** Nothing beyond the usual. */
    public static final PlanOptions STANDARD = new PlanOptions(
            Collections.emptySortedSet(),
            Collections.emptySortedSet(),
            Collections.emptySortedSet(),
            false,
            address -> List.of());

    private final SortedSet<Address> adopt;
    private final SortedSet<Address> removeData;
    private final SortedSet<Address> retired;
    private final boolean destroy;
    private final Function<Address, List<DeclaredAt>> places;

    private PlanOptions(
            SortedSet<Address> adopt,
            SortedSet<Address> removeData,
            SortedSet<Address> retired,
            boolean destroy,
            Function<Address, List<DeclaredAt>> places) {
        this.adopt = adopt;
        this.removeData = removeData;
        this.retired = retired;
        this.destroy = destroy;
        this.places = places;
    }

    /** The same, and these things of others become ours. */
    public PlanOptions adopt(Address... more) {
        return new PlanOptions(with(adopt, List.of(more)), removeData, retired, destroy, places);
    }

    /** The same, and this data may be removed. */
    public PlanOptions removeData(Address... more) {
        return new PlanOptions(adopt, with(removeData, List.of(more)), retired, destroy, places);
    }

    /** The same, and this data may be removed, because the declaration says so. */
    public PlanOptions retired(Address... more) {
        return new PlanOptions(adopt, removeData, with(retired, List.of(more)), destroy, places);
    }

    /** The same, and everything that is ours is removed, but for data that is not named. */
    public PlanOptions destroying() {
        return new PlanOptions(adopt, removeData, retired, true, places);
    }

    /** The same, with what the topology itself allows: the data that its servers retire. Findings then name places of declaration. */
    public PlanOptions about(Topology topology) {
        SortedSet<Address> all = new TreeSet<>(retired);
        for (Server server : topology.servers()) {
            all.addAll(server.retired());
        }
        return new PlanOptions(
                adopt, removeData, Collections.unmodifiableSortedSet(all), destroy, new Origins(topology)::of);
    }

    /** Things of others that become ours. */
    public SortedSet<Address> adopt() {
        return adopt;
    }

    /** Data that may be removed, beside what the declaration retires. */
    public SortedSet<Address> removeData() {
        return removeData;
    }

    /** Data that the declaration retires. */
    public SortedSet<Address> retired() {
        return retired;
    }

    /** Whether everything that is ours is removed. */
    public boolean isDestroy() {
        return destroy;
    }

    boolean mayLose(Address address) {
        return removeData.contains(address) || retired.contains(address);
    }

    List<DeclaredAt> places(Address address) {
        return places.apply(address);
    }

    private static SortedSet<Address> with(SortedSet<Address> some, Collection<Address> more) {
        SortedSet<Address> all = new TreeSet<>(some);
        all.addAll(more);
        return Collections.unmodifiableSortedSet(all);
    }

    /** Equal where the same is allowed. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PlanOptions options
                && adopt.equals(options.adopt)
                && removeData.equals(options.removeData)
                && retired.equals(options.retired)
                && destroy == options.destroy;
    }

    @Override
    public int hashCode() {
        return Objects.hash(adopt, removeData, retired, destroy);
    }

    @Override
    public String toString() {
        return "adopt " + adopt + ", remove data " + removeData + ", retired " + retired + (destroy ? ", destroy" : "");
    }
}
