package kz.tapbot.runtime.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.runtime.daily.LogLine;
import kz.tapbot.runtime.daily.LogQuery;
import kz.tapbot.runtime.daily.Sink;
import kz.tapbot.runtime.memory.internal.engine.SimContainer;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.OperationFailedException;

/** Reads the log of a simulated container. */
final class MemoryLog {

    /** The most characters of a line, as with a real engine. */
    private static final int MOST_CHARACTERS = 4_000;

    private static final long PAUSE_MILLIS = 5;

    /** What a container has said so far. */
    record Seen(SimContainer container, List<SimContainer.Said> lines) {}

    private final ServiceId service;
    private final LogQuery query;
    private final Supplier<Optional<Seen>> look;
    private final Sink<LogLine> sink;

    MemoryLog(ServiceId service, LogQuery query, Supplier<Optional<Seen>> look, Sink<LogLine> sink) {
        this.service = service;
        this.query = query;
        this.look = look;
        this.sink = sink;
    }

    static String missing(ServiceId service) {
        return "There is no container " + service.service() + " on server " + service.server()
                + ". \"plan\" shows what is missing.";
    }

    void read(Instant now) {
        Seen first = look.get().orElseThrow(() -> new OperationFailedException(missing(service)));
        Instant since = query.since().map(moment -> moment.from(now)).orElse(Instant.EPOCH);
        long skipped = query.tail().isEmpty()
                ? 0
                : Math.max(0, first.lines().size() - query.tail().getAsInt());
        first.lines().stream()
                .skip(skipped)
                .filter(line -> !line.at().isBefore(since))
                .forEach(this::say);
        if (query.follow()) {
            follow(first.container(), next(first));
        }
    }

    private void follow(SimContainer container, long from) {
        SimContainer followed = container;
        long next = from;
        while (sink.isOpen() && pause()) {
            Optional<Seen> seen = look.get();
            if (seen.isPresent()) {
                long begin = seen.get().container() == followed ? next : 0;
                seen.get().lines().stream()
                        .filter(line -> line.number() >= begin)
                        .forEach(this::say);
                followed = seen.get().container();
                next = Math.max(begin, next(seen.get()));
            }
        }
    }

    private static long next(Seen seen) {
        List<SimContainer.Said> lines = seen.lines();
        return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).number() + 1;
    }

    private void say(SimContainer.Said line) {
        sink.accept(new LogLine(service, line.at(), false, Cleaned.line(line.text(), MOST_CHARACTERS)));
    }

    static boolean pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
