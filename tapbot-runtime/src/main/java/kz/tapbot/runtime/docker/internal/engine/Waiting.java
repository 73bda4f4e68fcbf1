package kz.tapbot.runtime.docker.internal.engine;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Duration;
import java.util.List;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.Logs;
import kz.tapbot.runtime.docker.internal.observe.Vitals;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.operation.AwaitHealthy;
import kz.tapbot.runtime.spi.OperationFailedException;

/**
 * Waits for containers to be healthy, by asking the engine again and again. Where nothing is given up for one, the check that it has is run at once too: the engine does so
 * for the first time when a whole interval is over, and whatever needs it would wait as long.
 */
final class Waiting {

    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMillis(500);
    /** Whoever has waited so many times longer does not mind. */
    private static final int SHARE = 30;

    /** While its first check is still to come, a container is looked at so often all the same: it may end and start again in between. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** The same while others are still being started, who need the processors more. */
    private static final Duration RARE_LOOK = Duration.ofSeconds(3);

    /** So often a container may end before it is given up: what it waits for may not be there at its first try. */
    private static final int MOST_RESTARTS = 5;

    private final Engine engine;
    private final ContainerWork containers;
    private final Starting starting;
    private final EarlyChecks checks;

    Waiting(Engine engine, ContainerWork containers, EarlyChecks checks) {
        this.engine = engine;
        this.containers = containers;
        this.checks = checks;
        this.starting = new Starting(engine, checks::isBusy);
    }

    void await(AwaitHealthy operation) {
        String name = operation.name();
        long begin = System.nanoTime();
        long wellSince = begin;
        boolean well = false;
        String life = "";
        EarlyChecks.Of early = checks.begin();
        while (true) {
            InspectContainerResponse found = containers.ours("Waiting for", name);
            long now = System.nanoTime();
            Health health = Vitals.health(found);
            String present = String.valueOf(found.getState().getStartedAt());
            boolean goesOn = well && present.equals(life);
            well = health == Health.HEALTHY;
            life = present;
            if (!goesOn) {
                wellSince = now;
            }
            if (well && now - wellSince >= operation.stable().toNanos()) {
                return;
            }
            boolean checked = health == Health.STARTING && operation.stable().isZero();
            if (checked && early.passes(found)) {
                return;
            }
            refuse(operation, found, health, well ? wellSince - begin : now - begin);
            pause(name, begin);
            while (health == Health.STARTING
                    && !(checked && early.isDue())
                    && System.nanoTime() - now < (checks.isBusy() ? RARE_LOOK : LOOK).toNanos()
                    && starting.contains(name)) {
                pause(name, begin);
            }
        }
    }

    /** Gives up what has ended or is ill, or what needs too long for it. */
    private void refuse(AwaitHealthy operation, InspectContainerResponse found, Health health, long nanos) {
        String name = operation.name();
        if (hasEnded(found)) {
            throw failure(found, "Container " + name + " does not run: it ended right after its start.");
        }
        boolean again = Boolean.TRUE.equals(found.getState().getRestarting());
        boolean ill = health == Health.UNHEALTHY && Vitals.isChecked(found) && !again;
        if (ill || nanos >= operation.limit().toNanos()) {
            throw failure(
                    found,
                    "Container " + name + " did not become healthy within "
                            + operation.limit().toSeconds() + " s, or did not stay so.");
        }
    }

    private static boolean hasEnded(InspectContainerResponse found) {
        boolean tries = Boolean.TRUE.equals(found.getState().getRunning())
                || Boolean.TRUE.equals(found.getState().getRestarting());
        Integer restarts = found.getRestartCount();
        return !tries || restarts != null && restarts >= MOST_RESTARTS;
    }

    private OperationFailedException failure(InspectContainerResponse found, String message) {
        List<String> lines = Logs.last(engine, found.getId());
        return new OperationFailedException(message, lines);
    }

    private static void pause(String name, long begin) {
        long waited = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        try {
            Thread.sleep(Math.max(SHORTEST.toMillis(), Math.min(LONGEST.toMillis(), waited / SHARE)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationFailedException("Waiting for container " + name + " was interrupted.");
        }
    }
}
