package kz.tapbot.runtime.host.internal.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import kz.tapbot.ssh.RunningCommand;
import org.jspecify.annotations.Nullable;

/**
 * A lock that a process on the server has from the kernel. It ends with the connection, and 20 s after the last sign of life where the network has gone
 * silent: nobody ever has to free one.
 */
public final class HeldLock implements AutoCloseable {

    private static final long SIGN_SECONDS = 5;
    private static final long ANSWER_SECONDS = 30;
    private static final int MOST_SAID = 4096;

    private final HostLink link;
    private @Nullable RunningCommand process;
    private @Nullable ScheduledExecutorService signs;

    /** On that server; not taken yet. */
    public HeldLock(HostLink link) {
        this.link = link;
    }

    /** Whether this session has it. */
    public synchronized boolean isHeld() {
        return process != null;
    }

    /**
     * Does nothing while this session has the lock, or never took it.
     *
     * @throws kz.tapbot.runtime.spi.UnreachableException if it was taken and is lost, since this process stood still or the network did
     */
    public synchronized void refuseLost() {
        if (process != null
                && (process.exitStatus().isPresent() || process.signal().isPresent())) {
            throw new kz.tapbot.runtime.spi.UnreachableException(
                    "The lock of server " + link.server()
                            + " is lost, since the server has not heard of this run for 20 s. Plan again to see how things are.");
        }
    }

    /**
     * Takes it.
     *
     * @param holder what others are told
     * @return nothing if it is taken, else a word for what is in the way and a line with what its holder has said
     * @throws kz.tapbot.runtime.spi.OperationFailedException if the server cannot give it to anybody
     * @throws kz.tapbot.runtime.spi.UnreachableException if the connection is lost
     */
    public synchronized Optional<String> take(String holder) {
        if (process != null) {
            return Optional.empty();
        }
        ScheduledExecutorService thread = thread();
        RunningCommand started = link.start(Steps.looking().of("lock", holder));
        ScheduledFuture<?> patience = thread.schedule(started::close, ANSWER_SECONDS, TimeUnit.SECONDS);
        boolean kept = false;
        try {
            String first = line(started.output());
            if (first.equals("busy") || first.equals("step")) {
                return Optional.of(first + "\n" + line(started.output()));
            }
            if (!first.equals("held")) {
                // Not somebody else's: a full disk, say, or a connection that is lost.
                throw link.silent("Taking the lock of the server", started);
            }
            process = started;
            kept = true;
            showLife(started, thread);
            return Optional.empty();
        } finally {
            patience.cancel(false);
            if (!kept) {
                thread.shutdownNow();
                started.close();
            }
        }
    }

    private static ScheduledExecutorService thread() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "tapbot-host-lock");
            made.setDaemon(true);
            return made;
        });
    }

    private void showLife(RunningCommand holder, ScheduledExecutorService thread) {
        signs = thread;
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        holder.input().write('.');
                        holder.input().flush();
                    } catch (IOException e) {
                        thread.shutdown();
                    }
                },
                SIGN_SECONDS,
                SIGN_SECONDS,
                TimeUnit.SECONDS);
    }

    private static String line(InputStream in) {
        StringBuilder line = new StringBuilder();
        try {
            for (int octet = in.read(); octet >= 0 && octet != '\n' && line.length() < MOST_SAID; octet = in.read()) {
                line.append((char) octet);
            }
        } catch (IOException e) {
            throw new kz.tapbot.runtime.spi.UnreachableException("The connection is lost while the lock is taken.");
        }
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        RunningCommand old;
        ScheduledExecutorService thread;
        synchronized (this) {
            old = process;
            thread = signs;
            process = null;
            signs = null;
        }
        if (thread != null) {
            thread.shutdownNow();
        }
        if (old != null) {
            end(old);
        }
    }

    /** Waits a moment for its end, so that whoever comes next finds the lock free. */
    private static void end(RunningCommand holder) {
        try {
            holder.input().close();
            holder.await(java.time.Duration.ofSeconds(2));
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            holder.close();
        }
    }
}
