package kz.tapbot.ssh;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The one place where arguments become the text that an SSH server hands to a shell (RFC 4254 knows no argument lists). Every argument stands in
 * single quotes, within which a POSIX shell knows no special character.
 */
public final class ShellWords {

    private ShellWords() {}

    /**
     * A text that a POSIX shell reads as exactly these arguments.
     *
     * @throws IllegalArgumentException if there is none, or one is none, see {@link #quote(String)}
     */
    public static String quote(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("a command has at least one argument");
        }
        return arguments.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }

    /**
     * A text that a POSIX shell reads as exactly this argument.
     *
     * @throws IllegalArgumentException if it holds a NUL or half of a surrogate pair
     */
    public static String quote(String argument) {
        if (argument.indexOf('\0') >= 0 || argument.codePoints().anyMatch(ShellWords::isHalf)) {
            throw new IllegalArgumentException(
                    "an argument holds a NUL or half of a surrogate pair, which no program can be given");
        }
        return "'" + argument.replace("'", "'\\''") + "'";
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
