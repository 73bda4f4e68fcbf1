package kz.tapbot.runtime.compose.internal.source;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of local variables: as the thing is called, in Java's way, each once. */
final class Variables {

    /** What Java keeps for itself, and the parameters of the lambdas of the source. */
    private static final List<String> TAKEN = Arrays.asList(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends final"
                            + " finally float for goto if implements import instanceof int interface long native new package"
                            + " private protected public return short static strictfp super switch synchronized this throw throws"
                            + " transient try void volatile while true false null var record yield sealed permits when _"
                            + " t s n v c h l k p r f ssh y u w j d args")
                    .split(" ", -1));

    private final Set<String> used = new HashSet<>(TAKEN);
    private final Map<String, String> names = new HashMap<>();

    /** The variable of a thing of that kind, made when it is first asked for. */
    String of(String kind, String name) {
        return names.computeIfAbsent(kind + ":" + name, first -> make(kind, name));
    }

    private String make(String kind, String name) {
        String plain = camel(name);
        String variable =
                used.contains(plain) ? plain + Character.toUpperCase(kind.charAt(0)) + kind.substring(1) : plain;
        String unique = variable;
        for (int i = 2; !used.add(unique); i++) {
            unique = variable + i;
        }
        return unique;
    }

    static String camel(String name) {
        StringBuilder out = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '-') {
                upper = true;
            } else {
                out.append(upper && !out.isEmpty() ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return out.toString();
    }

    static String className(String name) {
        String camel = camel(name);
        return Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
    }
}
