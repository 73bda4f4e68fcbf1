package kz.tapbot.runtime.facts;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Cidr;

/**
 * Something that stands on a server because somebody ordered it, and not because it is declared.
 *
 * @param address {@code ban:box/203.0.113.7}, {@code user-lock:box/monitor} or {@code isolation:box}
 * @param since when it was ordered
 * @param who who ordered it
 * @param inEffect whether it still has its effect, as it was ordered
 * @param only who still reaches an isolated server; empty for anything else
 */
public record Incident(Address address, Instant since, String who, boolean inEffect, SortedSet<Cidr> only) {

    /** A banned address. */
    public static final String BAN = "ban";

    /** A user who is shut out. */
    public static final String USER_LOCK = "user-lock";

    /** A server that only administrators reach. */
    public static final String ISOLATION = "isolation";

    /** Copies the blocks. */
    public Incident {
        only = Collections.unmodifiableSortedSet(new TreeSet<>(only));
    }

    /** The address or user that is shut out; empty for the whole server. */
    public String name() {
        int slash = address.path().indexOf('/');
        return slash < 0 ? "" : address.path().substring(slash + 1);
    }

    /** Whether an address is of something like this. */
    public static boolean isOne(Address address) {
        return address.kind().equals(BAN)
                || address.kind().equals(USER_LOCK)
                || address.kind().equals(ISOLATION);
    }

    /** One line for people. */
    @Override
    public String toString() {
        String what = switch (address.kind()) {
            case BAN -> name() + " is banned";
            case USER_LOCK -> "User " + name() + " is locked";
            default -> "Only administrators may reach the server";
        };
        return what + " since " + since + ", by " + who;
    }
}
