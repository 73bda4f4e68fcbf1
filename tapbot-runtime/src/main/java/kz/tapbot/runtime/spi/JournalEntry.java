package kz.tapbot.runtime.spi;

import java.time.Instant;
import kz.tapbot.model.name.Address;

/**
 * A line of the journal.
 *
 * @param run the run it belongs to
 * @param at when
 * @param phase what is written: the intent before the effect, or its end
 * @param address what it was about
 * @param operation the operation's text form, or what ended
 */
public record JournalEntry(String run, Instant at, Phase phase, Address address, String operation) {

    /** What a line of the journal says. */
    public enum Phase {
        /** A run begins. */
        RUN_BEGUN,
        /** An operation is about to be performed. */
        INTENT,
        /** An operation has had its effect. */
        DONE,
        /** An operation has failed. */
        FAILED,
        /** A run has ended, well or not. */
        RUN_ENDED
    }
}
