package kz.tapbot.runtime.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.place.Places;

/** Collects what is known of one thing, leaving out what says nothing. */
final class ThingDraft {

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final SortedSet<Address> needs = new TreeSet<>();
    private final Address address;
    private final Places places;

    ThingDraft(Address address, Places places) {
        this.address = address;
        this.places = places;
    }

    ThingDraft fact(String name, Object value) {
        facts.put(name, value.toString());
        return this;
    }

    ThingDraft fact(String name, Optional<?> value) {
        value.ifPresent(present -> facts.put(name, present.toString()));
        return this;
    }

    ThingDraft flag(String name, boolean value) {
        if (value) {
            facts.put(name, "yes");
        }
        return this;
    }

    ThingDraft list(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            facts.put(name, values.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        return this;
    }

    ThingDraft needs(Address other) {
        needs.add(other);
        return this;
    }

    ThingDraft secrets(Collection<SecretName> names) {
        names.forEach(name -> needs.add(Address.of("secret", name)));
        return this;
    }

    Thing thing() {
        return new Thing(address, places, facts, needs);
    }
}
