package kz.tapbot.runtime.daily;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;

/**
 * What one run did to a server.
 *
 * @param run its name
 * @param begun when it began
 * @param who who ran it, and what for
 * @param steps what it did, in order
 * @param outcome how it ended; absent if it never did
 */
public record HistoryRun(String run, Instant begun, String who, List<Step> steps, Optional<String> outcome) {

    /**
     * An operation.
     *
     * @param at when it was begun, or ended where that is known
     * @param address what it was about
     * @param operation its text form
     * @param outcome {@code done}, {@code failed}, or {@code not known to have ended}
     */
    public record Step(Instant at, Address address, String operation, String outcome) {}

    /** Copies the steps. */
    public HistoryRun {
        steps = List.copyOf(steps);
    }
}
