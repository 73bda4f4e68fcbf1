package kz.tapbot.runtime.docker.internal.link;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HealthCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.tapbot.runtime.spi.OperationFailedException;

/**
 * A container's own health check, run as the engine runs it: the same command, inside, and status 0 is good. The engine runs it for the first time when its whole
 * interval is over, and whoever asks before need not wait for that.
 */
public final class OwnCheck {

    /** Whoever asks does not wait longer, whatever the check is allowed. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** How a container is told how to check itself: a program with its arguments, or a line for its shell. */
    private static final String PROGRAM = "CMD";

    private static final String SHELL = "CMD-SHELL";

    private OwnCheck() {}

    /** What came of it. */
    public enum Result {
        /** It passed. */
        PASSED,
        /** It did not, or could not be run. */
        FAILED,
        /** It does not end, and goes on inside: it had better not be run again. */
        ENDLESS
    }

    /**
     * Runs it once.
     *
     * @throws kz.tapbot.runtime.spi.UnreachableException if the engine is not reached any more
     */
    public static Result of(Engine engine, InspectContainerResponse container) {
        Optional<List<String>> command = command(container);
        if (command.isEmpty()) {
            return Result.FAILED;
        }
        try {
            return Commands.ends(engine, container.getId(), command.get(), limit(container))
                    .map(status -> status == 0 ? Result.PASSED : Result.FAILED)
                    .orElse(Result.ENDLESS);
        } catch (OperationFailedException e) {
            return Result.FAILED;
        }
    }

    private static Optional<List<String>> command(InspectContainerResponse container) {
        HealthCheck check =
                container.getConfig() == null ? null : container.getConfig().getHealthcheck();
        List<String> test = check == null || check.getTest() == null ? List.of() : check.getTest();
        if (test.size() > 1 && test.get(0).equals(PROGRAM)) {
            return Optional.of(test.subList(1, test.size()));
        }
        return test.size() == 2 && test.get(0).equals(SHELL)
                ? Optional.of(List.of("/bin/sh", "-c", test.get(1)))
                : Optional.empty();
    }

    private static Duration limit(InspectContainerResponse container) {
        HealthCheck check = container.getConfig().getHealthcheck();
        Long nanos = check == null ? null : check.getTimeout();
        return nanos == null || nanos <= 0 || nanos > LONGEST.toNanos() ? LONGEST : Duration.ofNanos(nanos);
    }
}
