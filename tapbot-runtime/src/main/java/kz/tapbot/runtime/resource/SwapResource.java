package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.value.DataSize;

/**
 * The swap file.
 *
 * @param server the server it is on
 * @param size its size
 * @param requires what must be there before it
 */
public record SwapResource(ServerName server, DataSize size, SortedSet<Address> requires) implements HostResource {

    private static final SortedSet<String> REPLACED = Collections.unmodifiableSortedSet(new TreeSet<>(List.of("size")));

    @Override
    public Address address() {
        return new Address("swap", server.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return new Attributes().put("size", size).all();
    }

    @Override
    public SortedSet<String> replacedOn() {
        return REPLACED;
    }

    @Override
    public boolean holdsData() {
        return false;
    }

    @Override
    public Sharing sharing() {
        return Sharing.AS_IT_IS;
    }

    @Override
    public boolean canLockOut() {
        return false;
    }
}
