package kz.tapbot.runtime.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.operation.CreateNetwork;
import kz.tapbot.runtime.operation.RemoveContainer;
import kz.tapbot.runtime.operation.RemoveNetwork;
import kz.tapbot.runtime.operation.RemoveSwap;
import kz.tapbot.runtime.operation.RemoveVolume;
import kz.tapbot.runtime.operation.SetSwap;
import kz.tapbot.runtime.operation.StartContainer;
import kz.tapbot.runtime.operation.StopContainer;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.resource.SwapResource;
import kz.tapbot.runtime.resource.VolumeResource;

/** Removes what cannot be changed in place and makes it anew, together with what stands on it. */
final class Replacements {

    private Replacements() {}

    static void replace(Draft draft, Resource wanted, Observed found, Ground ground) {
        if (wanted instanceof NetworkResource network) {
            network(draft, network, found, ground);
        } else if (wanted instanceof VolumeResource volume) {
            volume(draft, volume, ground);
        } else if (wanted instanceof SwapResource swap) {
            swap(draft, swap, found);
        } else {
            throw new IllegalArgumentException("never replaced: " + draft.address());
        }
    }

    /** Its containers stop, since a network in use cannot go; each is then made anew by a change of its own. */
    private static void network(Draft draft, NetworkResource network, Observed found, Ground ground) {
        Address address = draft.address();
        List<Address> users = ground.usersOf(address);
        for (Address user : users) {
            String name = Kind.rest(user);
            draft.step(new StopContainer(address, name), new StartContainer(address, name));
        }
        draft.step(new RemoveNetwork(address, network.name()), new CreateNetwork(address, before(network, found)))
                .step(new CreateNetwork(address, network), new RemoveNetwork(address, network.name()));
        if (!users.isEmpty()) {
            draft.consequence("Stops what is on it, which is then made anew: " + names(users) + ".");
        }
    }

    private static NetworkResource before(NetworkResource wanted, Observed found) {
        Map<String, String> attributes = found.attributes();
        return new NetworkResource(
                wanted.server(),
                wanted.name(),
                attributes.containsKey("internal"),
                Optional.ofNullable(attributes.get("subnet")).map(Cidr::of),
                Optional.ofNullable(attributes.get("subnet-ipv6")).map(Cidr::of),
                Collections.emptySortedSet());
    }

    /** Only where the declaration says by name that the data may go. */
    private static void volume(Draft draft, VolumeResource volume, Ground ground) {
        Address address = draft.address();
        List<Address> users = ground.usersOf(address);
        for (Address user : users) {
            String name = Kind.rest(user);
            draft.step(new StopContainer(address, name)).step(new RemoveContainer(address, name));
        }
        draft.step(new RemoveVolume(address, volume.name())).step(Puts.put(address, volume));
        draft.consequence("Its data is lost for good.");
        if (!users.isEmpty()) {
            draft.consequence("Removes what uses it, which is then made anew: " + names(users) + ".");
        }
    }

    private static void swap(Draft draft, SwapResource swap, Observed found) {
        Address address = draft.address();
        String size = found.attributes().get("size");
        if (size == null) {
            draft.step(new RemoveSwap(address));
        } else {
            SwapResource before = new SwapResource(swap.server(), DataSize.of(size), Collections.emptySortedSet());
            draft.step(new RemoveSwap(address), new SetSwap(address, before));
        }
        draft.step(new SetSwap(address, swap), new RemoveSwap(address));
    }

    private static String names(List<Address> containers) {
        StringBuilder out = new StringBuilder();
        for (Address container : containers) {
            out.append(out.isEmpty() ? "" : ", ").append(Kind.rest(container));
        }
        return out.toString();
    }
}
