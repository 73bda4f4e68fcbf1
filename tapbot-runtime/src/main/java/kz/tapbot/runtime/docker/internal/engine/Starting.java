package kz.tapbot.runtime.docker.internal.engine;

import com.github.dockerjava.api.model.Container;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import kz.tapbot.runtime.docker.internal.link.ContainerList;
import kz.tapbot.runtime.docker.internal.link.Engine;

/**
 * Which containers run and have yet to pass their first check: one list for all who wait, where a look at each of them again and again would slow down the starts that
 * they wait for. Safe to use from several threads.
 */
final class Starting {

    private static final Duration FRESH = Duration.ofMillis(20);

    /** While others are still being started, who need the processors more. */
    private static final Duration FRESH_ENOUGH = Duration.ofMillis(200);

    private final Engine engine;
    private final BooleanSupplier busy;
    private Set<String> names = Set.of();
    private boolean asked;
    private long askedAt;

    Starting(Engine engine, BooleanSupplier busy) {
        this.engine = engine;
        this.busy = busy;
    }

    synchronized boolean contains(String name) {
        Duration fresh = busy.getAsBoolean() ? FRESH_ENOUGH : FRESH;
        if (!asked || System.nanoTime() - askedAt > fresh.toNanos()) {
            names = list();
            askedAt = System.nanoTime();
            asked = true;
        }
        return names.contains("/" + name);
    }

    private Set<String> list() {
        Set<String> all = new TreeSet<>();
        for (Container container : ContainerList.starting(engine)) {
            if (container.getNames() != null) {
                all.addAll(List.of(container.getNames()));
            }
        }
        return all;
    }
}
