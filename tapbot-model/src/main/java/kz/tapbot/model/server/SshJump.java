package kz.tapbot.model.server;

import java.util.SortedSet;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import org.immutables.value.Value;

/** A machine that is logged in to first, because a server is reached only from there. It need not be a declared server. */
@Value.Immutable
public interface SshJump {

    /** Its address. */
    HostAddress host();

    /** The port of its sshd. */
    @Value.Default
    default int port() {
        return SshAccess.USUAL_PORT;
    }

    /** The user Tapbot logs in as there. */
    @Value.Default
    default String user() {
        return SshAccess.USUAL_USER;
    }

    /** The fingerprints of its host keys that are trusted; without one no connection is made. */
    @Value.NaturalOrder
    SortedSet<HostKeyFingerprint> hostKeys();

    /** Checks port and user. */
    @Value.Check
    default void check() {
        Port.tcp(port());
        SshAccess.checkUser(user());
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableSshJump.Builder {
        Builder() {}
    }
}
