package kz.tapbot.runtime.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.graph.Graph;
import kz.tapbot.runtime.resource.Resource;

/**
 * Puts changes after those that they need: what is made after what it requires, what is removed before what it required. Whatever is
 * free to come at any time comes in the order of kinds and addresses, removals last.
 */
final class Ordering {

    private static final Comparator<Draft> LEAST = Ordering::compare;

    private final Drafting drafting;
    private final Map<Address, Draft> drafts;
    private final Map<ServerName, List<Draft>> removals = new HashMap<>();

    Ordering(Drafting drafting) {
        this.drafting = drafting;
        this.drafts = drafting.drafts();
    }

    /** The changes in their order, without those that wait for each other. */
    List<Draft> order(Map<ServerName, Ground> grounds) {
        for (Draft draft : drafts.values()) {
            if (draft.action() == Action.REMOVE) {
                removals.computeIfAbsent(draft.server(), first -> new ArrayList<>())
                        .add(draft);
            }
            draft.resource().ifPresent(resource -> require(draft, resource));
            Ground ground = grounds.get(draft.server());
            if (draft.action() == Action.REPLACE && ground != null) {
                follow(draft, ground);
            }
        }
        removals.forEach((server, all) -> {
            Ground ground = grounds.get(server);
            if (ground != null) {
                new RemovalOrder(drafting, ground, all).arrange();
            }
        });
        Map<Draft, List<Draft>> dependencies = new LinkedHashMap<>(Math.max(16, drafts.size() * 2));
        for (Draft draft : drafts.values()) {
            dependencies.put(draft, known(draft.after()));
        }
        Graph<Draft> graph = Graph.of(dependencies);
        List<Draft> order = graph.order(LEAST);
        if (order.size() < drafts.size()) {
            drafting.findings()
                    .goesRound(graph.cycle(LEAST).stream().map(Draft::address).toList());
        }
        return order;
    }

    private void require(Draft draft, Resource resource) {
        SortedSet<Address> after = draft.after();
        for (Address required : resource.requires()) {
            Draft first = drafts.get(required);
            if (first != null && first.action() != Action.REMOVE) {
                after.add(required);
            }
        }
    }

    /** What stands on something that is replaced was stopped or removed by that, and comes after it even if it needs it no more. */
    private void follow(Draft replaced, Ground ground) {
        for (Address user : ground.usersOf(replaced.address())) {
            drafting.ofContainer(user).ifPresent(draft -> draft.after().add(replaced.address()));
        }
    }

    private List<Draft> known(SortedSet<Address> addresses) {
        List<Draft> known = new ArrayList<>(addresses.size());
        for (Address address : addresses) {
            Draft draft = drafts.get(address);
            if (draft != null) {
                known.add(draft);
            }
        }
        return known;
    }

    private static int compare(Draft one, Draft other) {
        boolean removal = one.action() == Action.REMOVE;
        if (removal != (other.action() == Action.REMOVE)) {
            return removal ? 1 : -1;
        }
        int kinds = removal ? other.kind().compareTo(one.kind()) : one.kind().compareTo(other.kind());
        return kinds != 0 ? kinds : one.address().compareTo(other.address());
    }
}
