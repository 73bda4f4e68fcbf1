package kz.tapbot.dsl.internal;

import java.util.HashMap;
import java.util.Map;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import org.jspecify.annotations.Nullable;

/** What is remembered of a declaration beside its value: its address, its line, and the line of each setting. */
final class Notes {

    private final Address address;
    private final DeclaredAt declared;
    private final Map<String, DeclaredAt> settings = new HashMap<>(8);

    Notes(Address address, DeclaredAt declared) {
        this.address = address;
        this.declared = declared;
    }

    Address address() {
        return address;
    }

    DeclaredAt declared() {
        return declared;
    }

    @Nullable DeclaredAt of(String setting) {
        return settings.get(setting);
    }

    void put(String setting, DeclaredAt at) {
        settings.put(setting, at);
    }

    void putIfAbsent(String setting, DeclaredAt at) {
        settings.putIfAbsent(setting, at);
    }

    Places places() {
        return Places.of(declared, settings);
    }
}
