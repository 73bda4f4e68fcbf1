package kz.tapbot.runtime.memory;

import java.time.Duration;
import java.util.Optional;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.memory.internal.host.Host;
import kz.tapbot.runtime.memory.internal.machine.Machine;
import kz.tapbot.runtime.spi.UnreachableException;

/** Lets a login in or not, by what holds in effect on the server: firewall, bans, sshd, its key. */
final class Entrance {

    private static final Duration UNANSWERED = Duration.ofSeconds(10);
    private static final Duration REFUSED = Duration.ofSeconds(2);

    private final Machine machine;
    private boolean unreachable;
    private boolean refusing;
    private Optional<HostKeyFingerprint> hostKey = Optional.empty();

    Entrance(Machine machine) {
        this.machine = machine;
    }

    void unreachable(boolean now) {
        unreachable = now;
    }

    void refusing(boolean now) {
        refusing = now;
    }

    void hostKey(Optional<HostKeyFingerprint> key) {
        hostKey = key;
    }

    void admit(Server server, Optional<IpAddress> from) {
        Port port = Port.tcp(server.ssh().port());
        Optional<String> stopped = unreachable ? Optional.of("it does not answer") : stopped(port, from);
        if (stopped.isPresent()) {
            machine.pulse().pass(UNANSWERED);
            throw refused(server, "the connection timed out after " + UNANSWERED.toSeconds() + " s: " + stopped.get());
        }
        Optional<String> refusal = refusal(server, port);
        if (refusal.isPresent()) {
            machine.pulse().pass(REFUSED);
            throw refused(server, refusal.get());
        }
    }

    private Optional<String> stopped(Port port, Optional<IpAddress> from) {
        Host host = machine.host();
        if (from.isEmpty()) {
            return host.firewall().letsSomebody(port)
                    ? Optional.empty()
                    : Optional.of("the firewall lets nobody to " + port);
        }
        Optional<String> barred = host.barred().stops(from.get());
        if (barred.isPresent()) {
            return barred;
        }
        if (host.jails().bans(from.get(), machine.pulse().now())) {
            return Optional.of("fail2ban has shut out " + from.get());
        }
        return host.firewall().stops(port, from.get(), false);
    }

    private Optional<String> refusal(Server server, Port port) {
        if (machine.host().sshd().port() != port.number()) {
            return Optional.of("nobody listens on " + port);
        }
        if (hostKey.isPresent() && !server.ssh().hostKeys().contains(hostKey.get())) {
            return Optional.of("its host key " + hostKey.get()
                    + " is none of those that are trusted. If it was set up anew, check the "
                    + "fingerprint at its console and declare it; if not, somebody stands between");
        }
        if (refusing) {
            return Optional.of("it refused the login of " + server.ssh().user() + ": Permission denied (publickey)");
        }
        if (machine.host().barred().locks(server.ssh().user())) {
            return Optional.of("user " + server.ssh().user() + " is locked");
        }
        return machine.host().sshd().refuses(server.ssh().user());
    }

    private static UnreachableException refused(Server server, String why) {
        return new UnreachableException(
                "Server " + server.name() + " (" + server.host() + ") cannot be reached: " + why + ".");
    }
}
