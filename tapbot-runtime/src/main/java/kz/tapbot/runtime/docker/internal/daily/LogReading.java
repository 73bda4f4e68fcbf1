package kz.tapbot.runtime.docker.internal.daily;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.LogContainerCmd;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.runtime.daily.LogLine;
import kz.tapbot.runtime.daily.LogQuery;
import kz.tapbot.runtime.daily.Sink;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Reads the log of one container, and where it is followed, of those that take its place. */
final class LogReading {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Engine engine;
    private final OurContainers containers;
    private final ServiceId service;
    private final LogQuery query;
    private final Sink<LogLine> sink;
    private volatile Instant last = Instant.EPOCH;

    LogReading(Engine engine, OurContainers containers, ServiceId service, LogQuery query, Sink<LogLine> sink) {
        this.engine = engine;
        this.containers = containers;
        this.service = service;
        this.query = query;
        this.sink = sink;
    }

    void read() {
        Container container = containers.one(service.service().value());
        Optional<Instant> since = query.since().map(moment -> moment.from(now(engine)));
        boolean more = stream(container.getId(), since, query.tail().isPresent());
        String followed = container.getId();
        while (query.follow() && more && sink.isOpen() && pause()) {
            Optional<Container> next = running();
            if (next.isPresent()) {
                boolean same = next.get().getId().equals(followed);
                followed = next.get().getId();
                more = stream(followed, same ? Optional.of(last.plusNanos(1)) : Optional.empty(), false);
            }
        }
    }

    /** The one that bears the name now, if it runs. While an update is under way there may be none, or one that is about to go. */
    private Optional<Container> running() {
        return Optional.ofNullable(containers.all().get(service.service().value()))
                .filter(container -> "running".equals(container.getState()));
    }

    /** Until its end, or until nobody wants more: whether it was the end. */
    private boolean stream(String id, Optional<Instant> since, boolean tail) {
        LogContainerCmd command = engine.client()
                .logContainerCmd(id)
                .withStdOut(true)
                .withStdErr(true)
                .withTimestamps(true)
                .withFollowStream(query.follow());
        since.ifPresent(moment -> command.withSince((int) Math.max(0, moment.getEpochSecond())));
        if (tail) {
            command.withTail(query.tail().orElse(0));
        }
        Hearing hearing = new Hearing(since.orElse(Instant.EPOCH));
        return engine.ask("Reading the log of " + service, () -> {
            try (Hearing open = command.exec(hearing)) {
                while (!open.awaitCompletion(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    if (!sink.isOpen()) {
                        return false;
                    }
                }
                open.finish();
                return sink.isOpen();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The engine's time: its log has its times, and nobody has to know whether they agree with ours. */
    static Instant now(Engine engine) {
        String time = engine.ask(
                "Asking the engine for the time",
                () -> engine.client().infoCmd().exec().getSystemTime());
        try {
            return java.time.OffsetDateTime.parse(String.valueOf(time)).toInstant();
        } catch (java.time.DateTimeException e) {
            throw new OperationFailedException("The engine of server " + engine.server() + " does not tell the time.");
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private final class Hearing extends ResultCallback.Adapter<Frame> {

        private final Instant since;
        private final LineAssembly out = new LineAssembly((at, text) -> say(at, false, text));
        private final LineAssembly err = new LineAssembly((at, text) -> say(at, true, text));

        Hearing(Instant since) {
            this.since = since;
        }

        @Override
        public void onNext(Frame frame) {
            if (sink.isOpen()) {
                (frame.getStreamType() == StreamType.STDERR ? err : out).take(frame.getPayload());
            }
        }

        void finish() {
            out.finish();
            err.finish();
        }

        /** The engine knows seconds only. */
        private void say(Instant at, boolean error, String text) {
            if (!at.isBefore(since)) {
                last = at.isAfter(last) ? at : last;
                sink.accept(new LogLine(service, at, error, text));
            }
        }
    }
}
