package kz.tapbot.runtime.internal.access;

import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Function;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshJump;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SshLogin;
import kz.tapbot.ssh.SshTarget;
import org.jspecify.annotations.Nullable;

/** Ways to servers. Only host keys that the topology names are trusted. */
public final class SshTargets {

    private SshTargets() {}

    /** As the topology declares the access to each server, with that key. */
    public static Function<Server, SshTarget> declared(SshLogin login) {
        return server -> to(
                server, server.ssh().user(), server.host().value(), server.ssh().port(), login);
    }

    /** A server at another address than it declares. */
    public static SshTarget to(Server server, String user, String host, int port, SshLogin login) {
        SshTarget target = SshTarget.of(user, host, trusted(server.ssh().hostKeys()), login)
                .port(port);
        return server.ssh().jump().map(jump -> target.via(to(jump, login))).orElse(target);
    }

    private static SshTarget to(SshJump jump, SshLogin login) {
        return SshTarget.of(jump.user(), jump.host().value(), trusted(jump.hostKeys()), login)
                .port(jump.port());
    }

    private static HostKeys trusted(Collection<HostKeyFingerprint> keys) {
        return HostKeys.trust(keys.stream().map(HostKeyFingerprint::value).toList());
    }

    /**
     * The key to log in with.
     *
     * @param query {@code key=/path} or {@code agent=/path}; without, it is the agent at {@code $SSH_AUTH_SOCK}, and that is all that is read from the
     *     environment
     * @throws IllegalArgumentException if it cannot be read, or no agent runs
     */
    public static SshLogin login(@Nullable String query) {
        if (query == null) {
            String agent = System.getenv("SSH_AUTH_SOCK");
            if (agent == null || agent.isEmpty()) {
                throw new IllegalArgumentException(
                        "no agent runs ($SSH_AUTH_SOCK is empty), so say which key logs in:"
                                + " --runtime ssh:key=/home/me/.ssh/id_ed25519, or docker:ssh?key=…, or agent=/path/to/agent.sock in its place");
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
