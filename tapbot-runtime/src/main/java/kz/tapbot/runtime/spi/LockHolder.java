package kz.tapbot.runtime.spi;

import java.time.Instant;

/**
 * Who holds a lock.
 *
 * @param who {@code user@machine}
 * @param purpose what for
 * @param since since when
 */
public record LockHolder(String who, String purpose, Instant since) {

    @Override
    public String toString() {
        return who + " since " + since + " for " + purpose;
    }
}
