package kz.tapbot.model.service;

import java.util.Comparator;
import java.util.Locale;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/**
 * A limit of the kernel on each process of a container (setrlimit(2)).
 *
 * @param kind what is limited, and in which unit
 * @param soft what holds at first, from 0, or {@link #UNLIMITED}; a process may raise it to the hard one
 * @param hard the most that a process may raise it to, from 0, or {@link #UNLIMITED}
 */
public record Ulimit(UlimitKind kind, long soft, long hard) implements Comparable<Ulimit> {

    /** No limit, as the engine and Compose write it. */
    public static final long UNLIMITED = -1;

    private static final String WORD = "unlimited";
    private static final int HIGHEST_NICE = 40;
    private static final int HIGHEST_PRIORITY = 99;

    private static final Comparator<Ulimit> ORDER =
            Comparator.comparing(Ulimit::kind).thenComparingLong(Ulimit::soft).thenComparingLong(Ulimit::hard);

    /**
     * Checks the range and that the soft one is not above the hard one.
     *
     * @throws InvalidValueException if the kernel would refuse it
     */
    public Ulimit {
        if (soft < UNLIMITED || hard < UNLIMITED) {
            throw bad("A limit is a number from 0, or unlimited.");
        }
        if (hard != UNLIMITED && (soft == UNLIMITED || soft > hard)) {
            throw bad("The soft limit of " + kind.word() + " is above the hard one: " + text(soft) + " and "
                    + text(hard) + ". Raise the hard limit or lower the soft one.");
        }
        long highest = switch (kind) {
            case NICE -> HIGHEST_NICE;
            case RTPRIO -> HIGHEST_PRIORITY;
            default -> Long.MAX_VALUE;
        };
        if (hard > highest) {
            throw bad("The limit " + kind.word() + " goes from 0 to " + highest + ".");
        }
        if (kind == UlimitKind.NOFILE && hard == UNLIMITED) {
            throw bad(
                    "Open files have a limit: the kernel refuses more than fs.nr_open, which is 1048576 unless it was changed."
                            + " Say a number.");
        }
    }

    /** One number for both the soft and the hard limit. */
    public static Ulimit of(UlimitKind kind, long most) {
        return new Ulimit(kind, most, most);
    }

    /**
     * Reads one of the two numbers.
     *
     * @param text digits, or {@code unlimited}
     * @throws InvalidValueException if it is anything else
     */
    public static long number(String text) {
        if (text.equals(WORD)) {
            return UNLIMITED;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw bad("A limit is a number from 0 of at most 18 digits, or unlimited, not "
                    + InvalidValueException.show(text) + ".");
        }
        return Long.parseLong(text);
    }

    /** One of the two numbers as {@link #number} reads it. */
    public static String text(long number) {
        return number == UNLIMITED ? WORD : String.format(Locale.ROOT, "%d", number);
    }

    private static InvalidValueException bad(String why) {
        return new InvalidValueException(ModelCode.BAD_QUANTITY, why);
    }

    @Override
    public int compareTo(Ulimit other) {
        return ORDER.compare(this, other);
    }

    /** As {@code 1024:4096}, soft and hard, or one number where they are the same. */
    @Override
    public String toString() {
        return soft == hard ? text(soft) : text(soft) + ":" + text(hard);
    }
}
