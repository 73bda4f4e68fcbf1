package kz.tapbot.runtime.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.resource.ContainerResource;

/** Plans restarts: not towards what is declared, but because somebody asks for them. What is needed comes before what needs it. */
public final class Restarts {

    private Restarts() {}

    /** A plan that stops and starts these containers of ours as they are, and waits until each is healthy. */
    public static Plan plan(TopologyName topology, Collection<ContainerResource> containers) {
        Map<Address, ContainerResource> all = new TreeMap<>();
        containers.forEach(container -> all.put(container.address(), container));
        Map<Address, Change> changes = new HashMap<>();
        List<Change> ordered = new java.util.ArrayList<>();
        all.keySet().forEach(address -> add(address, all, changes, ordered));
        return new Plan(topology, "restart", ordered, new Report(Address.topology(topology), List.of()));
    }

    private static void add(
            Address address, Map<Address, ContainerResource> all, Map<Address, Change> changes, List<Change> ordered) {
        ContainerResource container = all.get(address);
        if (container == null || changes.containsKey(address)) {
            return;
        }
        SortedSet<Address> after = new TreeSet<>(container.requires());
        after.retainAll(all.keySet());
        Change change = new Change(
                address,
                container.server(),
                Action.UPDATE,
                List.of(),
                "a restart was asked for",
                List.of("Away for about "
                        + ContainerSteps.startUp(container.service()).toSeconds() + " s."),
                List.of(),
                new ContainerSteps(address, container).restart(),
                after,
                false);
        changes.put(address, change);
        after.forEach(needed -> add(needed, all, changes, ordered));
        ordered.add(change);
    }
}
