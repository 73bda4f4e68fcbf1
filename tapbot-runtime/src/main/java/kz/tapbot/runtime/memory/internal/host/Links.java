package kz.tapbot.runtime.memory.internal.host;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.runtime.resource.LinkResource;

/** Links of a simulated host to others: keys, of which only the public half is anything here, and interfaces that use them. */
public final class Links {

    private static final int KEY_BYTES = 32;

    /**
     * An interface.
     *
     * @param link as it was set
     * @param keys the public keys that it was set with, by the addresses of the keys
     */
    public record End(LinkResource link, SortedMap<Address, String> keys) {

        /** Copies the keys. */
        public End {
            keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        }

        /** The public key at that address, as the interface has it. */
        public Optional<String> key(Address address) {
            return Optional.ofNullable(keys.get(address));
        }
    }

    private final NavigableMap<String, String> keys = new TreeMap<>();
    private final NavigableMap<LinkName, End> ends = new TreeMap<>();

    /** Makes a key unless there is one of that name, and returns its public half. */
    public String makeKey(String name) {
        return keys.computeIfAbsent(name, fresh -> random());
    }

    /** Puts another key in the place of one. */
    public void replaceKey(String name) {
        keys.put(name, random());
    }

    /** The public half of a key. */
    public Optional<String> key(String name) {
        return Optional.ofNullable(keys.get(name));
    }

    /** Removes a key. */
    public void removeKey(String name) {
        keys.remove(name);
    }

    /** Sets an interface. */
    public void put(End end) {
        ends.put(end.link().name(), end);
    }

    /** An interface. */
    public Optional<End> at(LinkName name) {
        return Optional.ofNullable(ends.get(name));
    }

    /** All interfaces. */
    public SortedMap<LinkName, End> all() {
        return Collections.unmodifiableSortedMap(ends);
    }

    /** Removes an interface. */
    public void remove(LinkName name) {
        ends.remove(name);
    }

    private static String random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
