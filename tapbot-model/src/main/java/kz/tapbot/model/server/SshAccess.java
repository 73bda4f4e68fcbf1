package kz.tapbot.model.server;

import java.util.Optional;
import java.util.SortedSet;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.value.InvalidValueException;
import org.immutables.value.Value;

/** How a server is reached by SSH, and how its sshd is kept. */
@Value.Immutable
public interface SshAccess {

    /** The port of sshd unless said otherwise. */
    int USUAL_PORT = 22;

    /** The user to log in as unless said otherwise. */
    String USUAL_USER = "root";

    /** The port of sshd. */
    @Value.Default
    default int port() {
        return USUAL_PORT;
    }

    /** The user Tapbot logs in as. */
    @Value.Default
    default String user() {
        return USUAL_USER;
    }

    /** The fingerprints of the host keys that are trusted; several while one is replaced. */
    @Value.NaturalOrder
    SortedSet<HostKeyFingerprint> hostKeys();

    /** The machine that is logged in to first, where the server is reached only from there. */
    Optional<SshJump> jump();

    /** Whether sshd is made to refuse passwords for everybody. */
    @Value.Default
    default boolean keysOnly() {
        return true;
    }

    /** Checks port and user. */
    @Value.Check
    default void check() {
        Port.tcp(port());
        checkUser(user());
    }

    /**
     * Checks a user by the rule of Debian's adduser.
     *
     * @throws InvalidValueException if it is none
     */
    static void checkUser(String user) {
        if (!user.matches("[a-z_][a-z0-9_-]{0,31}")) {
            throw new InvalidValueException(
                    ModelCode.BAD_SYSTEM_NAME, "Not a user name: " + InvalidValueException.show(user) + ".");
        }
    }

    /** Port 22, root, keys only. */
    static SshAccess standard() {
        return builder().build();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds values of this type. */
    final class Builder extends ImmutableSshAccess.Builder {
        Builder() {}
    }
}
