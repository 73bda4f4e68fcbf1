package kz.tapbot.runtime.host;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import kz.tapbot.docker.http.EngineConnectionException;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.runtime.compose.result.Imported;
import kz.tapbot.runtime.docker.internal.survey.EngineText;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.host.internal.link.Door;
import kz.tapbot.runtime.host.internal.link.HostLink;
import kz.tapbot.runtime.host.internal.link.Steps;
import kz.tapbot.runtime.host.internal.look.EngineReading;
import kz.tapbot.runtime.host.internal.survey.Surroundings;
import kz.tapbot.runtime.host.internal.survey.SurveyReading;
import kz.tapbot.runtime.internal.access.SshTargets;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.UnreachableException;
import kz.tapbot.ssh.SshConnection;
import kz.tapbot.ssh.SshException;
import kz.tapbot.ssh.SshTarget;

/**
 * Reads a whole server that somebody has set up by hand: its firewall, people, sshd and upkeep, and the containers on its engine, into a topology that can be judged, and Java
 * source that declares it. Nothing on the server is changed, and no password or key of it is in what is returned.
 */
public final class ServerImport {

    private ServerImport() {}

    /**
     * Reads a server of Debian or Ubuntu.
     *
     * @param login its address: {@code ssh://root@203.0.113.10:22?key=/path}, or with {@code ?agent=/path}; without, the agent at {@code $SSH_AUTH_SOCK} logs in. Whoever is not
     *     root has to be let become it by sudo without a password.
     * @param server what it is to be called
     * @param address where it is reached, if that is another address than that of the login
     * @param hostKeys the fingerprints of its SSH host keys that are trusted
     * @throws IllegalArgumentException if the address cannot be read
     * @throws UnreachableException if it cannot be reached, or lets nobody become root
     * @throws OperationFailedException if it does not answer as such a server does
     */
    public static Imported of(
            String login, ServerName server, Optional<HostAddress> address, Collection<HostKeyFingerprint> hostKeys) {
        URI uri = URI.create(login);
        String host = uri.getHost();
        String user = Optional.ofNullable(uri.getUserInfo()).orElse(SshAccess.USUAL_USER);
        boolean path = uri.getPath() != null
                && !uri.getPath().isEmpty()
                && !uri.getPath().equals("/");
        if (!"ssh".equals(uri.getScheme()) || host == null || path || uri.getFragment() != null || user.contains(":")) {
            throw new IllegalArgumentException("a server is ssh://user@host:port, with ?key=/path");
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        Server declared = Server.builder()
                .name(server)
                .host(address.orElseGet(() -> HostAddress.of(bare)))
                .ssh(SshAccess.builder()
                        .user(user)
                        .port(uri.getPort() < 0 ? SshAccess.USUAL_PORT : uri.getPort())
                        .addAllHostKeys(hostKeys)
                        .build())
                .build();
        return of(
                declared, SshTargets.to(declared, user, bare, declared.ssh().port(), SshTargets.login(uri.getQuery())));
    }

    /**
     * Reads a server that is logged in to so.
     *
     * @param declared what it is called, where it is reached and how it is logged in to; nothing else of it counts
     * @param target the login
     * @throws UnreachableException if it cannot be reached, or lets nobody become root
     * @throws OperationFailedException if it does not answer as such a server does
     */
    public static Imported of(Server declared, SshTarget target) {
        Server plain = Server.builder()
                .name(declared.name())
                .host(declared.host())
                .ssh(declared.ssh())
                .build();
        try (HostLink link = new HostLink(
                plain.name(), SshConnection.open(target), target.user().equals("root") ? Door.ROOT : Door.ENTER)) {
            enter(link, plain);
            Parts parts = Parts.read(link.perform(
                    "Looking at the server", Steps.looking().of("look", "").of("survey")));
            Optional<byte[]> engine =
                    EngineReading.runs(parts.at("engine")) ? Optional.of(engine(link, plain)) : Optional.empty();
            try {
                return Surroundings.of(plain, engine, new SurveyReading(parts).read());
            } finally {
                engine.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
            }
        } catch (SshException e) {
            throw new UnreachableException("Server " + plain.name() + " cannot be reached: " + e.getMessage());
        }
    }

    /** As root, by whichever way leads there. */
    private static void enter(HostLink link, Server server) {
        try {
            link.perform("Doing nothing", Steps.looking().of("hello"));
        } catch (OperationFailedException closed) {
            if (link.door() != Door.ENTER) {
                throw closed;
            }
            link.through(Door.ANYTHING);
            try {
                link.perform("Doing nothing", Steps.looking().of("hello"));
            } catch (OperationFailedException e) {
                throw new UnreachableException("Server " + server.name() + " lets us in as "
                        + server.ssh().user() + ", who may not become root there without a password ("
                        + e.getMessage() + "). Most of what is to be read only root may read: log in as root.");
            }
        }
    }

    private static byte[] engine(HostLink link, Server server) {
        try {
            return EngineText.read(Inhabitant.dialer(link), server.name());
        } catch (EngineConnectionException e) {
            throw new OperationFailedException(
                    "The container engine of server " + server.name() + " does not answer: " + e.getMessage());
        }
    }
}
