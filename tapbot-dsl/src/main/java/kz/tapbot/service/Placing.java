package kz.tapbot.service;

import kz.tapbot.dsl.NetworkRef;

/**
 * A service whose version is known and whose networks are not yet. It cannot be run before it has one, so that a service nobody can
 * reach does not compile.
 *
 * @param <S> the service, once it has a network
 */
@FunctionalInterface
public interface Placing<S> {

    /**
     * Puts the service on networks. Clients are told to reach it over the first.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if the version before it cannot be used
     */
    S on(NetworkRef first, NetworkRef... more);
}
