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
        int end = Math.min(text.length(), MOST);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c);
        }
        return out + (text.length() > MOST ? "..." : "");
    }
}
