package kz.tapbot.model.place;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The places of one declaration: where it was made, and where each of its settings was. Immutable; never part of a
 * value's equality, nor of its JSON form.
 */
public final class Places {

    private static final String SELF = "";

    private static final Places NONE = new Places(Map.of());

    private final Map<String, DeclaredAt> bySetting;

    private Places(Map<String, DeclaredAt> bySetting) {
        this.bySetting = bySetting;
    }

    /** No places, as for what was read from JSON. */
    public static Places none() {
        return NONE;
    }

    /** Only the place of the declaration itself. */
    public static Places of(DeclaredAt declaration) {
        return new Places(Map.of(SELF, declaration));
    }

    /**
     * The place of the declaration and those of its settings.
     *
     * @param settings by the setting's name as the model calls it, or name and key as {@code environment.KEY}
     */
    public static Places of(DeclaredAt declaration, Map<String, DeclaredAt> settings) {
        if (settings.isEmpty()) {
            return of(declaration);
        }
        Map<String, DeclaredAt> all = new TreeMap<>(settings);
        all.put(SELF, declaration);
        return new Places(Collections.unmodifiableMap(all));
    }

    /** Where the declaration was made. */
    public Optional<DeclaredAt> declaration() {
        return Optional.ofNullable(bySetting.get(SELF));
    }

    /** Where the setting was made, or else where the declaration was. */
    public Optional<DeclaredAt> of(String setting) {
        DeclaredAt exact = bySetting.get(setting);
        return exact == null ? declaration() : Optional.of(exact);
    }

    /** Every setting with a place of its own. */
    public Map<String, DeclaredAt> settings() {
        Map<String, DeclaredAt> all = new TreeMap<>(bySetting);
        all.remove(SELF);
        return Collections.unmodifiableMap(all);
    }

    @Override
    public String toString() {
        return bySetting.toString();
    }
}
