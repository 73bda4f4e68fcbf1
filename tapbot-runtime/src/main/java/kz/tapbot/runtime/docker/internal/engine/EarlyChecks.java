package kz.tapbot.runtime.docker.internal.engine;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.OwnCheck;

/** Checks of containers before their engine comes to it: few at once, and not while others are being started, who need the processors more. Safe to use from several threads. */
final class EarlyChecks {

    private static final int AT_ONCE = 2;
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LAST = Duration.ofSeconds(5);

    private final Engine engine;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicInteger starts = new AtomicInteger();

    EarlyChecks(Engine engine) {
        this.engine = engine;
    }

    /** Does what they have to wait for. */
    void after(Runnable work) {
        starts.incrementAndGet();
        try {
            work.run();
        } finally {
            starts.decrementAndGet();
        }
    }

    /** Whether they have to wait now. */
    boolean isBusy() {
        return starts.get() > 0;
    }

    /** Those of one container, that has just been started. */
    Of begin() {
        return new Of();
    }

    /** Those of one container: rarer each time, since whatever is not there at once may need minutes. */
    final class Of {

        private Duration pause = FIRST;
        private long next = System.nanoTime() + FIRST.toNanos();
        private boolean over;

        /** Whether it is time for one. */
        boolean isDue() {
            return !over && System.nanoTime() - next >= 0 && !isBusy() && places.availablePermits() > 0;
        }

        /** Runs one if it is time for it. */
        boolean passes(InspectContainerResponse container) {
            if (!isDue() || !places.tryAcquire()) {
                return false;
            }
            try {
                OwnCheck.Result result = OwnCheck.of(engine, container);
                over = result == OwnCheck.Result.ENDLESS;
                return result == OwnCheck.Result.PASSED;
            } finally {
                places.release();
                pause = pause.multipliedBy(2).compareTo(LAST) < 0 ? pause.multipliedBy(2) : LAST;
                next = System.nanoTime() + pause.toNanos();
            }
        }
    }
}
