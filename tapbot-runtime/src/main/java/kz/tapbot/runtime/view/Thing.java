package kz.tapbot.runtime.view;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.Places;

/**
 * Something that was declared.
 *
 * @param address what it is called
 * @param places where it was declared
 * @param facts what was said of it, by name, in the order in which people ask
 * @param needs the addresses of other declared things that it refers to
 */
public record Thing(Address address, Places places, Map<String, String> facts, SortedSet<Address> needs) {

    /** Copies map and set. */
    public Thing {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
    }
}
