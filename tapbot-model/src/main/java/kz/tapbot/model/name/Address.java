package kz.tapbot.model.name;

import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * What every message, plan line and journal entry calls a thing: a kind and a path, {@code service:data/postgres}.
 *
 * @param kind what it is: lower-case letters and hyphens
 * @param path where it is: the server first for what lives on one
 */
public record Address(String kind, String path) implements Comparable<Address> {

    /** Checks that both parts are there and can stand in a line. */
    public Address {
        if (!isPlain(kind) || kind.indexOf(':') >= 0 || !isPlain(path)) {
            throw new InvalidValueException(
                    ModelCode.BAD_ADDRESS,
                    "An address is a kind, a colon and a path in one line, for example service:data/postgres, not "
                            + InvalidValueException.show(kind + ":" + path) + ".");
        }
    }

    private static boolean isPlain(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (steers(c)) {
                return false;
            }
        }
        return !part.isEmpty();
    }

    /** Whether a character is for a terminal to obey, ends a line, hides or reorders what stands beside it, or is half of a pair. */
    private static boolean steers(char c) {
        if (c >= ' ' && c <= '~') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** The address of the whole topology. */
    public static Address topology(TopologyName name) {
        return new Address("topology", name.value());
    }

    /** The address of something named that lives on no server. */
    public static Address of(String kind, Name name) {
        return new Address(kind, name.value());
    }

    /** The address of something on a server. */
    public static Address on(ServerName server, String kind, String rest) {
        return new Address(kind, server.value() + "/" + rest);
    }

    /** What comes behind the server in the path of something on a server; the whole path of something else. */
    public String rest() {
        return path.substring(path.indexOf('/') + 1);
    }

    /**
     * Reads the text form, a kind, a colon and a path.
     *
     * @throws InvalidValueException if it has no kind or no path
     */
    public static Address parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            throw new InvalidValueException(
                    ModelCode.BAD_ADDRESS,
                    "An address is a kind, a colon and a path, for example service:data/postgres, not "
                            + InvalidValueException.show(text) + ".");
        }
        return new Address(text.substring(0, colon), text.substring(colon + 1));
    }

    static String[] split(String kind, String text, int parts) {
        String[] all = text.split("/", -1);
        if (all.length != parts) {
            throw new InvalidValueException(
                    ModelCode.BAD_NAME,
                    "A " + kind + " has " + parts + " names with a slash between them, not "
                            + InvalidValueException.show(text) + ".");
        }
        return all;
    }

    /** Orders by path and then kind, so that what belongs together stands together. */
    @Override
    public int compareTo(Address other) {
        int order = path.compareTo(other.path);
        return order != 0 ? order : kind.compareTo(other.kind);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Address that && path.equals(that.path) && kind.equals(that.kind);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + kind.hashCode();
    }

    @Override
    public String toString() {
        return kind + ":" + path;
    }
}
