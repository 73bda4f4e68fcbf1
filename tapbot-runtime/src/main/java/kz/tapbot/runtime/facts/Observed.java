package kz.tapbot.runtime.facts;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;

/**
 * A thing that was found on a server.
 *
 * @param address its address, formed as that of the resource it would be
 * @param attributes its state, in the attributes of that resource, as it is in effect
 * @param owner whose it is
 */
public record Observed(Address address, SortedMap<String, String> attributes, Owner owner) {

    /** Copies the attributes. */
    public Observed {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }
}
