package kz.tapbot.runtime.docker.internal.observe;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.OwnCheck;
import kz.tapbot.runtime.facts.Health;

/** How a container is, from what the engine says of it. */
public final class Vitals {

    private Vitals() {}

    /** How it is. */
    public static Health health(InspectContainerResponse found) {
        InspectContainerResponse.ContainerState state = found.getState();
        if (Boolean.TRUE.equals(state.getRestarting())) {
            return Health.UNHEALTHY;
        }
        if (!Boolean.TRUE.equals(state.getRunning()) || Boolean.TRUE.equals(state.getPaused())) {
            return Health.STOPPED;
        }
        String status = state.getHealth() == null
                ? "none"
                : String.valueOf(state.getHealth().getStatus());
        return switch (status) {
            case "starting" -> Health.STARTING;
            case "unhealthy" -> Health.UNHEALTHY;
            default -> Health.HEALTHY;
        };
    }

    /** Whether it can be used: it is healthy, or passes its check, which its engine has yet to run. */
    public static boolean isReady(Engine engine, InspectContainerResponse found) {
        Health health = health(found);
        return health == Health.HEALTHY
                || health == Health.STARTING && OwnCheck.of(engine, found) == OwnCheck.Result.PASSED;
    }

    /** Whether it has a check. */
    public static boolean isChecked(InspectContainerResponse found) {
        return found.getState().getHealth() != null
                && !"none".equals(String.valueOf(found.getState().getHealth().getStatus()));
    }

    /** For how long it has run, by a clock that need not agree with the engine's. */
    public static Duration uptime(InspectContainerResponse found, Instant now) {
        if (!Boolean.TRUE.equals(found.getState().getRunning())
                || found.getState().getStartedAt() == null) {
            return Duration.ZERO;
        }
        try {
            Duration time = Duration.between(Instant.parse(found.getState().getStartedAt()), now);
            return time.isNegative() ? Duration.ZERO : time;
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
