package kz.tapbot.model.value;

import java.io.Serial;
import kz.tapbot.diagnostic.code.Code;

/**
 * A single value breaks its own rule. Thrown by the factories of the value types; inside a topology's scope it becomes a
 * diagnostic with the source line, outside it reaches the caller as the {@link IllegalArgumentException} it is.
 */
public final class InvalidValueException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int SHOWN = 80;

    private static final String HEX = "0123456789abcdef";

    private final transient Code code;

    /**
     * Makes one.
     *
     * @param code the code of the rule
     * @param problem what is wrong and what to do, in full sentences, without secrets; a value is put in by {@link #show}
     */
    public InvalidValueException(Code code, String problem) {
        super(problem);
        this.code = code;
    }

    /** The code of the rule that was broken. */
    public Code code() {
        return code;
    }

    /**
     * Quotes a value for a message: bounded, with every character outside printable ASCII shown as its code point, and without what
     * stands before an at sign behind a colon, as the password of an address does.
     */
    public static String show(String given) {
        String value = withoutPassword(given);
        StringBuilder out = new StringBuilder("\"");
        int end = Math.min(value.length(), SHOWN);
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                out.append(c);
            } else {
                out.append("\\u").append(HEX.charAt(c >> 12 & 15)).append(HEX.charAt(c >> 8 & 15));
                out.append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            }
        }
        out.append('"');
        return value.length() > SHOWN ? out + "... (" + value.length() + " characters)" : out.toString();
    }

    private static String withoutPassword(String value) {
        int last = value.lastIndexOf('@');
        int at = value.startsWith("@sha256:", last) ? value.lastIndexOf('@', last - 1) : last;
        int scheme = value.indexOf("://");
        int colon = value.indexOf(':', scheme < 0 ? 0 : scheme + 3);
        return colon < 0 || at < colon ? value : value.substring(0, colon + 1) + "***" + value.substring(at);
    }
}
