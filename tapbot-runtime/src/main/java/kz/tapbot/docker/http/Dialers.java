package kz.tapbot.docker.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/** The ways to an engine that need nothing but the JDK. */
public final class Dialers {

    private Dialers() {}

    /** The engine behind a Unix socket on this machine, such as {@code /run/docker.sock}. */
    public static Dialer unix(Path socket) {
        return new UnixDialer(socket);
    }

    /**
     * The engine behind a TCP port, in the clear and open to everybody who reaches it: for loopback and tests.
     *
     * @throws IllegalArgumentException if the port is none
     */
    public static Dialer tcp(String host, int port) {
        return new TcpDialer(host, port);
    }

    /**
     * The engine behind a TCP port with TLS 1.3, which every engine from 20.10 on speaks; before 1.3 one side cannot be ended
     * alone. The engine's certificate has to name the host.
     *
     * @param context whom to trust and which key to show, see {@link ClientTls}
     * @throws IllegalArgumentException if the port is none
     */
    public static Dialer tls(String host, int port, SSLContext context) {
        return new TlsDialer(host, port, Objects.requireNonNull(context, "context"));
    }

    /**
     * The engine at {@code unix:///path} or {@code tcp://host:port}, the latter in the clear.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Dialer at(URI engine) {
        if ("unix".equals(engine.getScheme()) && engine.getHost() == null && engine.getPath() != null) {
            return unix(Path.of(engine.getPath()));
        }
        if ("tcp".equals(engine.getScheme()) && engine.getHost() != null && engine.getPort() > 0) {
            return tcp(engine.getHost(), engine.getPort());
        }
        throw new IllegalArgumentException("engine " + engine + " is neither unix:///path nor tcp://host:port");
    }
}
