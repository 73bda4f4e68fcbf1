package kz.tapbot.runtime.compose.internal.yaml;

import java.util.Set;

/**
 * A string to be written. Quoted unless no reader of YAML, old or new, could take it for anything else: docker-compose reads YAML 1.1, where
 * {@code 22:22} is a number and {@code on} is a truth value.
 *
 * @param value the string
 */
record Text(String value) {

    private static final Set<String> WORDS = Set.of("y", "yes", "n", "no", "on", "off", "true", "false", "null");

    boolean isPlain() {
        boolean plain =
                !value.isEmpty() && value.length() <= 100 && !WORDS.contains(value.toLowerCase(java.util.Locale.ROOT));
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '/' || c == '_';
            plain &= letter || i > 0 && (c >= '0' && c <= '9' || c == '.' || c == '-');
        }
        return plain;
    }
}
