package kz.tapbot.runtime.host.internal.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * An account of a server.
 *
 * @param name its name
 * @param number its number
 * @param shell whether its shell lets anybody in
 * @param password whether it has one
 * @param groups the groups it is in beside its own
 * @param expires the last day on which it may log in
 * @param keys lines of {@code authorized_keys}
 */
public record Account(
        String name,
        int number,
        boolean shell,
        Password password,
        SortedSet<String> groups,
        Optional<LocalDate> expires,
        List<String> keys) {

    /** Whether an account has a password. */
    public enum Password {
        /** Every one is wrong. */
        LOCKED,
        /** There is one. */
        SET,
        /** None is asked for. */
        NONE
    }

    static final int ROOT = 0;
    private static final int FIRST = 1000;
    private static final int NOBODY = 65_534;

    boolean isRoot() {
        return name.equals("root");
    }

    /** Whether it is somebody's, and not the system's. */
    boolean isPersonal() {
        return number >= FIRST && number != NOBODY && shell;
    }

    /** Whether anything opens it: a key, or a password that is not locked, on that day. */
    boolean letsIn(LocalDate today) {
        boolean ended = expires.map(last -> last.isBefore(today)).orElse(false);
        return !ended && (password != Password.LOCKED || !keys.isEmpty());
    }
}
