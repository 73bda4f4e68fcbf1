package kz.tapbot.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.SocketFactory;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.Factory;
import org.jspecify.annotations.Nullable;

/** From nothing to a connection whose host key is trusted and that nobody has logged in to yet. */
final class Handshake {

    private final SshTarget target;
    private final Deadlines deadlines;
    private final List<HostKey> offered = new ArrayList<>();

    Handshake(SshTarget target, Deadlines deadlines) {
        this.target = target;
        this.deadlines = deadlines;
    }

    /**
     * Connects, by another type of key again if the first that the server shows is not trusted: whoever pinned the RSA key of a server must not be
     * turned away because an Ed25519 key is preferred.
     *
     * @param over the connection of the jump host, if there is one
     */
    SSHClient connect(@Nullable SshConnection over) throws SshException {
        List<Factory.Named<KeyAlgorithm>> types = pinnedTypes();
        while (!types.isEmpty()) {
            PinnedVerifier verifier = new PinnedVerifier(target.hostKeys());
            try {
                return attempt(new QuietConfig(types), verifier, over);
            } catch (IOException | RuntimeException e) {
                HostKey refused = verifier.refused();
                if (refused == null) {
                    if (!offered.isEmpty()) {
                        break;
                    }
                    throw failed(e);
                }
                offered.add(refused);
                types = types.stream().filter(type -> !isOf(type, refused)).toList();
            }
        }
        throw refused();
    }

    private List<Factory.Named<KeyAlgorithm>> pinnedTypes() {
        List<Factory.Named<KeyAlgorithm>> all = QuietConfig.trustedTypes();
        boolean anyType =
                target.hostKeys().trusted().stream().anyMatch(key -> key.type().isEmpty());
        return anyType
                ? all
                : all.stream()
                        .filter(type -> target.hostKeys().trusted().stream().anyMatch(key -> isOf(type, key)))
                        .toList();
    }

    private static boolean isOf(Factory.Named<KeyAlgorithm> type, HostKey key) {
        String name = type.getName().startsWith("rsa-sha2-") ? "ssh-rsa" : type.getName();
        return key.type().map(name::equals).orElse(false);
    }

    private SSHClient attempt(Config config, PinnedVerifier verifier, @Nullable SshConnection over) throws IOException {
        SSHClient client = new SSHClient(config);
        client.addHostKeyVerifier(verifier);
        KeepAliveRunner keepAlive = (KeepAliveRunner) client.getConnection().getKeepAlive();
        // Before connect(): its thread is started there or never.
        keepAlive.setKeepAliveInterval((int) target.limits().keepAlive().toSeconds());
        keepAlive.setMaxAliveCount(target.limits().unanswered());
        dial(client, target.host(), target.port(), target.limits(), deadlines, over);
        return client;
    }

    /** Connects within the limit, or closes the socket. */
    static void dial(
            SSHClient client,
            String host,
            int port,
            SshLimits limits,
            Deadlines deadlines,
            @Nullable SshConnection over)
            throws IOException {
        Duration limit = limits.connect();
        Socket socket = over == null ? new GuardedSocket(limits.write()) : new ChannelSocket(over.openTcp(host, port));
        client.setSocketFactory(new Ready(socket));
        client.setConnectTimeout((int) limit.toMillis());
        client.getTransport().setTimeoutMs((int) limit.toMillis());
        if (socket instanceof GuardedSocket guarded) {
            deadlines.every(Duration.ofSeconds(1), guarded::look);
        }
        Deadlines.Watch watch = deadlines.after(limit, () -> Quiet.close(socket));
        try (watch) {
            client.connect(host, port);
        } catch (IOException | RuntimeException e) {
            Quiet.close(socket);
            Quiet.close(client);
            if (watch.isExpired()) {
                throw new java.net.SocketTimeoutException("no answer in " + limit.toMillis() + " ms");
            }
            throw e;
        }
    }

    private SshException failed(Exception e) {
        String why = Told.why(e);
        return new SshException("No SSH connection to " + target.name() + ": " + why + ".", e);
    }

    private HostKeyRefusedException refused() {
        String at = SshTarget.at(target.host(), target.port());
        if (offered.isEmpty()) {
            return new HostKeyRefusedException(
                    "No host key of " + at
                            + " is trusted, so nothing was sent to it. Show the keys it offers with \"enrol\", compare them at the"
                            + " provider's console with ssh-keygen -lf, and pin them.",
                    offered);
        }
        boolean revoked = offered.stream().anyMatch(target.hostKeys().revoked()::contains);
        return new HostKeyRefusedException(
                "The host key of " + at + (revoked ? " is revoked" : " is not one that is trusted") + ". Offered: "
                        + listed(offered)
                        + ". Trusted: " + listed(target.hostKeys().trusted())
                        + ". Stopped before the login: no user, key or command was sent. Either the server has new keys, or this is another"
                        + " machine. Compare at the provider's console with ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub before you pin it.",
                offered);
    }

    private static String listed(java.util.Collection<HostKey> keys) {
        return keys.isEmpty()
                ? "none"
                : keys.stream().map(HostKey::toString).sorted().collect(Collectors.joining(", "));
    }

    private static final class Ready extends SocketFactory {

        private final Socket socket;

        Ready(Socket socket) {
            this.socket = socket;
        }

        @Override
        public Socket createSocket() {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, java.net.InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(
                java.net.InetAddress address, int port, java.net.InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
