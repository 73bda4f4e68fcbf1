package kz.tapbot.runtime.memory.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.runtime.facts.Health;

/** How a container's health follows from its age: the check runs at every interval, failures in the start period do not count. */
public final class Vitals {

    private Vitals() {}

    /** How a container is. */
    public static Health health(SimContainer container, Images.Behaviour behaviour, Instant now) {
        if (container.state() == SimContainer.State.RESTARTING) {
            return Health.UNHEALTHY;
        }
        if (!container.runs()) {
            return Health.STOPPED;
        }
        Optional<HealthCheck> check = container.service().healthCheck();
        Duration age = container.age(now);
        if (check.isEmpty()) {
            return Health.HEALTHY;
        }
        if (!behaviour.unhealthy() && age.compareTo(healthyAt(check.get(), behaviour)) >= 0) {
            return Health.HEALTHY;
        }
        return age.compareTo(unhealthyAt(check.get())) < 0 ? Health.STARTING : Health.UNHEALTHY;
    }

    /** The age at which somebody who waits gets what he waits for; never if it stays ill. */
    public static Optional<Duration> settled(SimContainer container, Images.Behaviour behaviour, Duration stable) {
        if (!container.runs()
                || behaviour.unhealthy() && container.service().healthCheck().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(container
                .service()
                .healthCheck()
                .map(check -> healthyAt(check, behaviour))
                .orElse(stable));
    }

    private static Duration healthyAt(HealthCheck check, Images.Behaviour behaviour) {
        long interval = check.interval().toMillis();
        long checks = Math.max(1, (behaviour.ready().toMillis() + interval - 1) / interval);
        return Duration.ofMillis(checks * interval);
    }

    private static Duration unhealthyAt(HealthCheck check) {
        return check.startPeriod().plus(check.interval().multipliedBy(check.retries()));
    }
}
