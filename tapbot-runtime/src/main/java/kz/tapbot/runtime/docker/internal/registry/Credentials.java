package kz.tapbot.runtime.docker.internal.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.runtime.spi.Contents;

/**
 * A login with the password itself, for as long as a registry is asked.
 *
 * @param user the name
 * @param password the password; never shown
 */
public record Credentials(String user, String password) {

    /**
     * Those of a login.
     *
     * @throws kz.tapbot.runtime.spi.OperationFailedException if the secret has no usable value
     */
    public static Optional<Credentials> of(Optional<RegistryLogin> login, Contents contents) {
        return login.map(declared ->
                new Credentials(declared.user(), contents.value(EnvironmentValue.secret(declared.password()))));
    }

    /** As HTTP's basic authentication says it (RFC 7617). */
    String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "login of " + user;
    }
}
