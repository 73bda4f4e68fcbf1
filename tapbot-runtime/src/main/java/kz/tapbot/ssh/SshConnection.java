package kz.tapbot.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import org.jspecify.annotations.Nullable;

/**
 * A login on a server that carries commands and byte channels, many at once. Safe for many threads. It does not come back by itself: once
 * {@link #isOpen()} is false, open another.
 */
public final class SshConnection implements AutoCloseable {

    /** OpenSSH lets 10 sessions be open on a connection (MaxSessions) and frees their places late. */
    private static final int MOST_SESSIONS = 8;

    private final SshTarget target;
    private final SSHClient client;
    private final Deadlines deadlines;
    private final @Nullable SshConnection jump;
    private final Semaphore sessions = new Semaphore(MOST_SESSIONS, true);
    private volatile boolean closed;
    private volatile boolean lost;

    private SshConnection(SshTarget target, SSHClient client, Deadlines deadlines, @Nullable SshConnection jump) {
        this.target = target;
        this.client = client;
        this.deadlines = deadlines;
        this.jump = jump;
    }

    /**
     * Connects, checks the host key, and logs in.
     *
     * @throws HostKeyRefusedException if the host key is not trusted; nothing was sent then
     * @throws LoginRefusedException if the key cannot be used or is not accepted
     * @throws SshException if the server is not reached or does not answer in time
     */
    public static SshConnection open(SshTarget target) throws SshException {
        SshConnection jump = target.jump().isPresent() ? open(target.jump().get()) : null;
        Deadlines deadlines = new Deadlines("ssh " + target.name());
        SSHClient client = null;
        try {
            Identity identity = identity(target, deadlines);
            client = new Handshake(target, deadlines).connect(jump);
            logIn(client, target, identity, deadlines);
            return new SshConnection(target, client, deadlines, jump);
        } catch (SshException | RuntimeException e) {
            if (client != null) {
                cut(client);
            }
            deadlines.close();
            if (jump != null) {
                jump.close();
            }
            throw e;
        }
    }

    private static Identity identity(SshTarget target, Deadlines deadlines) throws LoginRefusedException {
        return target.login() instanceof SshLogin.Agent agent
                ? AgentIdentity.find(agent, target.limits().step(), deadlines)
                : FileIdentity.read((SshLogin.KeyFile) target.login());
    }

    private static void logIn(SSHClient client, SshTarget target, Identity identity, Deadlines deadlines)
            throws SshException {
        Duration limit = target.limits().login();
        client.getTransport().setTimeoutMs((int) limit.toMillis());
        String key = target.login() + " (" + HostKey.fingerprint(identity.blob()) + ")";
        try (Deadlines.Watch watch = deadlines.after(limit, () -> cut(client))) {
            try {
                client.auth(target.user(), new OneKey(identity));
            } catch (UserAuthException e) {
                if (e.getCause() instanceof UserAuthException inner
                        && inner.getCause() instanceof LoginRefusedException agent) {
                    throw agent;
                }
                if (!client.isConnected()
                        || watch.isExpired()
                        || !client.getTransport().isRunning()) {
                    throw new SshException("The login on " + target.name() + " did not end: " + Told.why(e) + ".", e);
                }
                throw refused(client, target, key);
            } catch (IOException | RuntimeException e) {
                throw new SshException(
                        "The login on " + target.name() + " did not end: "
                                + (watch.isExpired() ? "no answer in " + limit.toMillis() + " ms" : Told.why(e)) + ".",
                        e);
            }
        }
        client.getTransport().setTimeoutMs((int) target.limits().step().toMillis());
    }

    private static LoginRefusedException refused(SSHClient client, SshTarget target, String key) {
        String more = client.getUserAuth().hadPartialSuccess()
                ? " takes " + key + " but wants more than a key"
                : " does not take " + key;
        List<String> allowed = client.getUserAuth().getAllowedMethods().stream()
                .map(kz.tapbot.runtime.spi.Cleaned::line)
                .limit(10)
                .toList();
        return new LoginRefusedException(
                "Server " + target.name() + more + "; it lets in by " + String.join(", ", allowed)
                        + ". Is the public key in authorized_keys of user " + target.user() + "?",
                null);
    }

    /** Where it leads. */
    public SshTarget target() {
        return target;
    }

    /** Whether it can be used, as far as that is known. */
    public boolean isOpen() {
        return !closed && !lost && client.getTransport().isRunning() && client.isAuthenticated();
    }

    /**
     * Opens a channel to a Unix socket on the server (OpenSSH's {@code direct-streamlocal@openssh.com}).
     *
     * @throws SshException if the server refuses, for which OpenSSH gives no reason, or the connection is cut
     */
    public SshChannel openUnixSocket(String path) throws SshException {
        return open(
                "direct-streamlocal@openssh.com",
                path,
                packet -> packet.putString(path).putString("").putUInt32(0));
    }

    /**
     * Opens a channel to a TCP port as the server sees it.
     *
     * @throws SshException if the server refuses or the connection is cut
     */
    public SshChannel openTcp(String host, int port) throws SshException {
        SshTarget.checkHost(host);
        SshTarget.checkPort(port);
        return open(
                "direct-tcpip",
                SshTarget.at(host, port),
                packet -> packet.putString(host)
                        .putUInt32(port)
                        .putString("127.0.0.1")
                        .putUInt32(0));
    }

    private WireChannel open(String type, String to, Consumer<SSHPacket> destination) throws SshException {
        WireChannel channel =
                new WireChannel(client.getConnection(), type, destination, deadlines, this::lose, () -> {});
        try {
            channel.open(target.limits().step());
            return channel;
        } catch (SSHException | RuntimeException e) {
            channel.close();
            lostBy(e);
            throw new SshException("No channel to " + to + " on " + target.name() + ": " + whyNotOpened(e) + ".", e);
        }
    }

    /** Sshj tells the channels of a loss before it says of itself that it has ended. */
    void lose() {
        lost = true;
    }

    private void lostBy(Exception e) {
        if (e instanceof TransportException) {
            lose();
        }
    }

    private static String whyNotOpened(Exception e) {
        return e instanceof OpenFailException refused
                ? "the server refuses (" + refused.getReason().name().toLowerCase(java.util.Locale.ROOT) + ")"
                : Told.why(e);
    }

    /**
     * Starts a command. What it is given is a list of arguments, never a text for a shell.
     *
     * @throws SshException if it cannot be started or the connection is cut
     */
    public RunningCommand start(List<String> arguments) throws SshException {
        String line = RunningCommand.line(arguments);
        WireChannel channel = session();
        try {
            channel.exec(line, target.limits().step());
            return RunningCommand.started(this, channel);
        } catch (SSHException | RuntimeException e) {
            channel.close();
            lostBy(e);
            throw new SshException("A command could not be started on " + target.name() + ": " + Told.why(e) + ".", e);
        } catch (SshException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Starts a command whose bytes both ways are all that matters, such as one that relays a socket. Nobody reads what it says on standard error.
     *
     * @throws SshException if it cannot be started or the connection is cut
     */
    public SshChannel openCommand(List<String> arguments) throws SshException {
        WireChannel channel = session().ignoringErrors();
        try {
            channel.exec("exec " + ShellWords.quote(arguments), target.limits().step());
            return channel;
        } catch (SSHException | RuntimeException e) {
            channel.close();
            lostBy(e);
            throw new SshException("A command could not be started on " + target.name() + ": " + Told.why(e) + ".", e);
        }
    }

    /**
     * Runs a command to its end.
     *
     * @throws SshException if it cannot be started, does not end in time (it is killed then), or the connection is cut
     */
    public CommandResult run(CommandCall call) throws SshException {
        return CommandRun.run(this, call);
    }

    /** The server frees the place of a session later than it says that the session has ended, so a refusal is tried again. */
    private WireChannel session() throws SshException {
        long end = System.nanoTime() + target.limits().step().toNanos();
        try {
            if (!sessions.tryAcquire(target.limits().step().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SshException("No free session on " + target.name() + " in "
                        + target.limits().step().toMillis() + " ms: " + MOST_SESSIONS + " commands are running.");
            }
            for (long pause = 5; ; pause = Math.min(pause * 2, 500)) {
                WireChannel channel = new WireChannel(
                        client.getConnection(), "session", packet -> {}, deadlines, this::lose, sessions::release);
                try {
                    channel.open(target.limits().step());
                    return channel;
                } catch (OpenFailException e) {
                    // The place was given back with the failure.
                    if (System.nanoTime() > end) {
                        throw new SshException("No session on " + target.name() + ": " + whyNotOpened(e) + ".", e);
                    }
                    Thread.sleep(pause);
                    sessions.acquire();
                } catch (SSHException e) {
                    channel.close();
                    lostBy(e);
                    throw new SshException("No session on " + target.name() + ": " + Told.why(e) + ".", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SshException("Interrupted while waiting for a session on " + target.name() + ".", e);
        }
    }

    /** Whether a command started now would not wait for others to end. */
    public boolean hasFreeSession() {
        return sessions.availablePermits() > 0;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    /** Ends everything on it. Waits for nobody. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            cut(client);
            deadlines.close();
            if (jump != null) {
                jump.close();
            }
        }
    }

    /** Politely if the network takes it at once. */
    private static void cut(SSHClient client) {
        try (Deadlines rude = new Deadlines("ssh close")) {
            rude.after(Duration.ofMillis(500), () -> {
                if (client.getSocket() != null) {
                    Quiet.close(client.getSocket());
                }
            });
            Quiet.close(client);
        }
    }

    @Override
    public String toString() {
        return "SSH connection to " + target.name();
    }
}
