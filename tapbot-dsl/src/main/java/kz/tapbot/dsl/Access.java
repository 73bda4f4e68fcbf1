package kz.tapbot.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.LoginKind;

/**
 * How strangers are kept from a web page: by a login, by an address list, or, for a reason, not at all.
 *
 * @param kind who asks a visitor to log in
 * @param user the user name the proxy asks for
 * @param password the password the proxy asks for
 * @param because why nobody asks
 * @param onlyFrom who may reach it at all; everybody if empty
 */
public record Access(
        LoginKind kind,
        Optional<String> user,
        Optional<Secret> password,
        Optional<String> because,
        List<AddressSetRef> onlyFrom) {

    /**
     * Checks that what the kind needs is there and nothing else.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if not
     */
    public Access {
        onlyFrom = List.copyOf(onlyFrom);
        new Login(kind, user, password.map(Secret::name), because);
    }

    /** The service itself asks, from the first second. */
    public static Access ownLogin() {
        return new Access(LoginKind.OWN, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The proxy asks before anything reaches the service. */
    public static Access proxyLogin(String user, Secret password) {
        return new Access(LoginKind.PROXY, Optional.of(user), Optional.of(password), Optional.empty(), List.of());
    }

    /** Nobody asks: it is meant for everybody, for the stated reason. */
    public static Access everybodyBecause(String reason) {
        return new Access(LoginKind.NOBODY, Optional.empty(), Optional.empty(), Optional.of(reason), List.of());
    }

    /** The same, and only for those addresses. */
    public Access onlyFrom(AddressSetRef... addresses) {
        List<AddressSetRef> all = new ArrayList<>(onlyFrom);
        all.addAll(List.of(addresses));
        return new Access(kind, user, password, because, all);
    }
}
