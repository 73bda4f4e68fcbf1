package kz.tapbot.runtime.cli.internal.option;

/**
 * An option of the command line.
 *
 * @param name its long name with both hyphens
 * @param value what its value is called in help; empty for one that takes none
 * @param many whether it may be given more than once
 * @param help what it does, in a sentence
 */
public record Option(String name, String value, boolean many, String help) {

    /** One that is given or not. */
    public static Option flag(String name, String help) {
        return new Option(name, "", false, help);
    }

    /** One with a value, given at most once. */
    public static Option value(String name, String value, String help) {
        return new Option(name, value, false, help);
    }

    /** One with a value, given as often as wanted. */
    public static Option values(String name, String value, String help) {
        return new Option(name, value, true, help);
    }

    /** Whether it takes a value. */
    public boolean takesValue() {
        return !value.isEmpty();
    }
}
