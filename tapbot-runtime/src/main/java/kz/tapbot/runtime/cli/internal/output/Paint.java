package kz.tapbot.runtime.cli.internal.output;

/** Colours on a terminal, or nothing where nobody sees them. */
public enum Paint {
    /** What is there or well. */
    GREEN("32"),
    /** What changes or needs a look. */
    YELLOW("33"),
    /** What goes or is wrong. */
    RED("31"),
    /** What is taken over. */
    CYAN("36"),
    /** What matters less. */
    DIM("2"),
    /** What matters more. */
    BOLD("1"),
    /** Nothing. */
    PLAIN("");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    /** The text in this colour (ECMA-48, select graphic rendition), if there is to be colour. */
    public String on(String text, boolean colour) {
        return colour && !code.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
