package kz.tapbot.runtime.docker.internal.keep;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectExecResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import kz.tapbot.runtime.docker.internal.link.Attached;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.LockHolder;
import kz.tapbot.runtime.spi.OperationFailedException;

/**
 * The lock of an engine: a lock of the kernel on a file of the volume, held by a small program in the state container. Its input is a connection of the session, by
 * which it hears every few seconds that the session lives; so the lock is gone when the session is, however that ended, and nobody ever has to free it by hand.
 */
public final class EngineLock implements AutoCloseable {

    static final String NAME = "lock";

    private static final String FILE = StateContainer.ROOT + "/" + NAME;
    /** What the program says when it has it: the first character of the path. */
    private static final byte HELD = '/';

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration BEAT = Duration.ofSeconds(4);

    /** The program gives a session up that was silent for 15 s; after this time its word is not taken for granted. */
    private static final Duration DOUBTFUL = Duration.ofSeconds(10);

    /** Longer than a session that was lost with its engine keeps the lock. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Engine engine;
    private final Cabinet cabinet;
    private final String who;
    private Optional<Held> held = Optional.empty();
    private volatile boolean lost;
    private volatile Instant heard = Instant.EPOCH;

    private record Held(String exec, Attached program, ScheduledFuture<?> beats) {}

    /** Of that engine, for a session of that person. */
    public EngineLock(Engine engine, Cabinet cabinet, String who) {
        this.engine = engine;
        this.cabinet = cabinet;
        this.who = who;
    }

    /** Takes it; who has it, if somebody else does. */
    public synchronized Optional<LockHolder> take(String purpose, Instant now) {
        if (held.isPresent()) {
            refuseLost();
            return Optional.empty();
        }
        cabinet.ensure();
        long begin = System.nanoTime();
        while (!isTaken(purpose, now)) {
            Optional<LockHolder> other = steadyHolder();
            if (other.isPresent()) {
                return other;
            }
            // Not taken and nobody has it: what stands there may be no file. To read tells.
            cabinet.forget();
            cabinet.whole();
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new OperationFailedException(
                        "The lock of the engine is being taken and left by others all the time.");
            }
        }
        cabinet.forget();
        return Optional.empty();
    }

    private boolean isTaken(String purpose, Instant now) {
        String exec = engine.ask(
                "Taking the lock",
                () -> engine.client()
                        .execCreateCmd(Cabinet.NAME)
                        .withCmd(TinyProgram.LOCK.path(), FILE, who, purpose, now.toString())
                        .withAttachStdin(true)
                        .withAttachStdout(true)
                        .exec()
                        .getId());
        Attached program = Attached.open(engine, "/exec/" + exec + "/start", "{\"Detach\":false,\"Tty\":false}", LIMIT);
        boolean has = false;
        try {
            byte[] said = program.next(LIMIT);
            has = said.length == 1 && said[0] == HELD;
            if (!has && said.length > 0) {
                // The engine says on the program's own stream that it could not start it.
                throw new OperationFailedException("The lock of the engine could not be tried: "
                        + Cleaned.line(new String(said, StandardCharsets.UTF_8).strip()));
            }
        } catch (IOException e) {
            throw engine.lost(e);
        } finally {
            if (!has) {
                program.close();
            }
        }
        if (has) {
            heard = Instant.now();
            held = Optional.of(new Held(exec, program, engine.alarms().every(BEAT, () -> beat(program))));
        }
        return has;
    }

    private void beat(Attached program) {
        try {
            program.send(new byte[] {'.'});
            heard = Instant.now();
        } catch (IOException e) {
            lost = true;
        }
    }

    /** Somebody who has it for more than a moment: who only finds it taken, as we did, is gone by then. */
    private Optional<LockHolder> steadyHolder() {
        Optional<InspectExecResponse> first = running();
        pause();
        return running()
                .filter(second -> first.isPresent() && first.get().getId().equals(second.getId()))
                .map(EngineLock::holder);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationFailedException("Taking the lock was interrupted.");
        }
    }

    /** Who has it. */
    public synchronized Optional<LockHolder> holder() {
        refuseLost();
        return held.isPresent() ? running().map(EngineLock::holder) : steadyHolder();
    }

    /** Whether this session has it. */
    public boolean isHeld() {
        return held.isPresent() && !lost;
    }

    /**
     * Does nothing as long as what this session took is still its own: after a sleep of the machine, others may have it.
     *
     * @throws kz.tapbot.runtime.spi.UnreachableException if it is not
     */
    void refuseLost() {
        if (held.isEmpty()) {
            return;
        }
        String exec = held.get().exec();
        boolean doubtful = heard.plus(DOUBTFUL).isBefore(Instant.now());
        if (lost || doubtful && !isRunning(exec)) {
            lost = true;
            throw engine.lost(new IOException("the lock of this session was lost with it"));
        }
    }

    private boolean isRunning(String exec) {
        return exec(exec).filter(InspectExecResponse::isRunning).isPresent();
    }

    private Optional<InspectExecResponse> exec(String id) {
        return engine.find(
                "Looking for the lock", () -> engine.client().inspectExecCmd(id).exec());
    }

    /** The program that runs in the state container to hold it, ours before others. */
    private Optional<InspectExecResponse> running() {
        List<String> all = StateContainer.find(engine)
                .map(InspectContainerResponse::getExecIds)
                .orElse(List.of());
        return all.stream()
                .map(this::exec)
                .flatMap(Optional::stream)
                .filter(exec -> Boolean.TRUE.equals(exec.isRunning()))
                .filter(exec -> exec.getProcessConfig() != null
                        && TinyProgram.LOCK
                                .path()
                                .equals(exec.getProcessConfig().getEntryPoint()))
                .findFirst();
    }

    private static LockHolder holder(InspectExecResponse exec) {
        List<String> said =
                exec.getProcessConfig() == null || exec.getProcessConfig().getArguments() == null
                        ? List.of()
                        : exec.getProcessConfig().getArguments();
        return new LockHolder(
                Cleaned.line(said.size() > 1 ? said.get(1) : "somebody"),
                Cleaned.line(said.size() > 2 ? said.get(2) : ""),
                instant(said.size() > 3 ? said.get(3) : ""));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    /** Lets go of it, and returns when it is free. */
    @Override
    public synchronized void close() {
        held.ifPresent(one -> {
            one.beats().cancel(true);
            one.program().close();
            try {
                long begin = System.nanoTime();
                while (isRunning(one.exec()) && System.nanoTime() - begin < PATIENCE.toNanos()) {
                    Thread.sleep(5);
                }
            } catch (OperationFailedException | kz.tapbot.runtime.spi.UnreachableException e) {
                // Gone with its input, or with the engine: in either case nobody holds it.
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        held = Optional.empty();
    }
}
