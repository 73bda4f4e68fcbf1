package kz.tapbot.runtime.cli.internal.option;

/** Shows what a user typed on one line: bounded, and without what a terminal would obey. */
public final class Shown {

    private static final int MOST = 80;

    private Shown() {}

    /** In quotes. */
    public static String of(String text) {
        return "\"" + line(text) + "\"";
    }

    /** Without quotes. */
    public static String line(String text) {
        StringBuilder out = new StringBuilder();
        int shown = 0;
        int i = 0;
        while (i < text.length() && shown < MOST) {
            int character = text.codePointAt(i);
            out.appendCodePoint(steers(character) ? '?' : character);
            i += Character.charCount(character);
            shown++;
        }
        return out + (i < text.length() ? "..." : "");
    }

    /** Whether a character moves, hides, reorders or ends what stands beside it, or is none by itself. */
    public static boolean steers(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
