package kz.tapbot.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values that must not be seen anywhere, in every form in which something might show them. */
public final class Canaries {

    private final Map<String, String> values = new TreeMap<>();

    /** None yet. */
    public Canaries() {}

    /** Adds a value under a name that a failure tells instead of it. */
    public void add(String name, String value) {
        values.put(name, value);
    }

    /** Which of them a text shows, and how. */
    public List<String> in(String text) {
        return values.entrySet().stream()
                .flatMap(value -> forms(value.getValue()).entrySet().stream()
                        .filter(form -> text.contains(form.getValue()))
                        .map(form -> value.getKey() + " " + form.getKey()))
                .toList();
    }

    /** All of them in all forms. */
    public List<String> allForms() {
        return values.values().stream()
                .flatMap(value -> forms(value).values().stream())
                .toList();
    }

    private static Map<String, String> forms(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        return new TreeMap<>(Map.of(
                "plain", value,
                "base64", Base64.getEncoder().withoutPadding().encodeToString(bytes),
                "hex", HexFormat.of().formatHex(bytes),
                "url", URLEncoder.encode(value, UTF_8),
                "json", value.replace("\\", "\\\\").replace("\"", "\\\""),
                "reversed", new StringBuilder(value).reverse().toString()));
    }
}
