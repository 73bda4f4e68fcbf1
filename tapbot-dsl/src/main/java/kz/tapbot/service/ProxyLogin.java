package kz.tapbot.service;

import java.util.Optional;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.service.Login;

/**
 * A user name and password that the proxy asks for before anything reaches a service that has no login of its own (RFC 7617). Being a
 * type of its own, it cannot be forgotten where it is required.
 *
 * @param user the user name
 * @param password the password
 */
public record ProxyLogin(String user, Secret password) {

    /**
     * Checks the user name.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if it is not 1 to 64 letters, digits, dots, hyphens and underscores
     */
    public ProxyLogin {
        Login.byProxy(user, password.name());
    }

    /** That user with that password. */
    public static ProxyLogin of(String user, Secret password) {
        return new ProxyLogin(user, password);
    }

    Access access(Optional<AddressSetRef> first, AddressSetRef... more) {
        Access access = Access.proxyLogin(user, password);
        return first.map(access::onlyFrom).orElse(access).onlyFrom(more);
    }
}
