package kz.tapbot.runtime.compose.internal.read;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import kz.tapbot.model.value.InvalidValueException;

/** Makes names that Tapbot allows, each once, of names that Compose and the engine allow. */
final class Names {

    private static final int MOST = 40;

    private final Set<String> taken = new HashSet<>();
    private final Set<String> exact = new HashSet<>();

    /** Keeps names for those that are called exactly so, whoever is asked for first. */
    void keep(String wanted) {
        exact.add(wanted);
    }

    /** The name itself if it is allowed, or else one like it. */
    String of(String wanted, String otherwise, Function<String, ?> rule) {
        boolean asItIs = allowed(wanted, rule);
        String name = asItIs ? wanted : like(wanted, otherwise, rule);
        String unique = name;
        for (int i = 2; !asItIs && exact.contains(unique) || !taken.add(unique); i++) {
            asItIs = false;
            String end = "-" + i;
            unique = name.substring(0, Math.min(name.length(), MOST - end.length())) + end;
        }
        return unique;
    }

    static String like(String wanted, String otherwise, Function<String, ?> rule) {
        String plain = wanted.replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        plain = plain.replaceAll("^[^a-z]+", "").replaceAll("^tapbot-", "");
        plain = plain.substring(0, Math.min(plain.length(), MOST)).replaceAll("-+$", "");
        if (allowed(plain, rule)) {
            return plain;
        }
        String longer = plain.isEmpty() ? otherwise : plain + "-1";
        return allowed(longer, rule) ? longer : otherwise;
    }

    static boolean allowed(String name, Function<String, ?> rule) {
        try {
            return !rule.apply(name).toString().isEmpty();
        } catch (InvalidValueException e) {
            return false;
        }
    }
}
