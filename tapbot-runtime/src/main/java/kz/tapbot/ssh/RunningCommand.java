package kz.tapbot.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A command that runs. Both of its outputs have to be read, or it comes to wait for its reader. */
public final class RunningCommand implements AutoCloseable {

    private static final int MOST_OF_A_NUMBER = 10;

    /**
     * Ends a process group. Whether anything of it is left is read from proc(5), where a process that has ended and that nobody has asked for is state
     * Z: kill(2) takes it for one that lives.
     */
    private static final String KILL = """
            lives() {
              for f in /proc/[0-9]*/stat; do
                read -r line <"$f" || continue
                set -- "$1" ${line##*) }
                [ "$4" = "$1" ] && [ "$2" != Z ] && [ "$2" != X ] && return 0
              done 2>/dev/null
              return 1
            }
            kill -s TERM -- "-$1" 2>/dev/null
            n=0
            while lives "$1"; do
              n=$((n+1))
              [ $n -lt 20 ] || kill -s KILL -- "-$1" 2>/dev/null
              [ $n -lt 40 ] || exit 1
              sleep 0.1
            done
            """;

    private final SshConnection connection;
    private final WireChannel channel;
    private final long process;

    private RunningCommand(SshConnection connection, WireChannel channel, long process) {
        this.connection = connection;
        this.channel = channel;
        this.process = process;
    }

    /**
     * Tells its process number on a first line, then becomes the command. Without a terminal sshd makes the process the first of a group of its own,
     * and by its number the group can be ended later: closing the channel does not end it, and sshd passes no signal on for root.
     */
    static String line(List<String> arguments) {
        return "exec /bin/sh -c 'echo $$; exec \"$@\"' sh " + ShellWords.quote(arguments);
    }

    static RunningCommand started(SshConnection connection, WireChannel channel) throws SshException {
        SshTarget target = connection.target();
        try (Deadlines.Watch watch =
                connection.deadlines().after(target.limits().step(), channel::close)) {
            try {
                return new RunningCommand(connection, channel, number(channel.in(), target));
            } catch (UncheckedIOException e) {
                String why = watch.isExpired() ? "no answer in time" : Told.why(e);
                throw new SshException("A command could not be started on " + target.name() + ": " + why + ".", e);
            }
        }
    }

    private static long number(InputStream in, SshTarget target) throws SshException {
        StringBuilder number = new StringBuilder();
        for (int octet = read(in); octet != '\n'; octet = read(in)) {
            if (octet < '0' || octet > '9' || number.length() == MOST_OF_A_NUMBER) {
                throw new SshException(
                        "The shell of " + target.name()
                                + " does not run commands: is the login shell of that user one, and is it silent without a terminal?");
            }
            number.append((char) octet);
        }
        return Long.parseLong("0" + number);
    }

    private static int read(InputStream in) {
        try {
            return in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it writes to standard output. */
    public InputStream output() {
        return channel.in();
    }

    /** What it writes to standard error. */
    public InputStream errors() {
        return channel.err();
    }

    /** What it reads. Close it to end its input. */
    public OutputStream input() {
        return new Input(channel);
    }

    /** Its number on the server, which is that of its process group. */
    public long process() {
        return process;
    }

    /**
     * Waits for its end.
     *
     * @return whether it has ended in that time
     * @throws InterruptedException if the thread was interrupted
     */
    public boolean await(Duration limit) throws InterruptedException {
        return channel.awaitEnd(limit);
    }

    /** Its exit status, once it has ended by itself. */
    public Optional<Integer> exitStatus() {
        return channel.exitStatus();
    }

    /** The signal that ended it, once one has. */
    public Optional<String> signal() {
        return channel.exitSignal();
    }

    /**
     * Ends it and everything it has started in its process group: asks, and after 2 s does not ask any more. What runs as another user stays, which
     * is said.
     *
     * @return whether nothing of it is left
     * @throws SshException if that cannot be found out
     */
    public boolean kill() throws SshException {
        return connection
                .run(CommandCall.of("/bin/sh", "-c", KILL, "sh", Long.toString(process))
                        .limit(Duration.ofSeconds(15)))
                .isGood();
    }

    /** Gives the channel up. The command is not ended by that; see {@link #kill()}. */
    @Override
    public void close() {
        channel.close();
    }

    private static final class Input extends java.io.FilterOutputStream {

        private final WireChannel channel;

        Input(WireChannel channel) {
            super(channel.out());
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            channel.closeOutput();
        }
    }
}
