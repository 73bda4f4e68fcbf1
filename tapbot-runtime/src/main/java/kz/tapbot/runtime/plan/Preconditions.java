package kz.tapbot.runtime.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.resource.SwapResource;

/** What must hold on the servers for the changes to work: free ports, disk, and needed containers that have come up. */
final class Preconditions {

    private static final long LITTLE = 1L << 30;
    private static final String SUBNET = "subnet";

    private final Drafting drafting;
    private final Map<ServerName, Ground> grounds;
    private final Map<ServerName, Integer> containers = new TreeMap<>();

    Preconditions(Drafting drafting, Map<ServerName, Ground> grounds) {
        this.drafting = drafting;
        this.grounds = grounds;
    }

    void check() {
        for (Draft draft : drafting.drafts().values()) {
            Ground ground = grounds.get(draft.server());
            Optional<Resource> wanted = draft.resource();
            if (ground == null || wanted.isEmpty()) {
                continue;
            }
            if (wanted.get() instanceof ContainerResource container) {
                if (draft.action() == Action.CREATE) {
                    containers.merge(draft.server(), 1, Integer::sum);
                }
                ports(draft, container, ground);
            }
            if (wanted.get() instanceof NetworkResource network) {
                network.subnet().ifPresent(block -> subnet(draft, block, SUBNET, ground));
                network.subnetIpv6().ifPresent(block -> subnet(draft, block, SUBNET + "-ipv6", ground));
            }
            if (draft.kind().ofEngine()) {
                await(draft, wanted.get(), ground);
            }
            if (wanted.get() instanceof SwapResource swap) {
                disk(ground, swap.size());
            }
        }
        containers.forEach(this::littleDisk);
    }

    /** A port that another container of ours publishes is free once that one has changed; one of somebody else's is not. */
    private void ports(Draft draft, ContainerResource container, Ground ground) {
        for (Publication publication : container.service().publications()) {
            String port = publication.host().toString();
            String by = ground.facts().listeners().get(port);
            if (by == null) {
                continue;
            }
            List<Address> publishers = ground.publishersOf(port);
            boolean ours = false;
            for (Address publisher : publishers) {
                Address base = Drafting.base(publisher);
                ours = true;
                if (!base.equals(draft.address()) && drafting.drafts().containsKey(base)) {
                    draft.after().add(base);
                }
            }
            if (!ours && !isAdopted(draft, ground, port)) {
                drafting.findings().portTaken(draft.address(), port, by);
            }
        }
    }

    /** A block that a network of ours has which goes or is made anew is free by then. */
    private void subnet(Draft draft, Cidr block, String attribute, Ground ground) {
        for (Observed other : ground.facts().things().values()) {
            String its = other.attributes().get(attribute);
            if (its == null
                    || !other.address().kind().equals("network")
                    || other.address().equals(draft.address())
                    || !overlaps(block, its)) {
                continue;
            }
            if (drafting.drafts().containsKey(other.address())) {
                draft.after().add(other.address());
            } else {
                drafting.findings().subnetTaken(draft.address(), block.toString(), other, its);
            }
        }
    }

    private static boolean overlaps(Cidr block, String other) {
        try {
            return block.overlaps(Cidr.of(other));
        } catch (InvalidValueException e) {
            return false; // Somebody else's, and nothing that the engine compares either.
        }
    }

    private static boolean isAdopted(Draft draft, Ground ground, String port) {
        Observed found = ground.find(draft.address());
        return draft.action() == Action.ADOPT
                && found != null
                && found.attributes().keySet().stream()
                        .anyMatch(name -> name.startsWith("publish ") && name.endsWith(port));
    }

    /** After an interruption, what is needed may still be starting: whoever needs it waits. */
    private void await(Draft draft, Resource wanted, Ground ground) {
        for (Address required : wanted.requires()) {
            if (required.kind().equals("container")
                    && !drafting.drafts().containsKey(required)
                    && drafting.desired().get(required) instanceof ContainerResource needed
                    && needed.server().equals(draft.server())
                    && ground.health(needed.name().value()) == Health.STARTING) {
                draft.first(List.of(ContainerSteps.await(draft.address(), needed)));
            }
        }
    }

    private void disk(Ground ground, DataSize needed) {
        long free = ground.facts().freeDisk().orElse(Long.MAX_VALUE);
        if (free < needed.bytes()) {
            drafting.findings().diskTooSmall(ground.server(), needed, free);
        }
    }

    private void littleDisk(ServerName server, int count) {
        Ground ground = grounds.get(server);
        if (ground != null && ground.facts().freeDisk().isPresent()) {
            long free = ground.facts().freeDisk().getAsLong();
            if (free < LITTLE) {
                drafting.findings().diskNearlyFull(server, count, free);
            }
        }
    }
}
