package kz.tapbot.model.name;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/** The one rule for names. */
final class Names {

    private static final int MAX = 40;

    private static final Pattern ALMOST = Pattern.compile("[A-Za-z0-9_. -]+");

    /** Docker's own networks and drivers, and names with a fixed meaning on every Unix host. */
    private static final Set<String> RESERVED =
            Set.of("root", "docker", "default", "bridge", "host", "none", "localhost", "ingress", "all", "any");

    private Names() {}

    static String check(String kind, String value) {
        if (!isPlain(value)) {
            throw new InvalidValueException(
                    ModelCode.BAD_NAME,
                    "A " + kind + " is 1 to " + MAX
                            + " lower-case letters, digits and hyphens, begins with a letter and does not end with a hyphen; "
                            + InvalidValueException.show(value) + " is not." + instead(value));
        }
        if (RESERVED.contains(value) || value.startsWith("tapbot-") && !kind.startsWith("topology")) {
            throw new InvalidValueException(
                    ModelCode.RESERVED_NAME,
                    "The " + kind + " \"" + value + "\" is reserved: Docker, Unix or Tapbot use it themselves. "
                            + "Take another, for example \""
                            + (value.startsWith("tapbot-") ? value.substring(7) : value)
                            + "-1\".");
        }
        return value;
    }

    /** What such a name is likely to be meant as: {@code my_app} becomes {@code my-app}. Nothing of what may be no name at all, such as an address with a password. */
    private static String instead(String value) {
        if (value.length() > MAX || !ALMOST.matcher(value).matches()) {
            return "";
        }
        String plain =
                value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return isPlain(plain) && !RESERVED.contains(plain) ? " Take for example \"" + plain + "\"." : "";
    }

    private static boolean isPlain(String value) {
        int length = value.length();
        if (length == 0 || length > MAX || value.charAt(length - 1) == '-') {
            return false;
        }
        if (value.charAt(0) < 'a' || value.charAt(0) > 'z') {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char c = value.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return true;
    }
}
