package kz.tapbot.docker.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.Duplex;
import kz.tapbot.ssh.SshChannel;
import kz.tapbot.ssh.SshConnection;
import kz.tapbot.ssh.SshException;
import kz.tapbot.ssh.SshLimits;
import kz.tapbot.ssh.SshTarget;
import org.jspecify.annotations.Nullable;

/**
 * Opens channels to an engine on a server that is logged in to by SSH. It logs in when the first channel is opened, and again when one is opened after the
 * connection was lost; to open a channel does nothing on the engine, so that is always safe.
 *
 * <pre>{@code
 * try (SshDialer dialer = SshDialer.to(target);
 *         DockerClient docker = DockerClients.connect(dialer)) {
 *     docker.listContainersCmd().exec();
 * }
 * }</pre>
 *
 * <p>Whoever makes it closes it, after the clients that use it.
 */
public final class SshDialer implements Dialer, Closeable {

    /** Where Debian's and Docker's packages put the engine's socket. */
    static final String USUAL_SOCKET = "/var/run/docker.sock";

    private final SshTarget target;
    private final String socket;
    private final Object turn = new Object();
    private final List<SshConnection> connections = new ArrayList<>();
    private volatile @Nullable EngineWay way;
    private volatile boolean closed;
    private @Nullable SshConnection lent;

    private SshDialer(SshTarget target, String socket) {
        this.target = target;
        this.socket = socket;
    }

    /** The engine at {@code /var/run/docker.sock}, over a login that is there already. It stays open when this is closed; when it is lost, another is made. */
    public static SshDialer over(SshConnection connection) {
        SshDialer dialer = new SshDialer(connection.target(), USUAL_SOCKET);
        dialer.lent = connection;
        dialer.connections.add(connection);
        return dialer;
    }

    /** The same by a way that is known to lead there, so that no other is tried. */
    public static SshDialer over(SshConnection connection, EngineWay way) {
        SshDialer dialer = over(connection);
        dialer.way = way;
        return dialer;
    }

    /** The engine at {@code /var/run/docker.sock}. */
    public static SshDialer to(SshTarget target) {
        return to(target, USUAL_SOCKET);
    }

    /**
     * The engine at that socket.
     *
     * @throws IllegalArgumentException if it is no absolute path, or not one line
     */
    public static SshDialer to(SshTarget target, String socket) {
        if (!socket.matches("/[^\\p{Cntrl}]{0,4095}")) {
            throw new IllegalArgumentException("not the absolute path of a socket");
        }
        return new SshDialer(target, socket);
    }

    /**
     * Opens a channel, after a login if there is none.
     *
     * @param limit how long connecting, the login, and opening may take each, if the limits of the target are not shorter; zero means those alone
     * @throws kz.tapbot.ssh.HostKeyRefusedException if the host key is not trusted
     * @throws kz.tapbot.ssh.LoginRefusedException if the key is not accepted
     * @throws IOException if the server cannot be reached, or leads to no engine
     */
    @Override
    public Duplex open(Duration limit) throws IOException {
        EngineWay known = way;
        if (known == EngineWay.SOCKET) {
            return new ChannelDuplex(openSocket(limit));
        }
        synchronized (turn) {
            return new ChannelDuplex(known == null ? find(connection(limit)) : open(withFreeSession(limit), known));
        }
    }

    /** That a connection is lost may be seen only when it is used. */
    private SshChannel openSocket(Duration limit) throws IOException {
        SshConnection over = connection(limit);
        try {
            return over.openUnixSocket(socket);
        } catch (SshException e) {
            if (over.isOpen()) {
                throw e;
            }
            return connection(limit).openUnixSocket(socket);
        }
    }

    private SshConnection connection(Duration limit) throws IOException {
        synchronized (turn) {
            if (closed) {
                throw new IOException("the dialer is closed");
            }
            connections.removeIf(connection -> {
                boolean lost = !connection.isOpen();
                if (lost && connection != lent) {
                    connection.close();
                }
                return lost;
            });
            return connections.isEmpty() ? logIn(limit) : connections.get(0);
        }
    }

    private SshConnection logIn(Duration limit) throws SshException {
        SshConnection fresh = SshConnection.open(target.limits(within(target.limits(), limit)));
        connections.add(fresh);
        return fresh;
    }

    /** A relay is a session for as long as its connection is kept, and a login has few: more relays need more logins. */
    private SshConnection withFreeSession(Duration limit) throws IOException {
        connection(limit);
        for (SshConnection connection : connections) {
            if (connection.hasFreeSession()) {
                return connection;
            }
        }
        return logIn(limit);
    }

    private static SshLimits within(SshLimits limits, Duration limit) {
        return limit.isZero()
                ? limits
                : new SshLimits(
                        shorter(limits.connect(), limit),
                        shorter(limits.login(), limit),
                        shorter(limits.step(), limit),
                        limits.write(),
                        limits.keepAlive(),
                        limits.unanswered());
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private SshChannel open(SshConnection over, EngineWay known) throws IOException {
        if (known == EngineWay.SOCKET) {
            return over.openUnixSocket(socket);
        }
        SshChannel channel = over.openCommand(known.command(socket));
        if (known.knock().length > 0) {
            try {
                channel.out().write(known.knock());
                channel.out().flush();
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }
        return channel;
    }

    /** A relay says only when it is used that it leads nowhere, so it is asked something first. */
    private SshChannel find(SshConnection over) throws IOException {
        StringBuilder refusals = new StringBuilder();
        for (EngineWay each : EngineWay.values()) {
            if (!each.leadsTo(socket)) {
                continue;
            }
            try {
                String why = each == EngineWay.SOCKET ? "" : Relay.whyNot(over, each.command(socket), each.knock());
                if (why.isEmpty()) {
                    SshChannel channel = open(over, each);
                    way = each;
                    return channel;
                }
                refusals.append("; ").append(each).append(": ").append(why);
            } catch (SshException e) {
                if (!over.isOpen()) {
                    throw e;
                }
                // OpenSSH gives no reason.
                refusals.append("; ")
                        .append(each)
                        .append(": refused (it is not there, or the user may not use it, or sshd forwards none)");
            }
        }
        throw new IOException("No way to the engine at " + name() + ": " + refusals.substring(2));
    }

    /** How the engine is reached, once it has been. */
    public Optional<EngineWay> way() {
        return Optional.ofNullable(way);
    }

    /** {@code ssh://user@host:port/path/to.sock}. */
    @Override
    public String name() {
        return "ssh://" + target.name() + socket;
    }

    /** Ends the login and all channels. */
    @Override
    public void close() {
        synchronized (turn) {
            closed = true;
            connections.stream().filter(connection -> connection != lent).forEach(SshConnection::close);
        }
    }

    @Override
    public String toString() {
        return name();
    }

    private record ChannelDuplex(SshChannel channel) implements Duplex {

        @Override
        public InputStream in() {
            return channel.in();
        }

        @Override
        public OutputStream out() {
            return channel.out();
        }

        @Override
        public void closeOutput() throws IOException {
            channel.closeOutput();
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            channel.close();
        }
    }
}
