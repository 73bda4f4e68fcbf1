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
                String value = plain.substring(equals + 1).strip();
                boolean quoted = value.length() >= 2
                        && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                        && value.charAt(value.length() - 1) == value.charAt(0);
                int comment = value.indexOf(" #");
                String unquoted = quoted
                        ? value.substring(1, value.length() - 1)
                        : comment < 0 ? value : value.substring(0, comment).strip();
                all.put(plain.substring(0, equals).strip(), unquoted);
            }
        }
        return all;
    }
}
