package kz.tapbot.runtime.plan;

/** Shows what was found on a server, which is not trusted: control characters are written out, not obeyed, and what is very long is cut. */
final class Shown {

    private static final int LONGEST = 1000;
    private static final String HEX = "0123456789abcdef";

    private Shown() {}

    /** In quotes. */
    static void quoted(StringBuilder out, String value) {
        int length = Math.min(value.length(), LONGEST);
        out.append('"');
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else {
                append(out, c);
            }
        }
        out.append('"');
        if (length < value.length()) {
            out.append("… (").append(value.length()).append(" characters)");
        }
    }

    /** As part of a sentence. */
    static String plain(String value) {
        StringBuilder out = new StringBuilder(value.length() + 8);
        int length = Math.min(value.length(), LONGEST);
        for (int i = 0; i < length; i++) {
            append(out, value.charAt(i));
        }
        return out.append(length < value.length() ? "…" : "").toString();
    }

    private static void append(StringBuilder out, char c) {
        if (c == '\n') {
            out.append("\\n");
        } else if (c < ' ' || c >= 0x7f && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                out.append(HEX.charAt(c >> shift & 0xf));
            }
        } else {
            out.append(c);
        }
    }
}
