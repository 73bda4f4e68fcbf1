package kz.tapbot.model.service;

import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.model.value.Texts;

/**
 * How a route is kept from strangers.
 *
 * @param kind who asks
 * @param user the user name the proxy asks for
 * @param password the password the proxy asks for
 * @param because why nobody asks
 */
public record Login(LoginKind kind, Optional<String> user, Optional<SecretName> password, Optional<String> because) {

    /** Checks that what the kind needs is there and nothing else. */
    public Login {
        boolean proxy = kind == LoginKind.PROXY;
        boolean reason = because.isPresent() && !because.get().isBlank();
        if (user.isPresent() != proxy || password.isPresent() != proxy || reason != (kind == LoginKind.NOBODY)) {
            throw new InvalidValueException(
                    ModelCode.MISSING_PART,
                    "A login asked by the proxy needs a user and a secret; no login at all needs a reason.");
        }
        Texts.line("reason", because);
        user.ifPresent(name -> {
            if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
                throw new InvalidValueException(
                        ModelCode.BAD_TEXT,
                        "A login's user is 1 to 64 letters, digits, dots, hyphens and underscores, not "
                                + InvalidValueException.show(name) + ".");
            }
        });
    }

    /** The service asks. */
    public static Login own() {
        return new Login(LoginKind.OWN, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The proxy asks. */
    public static Login byProxy(String user, SecretName password) {
        return new Login(LoginKind.PROXY, Optional.of(user), Optional.of(password), Optional.empty());
    }

    /** Nobody asks, for a reason. */
    public static Login nobodyBecause(String reason) {
        return new Login(LoginKind.NOBODY, Optional.empty(), Optional.empty(), Optional.of(reason));
    }
}
