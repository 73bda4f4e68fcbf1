package kz.tapbot.runtime.host.internal.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.spi.Cleaned;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.UnreachableException;
import kz.tapbot.ssh.CommandCall;
import kz.tapbot.ssh.CommandResult;
import kz.tapbot.ssh.RunningCommand;
import kz.tapbot.ssh.SshConnection;
import kz.tapbot.ssh.SshException;

/** A login on a server, over which Tapbot's program there is given operations as root. Safe to use from several threads. */
public final class HostLink implements AutoCloseable {

    /** The number of the program and of its line, where the shell itself has something to say. */
    private static final Pattern OF_THE_SHELL = Pattern.compile("^\\d+: \\d+: (eval: )?");

    private static final Pattern FULL = Pattern.compile("No space left|no room is left|no more files fit");
    private static final int MOST_OUTPUT = 64 << 20;
    private static final int MOST_ERRORS = 64 << 10;
    private static final Duration ENDS = Duration.ofSeconds(5);

    private final ServerName server;
    private final SshConnection connection;
    private volatile Door door;
    private volatile boolean entered;
    private volatile boolean closed;
    private volatile Consumer<Steps> before = steps -> {};

    /** Over that connection, which it closes. */
    public HostLink(ServerName server, SshConnection connection, Door door) {
        this.server = server;
        this.connection = connection;
        this.door = door;
    }

    /** Goes another way from now on. */
    public void through(Door other) {
        door = other;
    }

    /** Has something done before all that changes something, in the same breath: if it fails, nothing else is done. */
    public void first(Consumer<Steps> steps) {
        before = steps;
    }

    /** The way it goes. */
    public Door door() {
        return door;
    }

    /** The server. */
    public ServerName server() {
        return server;
    }

    /** The connection, for what else goes over it. */
    public SshConnection connection() {
        refuseClosed();
        return connection;
    }

    /**
     * Has them done.
     *
     * @param doing what for, as the beginning of a sentence: {@code Writing /etc/motd}
     * @return what they said, as it is
     * @throws OperationFailedException if one fails
     * @throws UnreachableException if the connection is lost
     */
    public byte[] perform(String doing, Steps steps) {
        refuseClosed();
        Door way = door;
        byte[] input = input(way, steps);
        try {
            CommandResult result = connection.run(CommandCall.of(way.command(HostScripts.RUNNER.length))
                    .input(input)
                    .limit(steps.limit())
                    .mostOutput(MOST_OUTPUT));
            if (!result.isGood()) {
                throw isShut(result) ? shut(doing) : failed(doing, result);
            }
            entered = true;
            if (result.output().omitted() > 0) {
                throw new OperationFailedException(doing + " failed: the server says more than " + (MOST_OUTPUT >> 20)
                        + " MiB, which is not believed.");
            }
            return result.output().bytes();
        } catch (SshException e) {
            if (connection.isOpen() && !closed) {
                throw new OperationFailedException(doing + " failed: " + e.getMessage());
            }
            throw lost(e);
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }

    /** Starts what goes on until its input ends. */
    RunningCommand start(Steps steps) {
        refuseClosed();
        Door way = door;
        byte[] input = input(way, steps);
        try {
            RunningCommand running = connection.start(way.command(HostScripts.RUNNER.length));
            running.input().write(input);
            running.input().flush();
            return running;
        } catch (IOException e) {
            throw lost(e);
        } finally {
            Arrays.fill(input, (byte) 0);
        }
    }

    /** Why what was started has ended without an answer. */
    RuntimeException silent(String doing, RunningCommand running) {
        try {
            byte[] said = running.errors().readNBytes(MOST_ERRORS);
            if (!running.await(ENDS) || !connection.isOpen()) {
                return lost(new IOException("it has said nothing."));
            }
            String errors = new String(said, StandardCharsets.UTF_8);
            return failed(doing, errors.lines().toList(), running.exitStatus(), running.signal());
        } catch (IOException e) {
            return lost(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new OperationFailedException(doing + " failed: interrupted.");
        }
    }

    private byte[] input(Door way, Steps steps) {
        Steps first = Steps.looking();
        if (steps.isChanging()) {
            before.accept(first);
        }
        byte[] own = steps.bytes();
        steps.wipe();
        byte[] given = ByteBuffer.allocate(first.bytes().length + own.length)
                .put(first.bytes())
                .put(own)
                .array();
        Arrays.fill(own, (byte) 0);
        byte[] knock = way.knock(HostScripts.RUNNER.length);
        byte[] all = ByteBuffer.allocate(knock.length + HostScripts.RUNNER.length + given.length)
                .put(knock)
                .put(HostScripts.RUNNER)
                .put(given)
                .array();
        Arrays.fill(given, (byte) 0);
        return all;
    }

    /** What sudo says itself comes before anything of ours. */
    private boolean isShut(CommandResult result) {
        return entered
                && door != Door.ROOT
                && said(result).findFirst().orElse("").startsWith("sudo: ");
    }

    /** Without what sudo says of every command on a server that does not know its own name, and runs it all the same. */
    private static Stream<String> said(CommandResult result) {
        return result.errors().text().lines().filter(line -> !line.startsWith("sudo: unable to resolve host"));
    }

    private UnreachableException shut(String doing) {
        return new UnreachableException(doing + " failed: sudo does not let "
                + connection.target().user() + " become root on server " + server
                + " any more. What was under way before has happened.");
    }

    private static OperationFailedException failed(String doing, CommandResult result) {
        return failed(doing, said(result).toList(), result.exitStatus(), result.signal());
    }

    private static OperationFailedException failed(
            String doing, List<String> lines, Optional<Integer> status, Optional<String> ended) {
        List<String> said = Cleaned.lines(lines.stream()
                .map(line -> OF_THE_SHELL.matcher(line).replaceFirst("").stripTrailing())
                .toList());
        String why = said.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (why.isEmpty()) {
            why = ended.map(signal -> "ended by signal " + signal).orElse("status " + status.orElse(-1));
        }
        String full = FULL.matcher(why).find() ? " The server's disk is full: make room there, and run again." : "";
        return new OperationFailedException(
                doing + " failed: " + (why.endsWith(".") ? why.substring(0, why.length() - 1) : why) + "." + full,
                said.size() > 1 ? said : List.of());
    }

    private UnreachableException lost(Exception cause) {
        return new UnreachableException("The connection to server " + server + " ("
                + connection.target().name() + ") is lost: "
                + Cleaned.line(String.valueOf(cause.getMessage()))
                + " What was under way may or may not have happened; plan again to see.");
    }

    /**
     * Does nothing while the session is open.
     *
     * @throws UnreachableException if it has ended
     */
    public void refuseClosed() {
        if (closed) {
            throw new UnreachableException("The session on server " + server + " has ended.");
        }
    }

    @Override
    public void close() {
        closed = true;
        connection.close();
    }
}
