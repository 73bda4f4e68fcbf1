package kz.tapbot.runtime.docker;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.ssh.SshDialer;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SshLogin;
import kz.tapbot.ssh.SshTarget;
import org.jspecify.annotations.Nullable;

/** Engines of servers behind SSH. A login is made for each session, and only host keys that the topology names are trusted. */
final class SshEngines {

    private SshEngines() {}

    /** As the topology declares the access to each server; {@code where} is {@code ssh}, with a query that may name the key. */
    static Function<Server, Dialer> declared(String where) {
        SshLogin login = login(where.length() > 4 ? where.substring(4) : null);
        return server -> {
            SshAccess access = server.ssh();
            return SshDialer.to(target(server, access.user(), server.host().value(), access.port(), login));
        };
    }

    /**
     * At {@code ssh://user@host:port/path/to.sock?key=/path}; what is not said is as the topology declares it.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    static Function<Server, Dialer> at(URI uri) {
        String host = uri.getHost();
        String path = uri.getPath();
        if (host == null
                || uri.getFragment() != null
                || uri.getUserInfo() != null && uri.getUserInfo().contains(":")) {
            throw new IllegalArgumentException(
                    "engine " + uri.getScheme() + "://… is not ssh://user@host:port/path/to.sock");
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        SshLogin login = login(uri.getQuery());
        return server -> {
            SshTarget target = target(
                    server,
                    Optional.ofNullable(uri.getUserInfo()).orElse(server.ssh().user()),
                    bare,
                    uri.getPort() < 0 ? server.ssh().port() : uri.getPort(),
                    login);
            return path == null || path.isEmpty() || path.equals("/")
                    ? SshDialer.to(target)
                    : SshDialer.to(target, path);
        };
    }

    private static SshTarget target(Server server, String user, String host, int port, SshLogin login) {
        HostKeys keys = HostKeys.trust(
                server.ssh().hostKeys().stream().map(HostKeyFingerprint::value).toList());
        return SshTarget.of(user, host, keys, login).port(port);
    }

    private static SshLogin login(@Nullable String query) {
        if (query == null) {
            String agent = System.getenv("SSH_AUTH_SOCK");
            if (agent == null || agent.isEmpty()) {
                throw new IllegalArgumentException("no agent runs ($SSH_AUTH_SOCK is empty), so say which key logs in:"
                        + " ?key=/home/me/.ssh/id_ed25519 or ?agent=/path/to/agent.sock");
            }
            return SshLogin.agent(Path.of(agent));
        }
        if (query.startsWith("key=/")) {
            return SshLogin.keyFile(Path.of(query.substring(4)));
        }
        if (query.startsWith("agent=/")) {
            return SshLogin.agent(Path.of(query.substring(6)));
        }
        throw new IllegalArgumentException("after the ? comes key=/path or agent=/path");
    }
}
