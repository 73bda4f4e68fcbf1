package kz.tapbot.runtime.compose.internal.read;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Replaces variables as Compose does ("Interpolation" in the Compose file reference). */
final class Interpolation {

    /**
     * A text whose variables were replaced.
     *
     * @param text the text; empty where a variable has no value
     * @param used the variables that were asked for
     * @param unknown those of them without a value and without a default
     * @param wrong whether there is a dollar sign that begins no variable
     */
    record Replaced(String text, SortedSet<String> used, SortedSet<String> unknown, boolean wrong) {}

    private final Function<String, Optional<String>> environment;
    private final String text;
    private final SortedSet<String> used = new TreeSet<>();
    private final SortedSet<String> unknown = new TreeSet<>();
    private boolean wrong;
    private int at;

    private Interpolation(String text, Function<String, Optional<String>> environment) {
        this.text = text;
        this.environment = environment;
    }

    static Replaced of(String text, Function<String, Optional<String>> environment) {
        if (text.indexOf('$') < 0) {
            return new Replaced(text, new TreeSet<>(), new TreeSet<>(), false);
        }
        Interpolation run = new Interpolation(text, environment);
        String replaced = run.until(false, 0);
        return new Replaced(replaced, run.used, run.unknown, run.wrong);
    }

    /** The variable, if the text is one and nothing else: {@code $X}, {@code ${X}} or {@code ${X:?why}}. */
    static Optional<String> only(String text) {
        java.util.regex.Matcher found = java.util.regex.Pattern.compile(
                        "\\$(?:([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)(?::?\\?[^}]*)?})")
                .matcher(text);
        return found.matches()
                ? Optional.of(found.group(1) == null ? found.group(2) : found.group(1))
                : Optional.empty();
    }

    private String until(boolean brace, int depth) {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (brace && c == '}') {
                return out.toString();
            }
            if (c != '$') {
                out.append(c);
            } else if (at < text.length() && text.charAt(at) == '$') {
                at++;
                out.append('$');
            } else if (at < text.length() && text.charAt(at) == '{' && depth < 10) {
                at++;
                out.append(braced(depth));
            } else {
                String name = name();
                wrong |= name.isEmpty();
                out.append(name.isEmpty() ? "$" : plain(name));
            }
        }
        wrong |= brace;
        return out.toString();
    }

    private String braced(int depth) {
        String name = name();
        int start = at;
        boolean colon = at < text.length() && text.charAt(at) == ':';
        at += colon ? 1 : 0;
        char operator = at < text.length() ? text.charAt(at++) : '}';
        if (name.isEmpty() || operator == '}' && colon) {
            wrong = true;
            return "";
        }
        if (operator == '}') {
            return plain(name);
        }
        if ("-?+".indexOf(operator) < 0) {
            at = start;
            until(true, depth + 1);
            wrong = true;
            return "";
        }
        SortedSet<String> before = new TreeSet<>(unknown);
        String argument = until(true, depth + 1);
        used.add(name);
        Optional<String> value = environment.apply(name).filter(found -> !colon || !found.isEmpty());
        boolean takesArgument = operator == '-' ? value.isEmpty() : operator == '+' && value.isPresent();
        if (!takesArgument) {
            unknown.retainAll(before);
        }
        if (operator == '?' && value.isEmpty()) {
            unknown.add(name);
        }
        return takesArgument ? argument : operator == '+' ? "" : value.orElse("");
    }

    private String plain(String name) {
        used.add(name);
        Optional<String> value = environment.apply(name);
        if (value.isEmpty()) {
            unknown.add(name);
        }
        return value.orElse("");
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at), at > start)) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(char c, boolean inside) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || inside && c >= '0' && c <= '9';
    }
}
