package kz.tapbot.runtime.apply;

import java.time.Duration;
import java.util.Optional;
import kz.tapbot.runtime.fleet.Fleet;
import kz.tapbot.runtime.fleet.Ticker;

/** Knows whether a run shall stop: because somebody asked, because its thread was interrupted, or because its time is over. */
final class Halt {

    private final ApplyOptions options;
    private final Ticker ticker;
    private final Fleet fleet;
    private final long begin;
    private volatile boolean interrupted;

    Halt(ApplyOptions options, Ticker ticker, Fleet fleet) {
        this.options = options;
        this.ticker = ticker;
        this.fleet = fleet;
        this.begin = ticker.nanos();
    }

    /** Why to stop, if so. */
    Optional<Stopped> now() {
        if (options.cancel().isCancelled() || interrupted) {
            return Optional.of(new Stopped(ApplyCode.CANCELLED, "the run was cancelled"));
        }
        boolean over = options.limit().isPresent()
                && ticker.since(begin).compareTo(options.limit().get()) > 0;
        return over
                ? Optional.of(new Stopped(
                        ApplyCode.TIMED_OUT,
                        "the run's limit of " + options.limit().get().toSeconds() + " s is over"))
                : Optional.empty();
    }

    void interrupted() {
        interrupted = true;
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    Duration operationLimit() {
        return options.operationLimit();
    }

    /** Ends the session under an operation that does not even listen to an interrupt. */
    void breakOff(Watch.Running stuck) {
        Fleet.end(fleet.session(stuck.server()));
    }
}
