package kz.tapbot.runtime.compose.internal.read;

import java.util.LinkedHashMap;
import java.util.Map;

/** Files of variables: {@code .env} and {@code env_file}. */
public final class EnvironmentFile {

    private EnvironmentFile() {}

    /** Lines {@code NAME=value} as Compose reads them: with comments, and with quotes around values. */
    public static Map<String, String> read(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String line : text.split("\\R", -1)) {
            String plain = line.strip().replaceFirst("^export\\s+", "");
            int equals = plain.indexOf('=');
            if (equals > 0 && !plain.startsWith("#")) {
                all.put(
                        plain.substring(0, equals).strip(),
                        value(plain.substring(equals + 1).strip()));
            }
        }
        return all;
    }

    /** What stands between quotes, or else up to a comment. */
    private static String value(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        int close = first == '"' || first == '\'' ? text.indexOf(first, 1) : -1;
        if (close > 0) {
            return text.substring(1, close);
        }
        int comment = text.indexOf(" #");
        return comment < 0 ? text : text.substring(0, comment).strip();
    }
}
