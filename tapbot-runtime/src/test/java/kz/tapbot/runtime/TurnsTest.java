package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.CancelToken;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.fleet.Ticker;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.operation.FileOperations;
import kz.tapbot.runtime.operation.MakeDirectory;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import kz.tapbot.runtime.spi.Turns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a driver does one thing after the other, only what is at work can take too long. */
class TurnsTest {

    private static final Set<HostPath> THREE =
            Set.of(HostPath.of("/srv/a"), HostPath.of("/srv/b"), HostPath.of("/srv/c"));
    private static final Topology DIRECTORIES = Topology.builder()
            .name(TopologyName.of("directories"))
            .addServers(Server.builder()
                    .name(Shop.DATA)
                    .host(HostAddress.of("203.0.113.20"))
                    .firewall(false)
                    .directories(THREE)
                    .build())
            .build();

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final HandTurnedTicker ticker = new HandTurnedTicker();

    @Test
    void what_waits_for_its_turn_while_another_stands_still_is_told_as_not_begun() {
        SlowDriver driver = new SlowDriver(() -> {
            ticker.passes(LIMIT.multipliedBy(3).dividedBy(2));
            Thread.sleep(60_000);
        });
        List<String> told = Collections.synchronizedList(new ArrayList<>());

        ApplyReport report = apply(driver, event -> {
            if (event instanceof RuntimeEvent.ChangeSkipped skipped) {
                told.add(skipped.address() + " " + skipped.because());
            }
        });

        String first = driver.made.get(0);
        String because = "\"make directory " + first + "\" stood still on server data while this waited for its turn";
        assertThat(report.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(report.toString().lines().skip(1))
                .containsExactlyInAnyOrderElementsOf(THREE.stream()
                        .map(path -> path.value().equals(first)
                                ? "  failed  directory:data" + first
                                        + "  It was not done after 600 s. It was ended. The state before is there again."
                                : "  skipped  directory:data" + path + "  Not tried: " + because + ".")
                        .toList());
        assertThat(told).hasSize(2).allMatch(one -> one.endsWith(because));
        assertThat(driver.made).containsExactly(first);
    }

    @Test
    void the_time_that_something_waits_for_its_turn_is_not_its_own() {
        SlowDriver driver =
                new SlowDriver(() -> ticker.passes(LIMIT.multipliedBy(3).dividedBy(4)));

        ApplyReport report = apply(driver, event -> {});

        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(driver.made).hasSize(THREE.size());
    }

    @Test
    void what_waits_for_its_turn_when_the_run_is_cancelled_does_not_begin() {
        CancelToken token = new CancelToken();
        SlowDriver driver = new SlowDriver(token::cancel);

        ApplyReport report = TapbotRuntime.builder()
                .driver(driver)
                .ticker(ticker)
                .who("tester@here")
                .build()
                .apply(DIRECTORIES, ApplyOptions.standard().cancel(token));

        assertThat(report.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(driver.made).hasSize(1);
    }

    private ApplyReport apply(Driver driver, EventListener listener) {
        return TapbotRuntime.builder()
                .driver(driver)
                .ticker(ticker)
                .who("tester@here")
                .build()
                .apply(
                        DIRECTORIES,
                        ApplyOptions.standard().operationLimit(LIMIT).listener(listener));
    }

    /** Time that passes when it is told to, and is over for whoever waits for the next beat. */
    private static final class HandTurnedTicker implements Ticker {

        private long nanos;
        private int beats;

        /** Returns when whoever looks at the time has seen it. */
        synchronized void passes(Duration time) throws InterruptedException {
            nanos += time.toNanos();
            int seen = beats + 2;
            while (beats < seen) {
                wait();
            }
        }

        @Override
        public synchronized Instant now() {
            return Instant.EPOCH.plusNanos(nanos);
        }

        @Override
        public synchronized long nanos() {
            return nanos;
        }

        @Override
        public void pause(Duration time) {
            throw new IllegalStateException("nobody is waited for");
        }

        @Override
        public <T> @Nullable T next(BlockingQueue<T> queue, Duration within) throws InterruptedException {
            T next = queue.poll(5, TimeUnit.MILLISECONDS);
            synchronized (this) {
                if (next == null) {
                    beats++;
                    notifyAll();
                }
            }
            return next;
        }
    }

    /** What becomes of one directory before it is made. */
    private interface Slowness {
        void comes() throws InterruptedException;
    }

    /** Makes one directory after the other; the first of them when all the others wait. */
    private static final class SlowDriver implements Driver {

        private final Driver driver = MemoryEstate.create().driver();
        private final ReentrantLock turn = new ReentrantLock();
        private final CountDownLatch waiting = new CountDownLatch(THREE.size());
        private final List<String> made = Collections.synchronizedList(new ArrayList<>());
        private final Slowness slowness;

        SlowDriver(Slowness slowness) {
            this.slowness = slowness;
        }

        @Override
        public String name() {
            return driver.name();
        }

        @Override
        public Session open(Server server, SessionContext context) {
            Session session = driver.open(server, context);
            return proxy(
                    Session.class,
                    (method, args) -> method.getName().equals("files")
                            ? proxy(
                                    FileOperations.class,
                                    (making, with) -> inTurn(
                                            (MakeDirectory) with[0],
                                            context.turns(),
                                            () -> making.invoke(session.files(), with)))
                            : method.invoke(session, args));
        }

        private interface Call {
            @Nullable Object of(Method method, Object[] args) throws ReflectiveOperationException;
        }

        private interface Work {
            @Nullable Object done() throws ReflectiveOperationException;
        }

        private static <T> T proxy(Class<T> type, Call call) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                        try {
                            return call.of(method, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        private @Nullable Object inTurn(MakeDirectory make, Turns turns, Work work)
                throws ReflectiveOperationException {
            turns.waits();
            waiting.countDown();
            turn.lock();
            try {
                turns.begins();
                made.add(make.directory().path().value());
                waiting.await();
                slowness.comes();
                return work.done();
            } catch (InterruptedException e) {
                throw new OperationFailedException("It was ended.");
            } finally {
                turn.unlock();
            }
        }
    }
}
