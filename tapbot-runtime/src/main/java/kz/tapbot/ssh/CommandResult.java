package kz.tapbot.ssh;

import java.util.Optional;

/**
 * How a command ended.
 *
 * @param exitStatus as it gave it; nothing if a signal ended it
 * @param signal the signal that ended it, such as {@code KILL}
 * @param output what it wrote to standard output
 * @param errors what it wrote to standard error
 */
public record CommandResult(
        Optional<Integer> exitStatus, Optional<String> signal, KeptOutput output, KeptOutput errors) {

    /** Whether it ended by itself with 0. */
    public boolean isGood() {
        return exitStatus.filter(status -> status == 0).isPresent();
    }
}
