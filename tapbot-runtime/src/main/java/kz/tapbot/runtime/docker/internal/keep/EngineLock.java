package kz.tapbot.runtime.docker.internal.keep;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.HostConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.docker.http.Duplex;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.link.Removal;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.LockHolder;
import kz.tapbot.runtime.spi.OperationFailedException;

/**
 * The lock of an engine: a container of a fixed name, which the engine gives to one only. Its program ends when its standard input does, and that is a
 * connection of the session; so the lock is gone when the session is, however it ended.
 */
public final class EngineLock implements AutoCloseable {

    private static final String NAME = "tapbot-lock";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_ANSWER = 16 * 1024;

    /** Between making and starting it nobody takes longer; who does has died there, or finds it gone and begins again. */
    private static final Duration STILLBORN = Duration.ofSeconds(3);

    private static final int MOST_TRIES = 5;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Engine engine;
    private final String who;
    private Optional<Held> held = Optional.empty();

    private record Held(String id, Duplex input) {}

    /** Of that engine, for a session of that person. */
    public EngineLock(Engine engine, String who) {
        this.engine = engine;
        this.who = who;
    }

    /** Takes it; who has it, if somebody else does. */
    public synchronized Optional<LockHolder> take(String purpose, Instant now) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<InspectContainerResponse> found = find();
            if (found.isPresent() && isOurs(found.get())) {
                return Optional.empty();
            }
            if (found.isPresent()
                    && (hasEnded(found.get()) || isStillborn(found.get().getId()))) {
                String id = found.get().getId();
                Removal.of(engine, id, "Clearing a lock that nobody holds");
            } else if (found.isPresent()) {
                Optional<InspectContainerResponse> other = find().filter(one -> !hasEnded(one));
                if (other.isPresent()) {
                    return other.map(EngineLock::holder);
                }
            } else if (engine.claim("Taking the lock", () -> create(purpose, now)) && hold()) {
                return Optional.empty();
            }
        }
        throw new OperationFailedException("The lock of the engine is being taken and left by others all the time.");
    }

    /** Who has it. */
    public synchronized Optional<LockHolder> holder() {
        Optional<InspectContainerResponse> found = find();
        if (held.isPresent() && (found.isEmpty() || !isOurs(found.get()))) {
            throw engine.lost(new IOException("the lock of this session was lost with it"));
        }
        return found.filter(one -> !hasEnded(one)).map(EngineLock::holder);
    }

    private Optional<InspectContainerResponse> find() {
        return engine.find(
                "Looking for the lock",
                () -> engine.client().inspectContainerCmd(NAME).exec());
    }

    private boolean isOurs(InspectContainerResponse found) {
        return held.isPresent() && held.get().id().equals(found.getId());
    }

    private static boolean hasEnded(InspectContainerResponse found) {
        return !Boolean.TRUE.equals(found.getState().getRunning()) && !isNew(found);
    }

    private static boolean isNew(InspectContainerResponse found) {
        return "created".equals(found.getState().getStatus());
    }

    /** Whether whoever made it does not come to start it. Watched, because the clock of the engine may be any. */
    private boolean isStillborn(String id) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < STILLBORN.toNanos()) {
            if (find().filter(one -> one.getId().equals(id) && isNew(one)).isEmpty()) {
                return false;
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private void create(String purpose, Instant now) {
        HelperImage.ensure(engine);
        String id = engine.client()
                .createContainerCmd(HelperImage.REFERENCE)
                .withName(NAME)
                .withEntrypoint(TinyProgram.HOLD.path())
                .withStdinOpen(true)
                .withStdInOnce(true)
                .withAttachStdin(true)
                .withLabels(Map.of(
                        "tapbot.role",
                        "lock",
                        "tapbot.who",
                        who,
                        "tapbot.purpose",
                        purpose,
                        "tapbot.since",
                        now.toString()))
                .withHostConfig(HostConfig.newHostConfig()
                        .withNetworkMode("none")
                        .withReadonlyRootfs(true)
                        .withAutoRemove(true))
                .exec()
                .getId();
        held = Optional.of(new Held(id, attach(id)));
    }

    /** Starts it; not if somebody took it for stillborn meanwhile. */
    private boolean hold() {
        Held taken = held.orElseThrow();
        boolean started = engine.find("Taking the lock", () -> {
                    engine.client().startContainerCmd(taken.id()).exec();
                    return true;
                })
                .isPresent();
        if (!started) {
            taken.input().close();
            held = Optional.empty();
        }
        return started;
    }

    /** Attaches its input by hand, since all that is wanted is a connection that nothing is sent through. */
    private Duplex attach(String id) {
        try {
            Duplex channel = engine.dialer().open(CONNECT);
            try {
                String request = "POST /containers/" + id + "/attach?stream=1&stdin=1 HTTP/1.1\r\nHost: engine\r\n"
                        + "Connection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n";
                channel.out().write(request.getBytes(StandardCharsets.US_ASCII));
                channel.out().flush();
                String answer = answer(channel);
                if (!answer.startsWith("HTTP/1.1 101") && !answer.startsWith("HTTP/1.1 200")) {
                    throw new IOException("attaching the lock was answered "
                            + Cleaned.line(answer.lines().findFirst().orElse("with nothing")));
                }
                return channel;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw engine.lost(e);
        }
    }

    private static String answer(Duplex channel) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (head.size() < MOST_ANSWER
                && !head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = channel.in().read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static LockHolder holder(InspectContainerResponse found) {
        Map<String, String> labels =
                Optional.ofNullable(found.getConfig().getLabels()).orElse(Map.of());
        return new LockHolder(
                Cleaned.line(labels.getOrDefault("tapbot.who", "somebody")),
                Cleaned.line(labels.getOrDefault("tapbot.purpose", "")),
                instant(labels.get("tapbot.since")));
    }

    private static Instant instant(@org.jspecify.annotations.Nullable String text) {
        try {
            return text == null ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    /** Lets go of it, and returns when it is free. */
    @Override
    public synchronized void close() {
        held.ifPresent(one -> {
            one.input().close();
            try {
                Removal.of(engine, one.id(), "Leaving the lock");
            } catch (OperationFailedException | kz.tapbot.runtime.spi.UnreachableException e) {
                // Gone with its input, or with the engine: in either case nobody holds it.
                return;
            }
        });
        held = Optional.empty();
    }
}
