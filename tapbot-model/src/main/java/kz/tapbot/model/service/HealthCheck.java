package kz.tapbot.model.service;

import java.time.Duration;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.InvalidValueException;

/**
 * How a container tells that it works: a command run inside it, healthy when it ends with 0.
 *
 * @param command a program that the image really has
 * @param interval between two runs
 * @param timeout after which a run has failed
 * @param retries failures in a row that make it unhealthy, from 1
 * @param startPeriod in which failures do not count
 */
public record HealthCheck(Command command, Duration interval, Duration timeout, int retries, Duration startPeriod) {

    /** Checks the times: Docker refuses less than a millisecond and takes zero for its own default. */
    public HealthCheck {
        if (interval.compareTo(Duration.ofSeconds(1)) < 0
                || timeout.compareTo(Duration.ofSeconds(1)) < 0
                || startPeriod.isNegative()
                || interval.toDays() >= 1
                || timeout.toDays() >= 1
                || startPeriod.toDays() >= 1
                || retries < 1
                || retries > 1000) {
            throw new InvalidValueException(
                    ModelCode.BAD_QUANTITY,
                    "A health check has an interval and a timeout of a second or more, a start period of zero or more, none of a day or more, and 1 to 1000 "
                            + "retries.");
        }
    }

    /** The command every 10 seconds, 5 seconds for each run, 5 retries, 30 seconds to start. */
    public static HealthCheck of(Command command) {
        return new HealthCheck(command, Duration.ofSeconds(10), Duration.ofSeconds(5), 5, Duration.ofSeconds(30));
    }
}
