package kz.tapbot.runtime.docker;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.ssh.SshDialer;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.internal.access.SshTargets;
import kz.tapbot.ssh.SshLogin;
import kz.tapbot.ssh.SshTarget;

/** Engines of servers behind SSH. A login is made for each session, and only host keys that the topology names are trusted. */
final class SshEngines {

    private SshEngines() {}

    /** As the topology declares the access to each server; {@code where} is {@code ssh}, with a query that may name the key. */
    static Function<Server, Dialer> declared(String where) {
        SshLogin login = SshTargets.login(where.length() > 4 ? where.substring(4) : null);
        return server -> SshDialer.to(SshTargets.declared(login).apply(server));
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
        String bare = Engines.bare(host);
        SshLogin login = SshTargets.login(uri.getQuery());
        return server -> {
            SshTarget target = SshTargets.to(
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
}
