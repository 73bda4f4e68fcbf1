package kz.tapbot.runtime.memory.internal.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;

/** The intrusion prevention of a simulated host: jails and who is shut out. */
public final class Jails {

    /**
     * A jail with who it never shuts out.
     *
     * @param jail the jail
     * @param ignored who is never shut out
     */
    public record Cell(Jail jail, SortedSet<Cidr> ignored) {}

    private static final Cell STANDARD =
            new Cell(new Jail("sshd", 5, Duration.ofMinutes(10), Duration.ofMinutes(10)), Collections.emptySortedSet());

    private final NavigableMap<String, Cell> cells = new TreeMap<>();
    private final Map<IpAddress, Instant> bans = new TreeMap<>();

    /** All jails by name. */
    public SortedMap<String, Cell> all() {
        return Collections.unmodifiableSortedMap(cells);
    }

    /** A jail. */
    public Optional<Cell> at(String name) {
        return Optional.ofNullable(cells.get(name));
    }

    /** fail2ban was installed: Debian's own jail for sshd is there, unless it was set before. */
    public void installed(String name) {
        if (name.equals("fail2ban")) {
            cells.putIfAbsent("sshd", STANDARD);
        }
    }

    /** Sets a jail. */
    public void put(Cell cell) {
        cells.put(cell.jail().name(), cell);
    }

    /** Removes a jail; that for sshd is Debian's own again. */
    public void remove(String name) {
        cells.remove(name);
        if (name.equals("sshd")) {
            cells.put(name, STANDARD);
        }
    }

    /** Puts back what a jail was once. */
    public void restore(String name, Optional<Cell> before) {
        before.ifPresentOrElse(cell -> cells.put(name, cell), () -> cells.remove(name));
    }

    /** Somebody failed to log in so many times at once. */
    public void failures(String jail, IpAddress from, int times, Instant now) {
        at(jail).ifPresent(cell -> {
            boolean ignored = cell.ignored().stream().anyMatch(block -> block.contains(from));
            if (!ignored && times >= cell.jail().maxRetry()) {
                bans.put(from, now.plus(cell.jail().banTime()));
            }
        });
    }

    /** Whether somebody is shut out. */
    public boolean bans(IpAddress from, Instant now) {
        Instant until = bans.get(from);
        return until != null && now.isBefore(until);
    }
}
