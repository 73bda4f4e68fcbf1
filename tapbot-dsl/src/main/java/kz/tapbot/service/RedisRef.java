package kz.tapbot.service;

import java.util.Optional;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServiceRef;
import kz.tapbot.model.net.Port;

/**
 * A declared Redis server, with all that a client of it needs.
 *
 * @param container the container that it is
 * @param network the network over which clients reach it
 * @param password the password it asks for
 * @param stored its keys as a backup saves them; nothing if it is only a cache
 */
public record RedisRef(ContainerRef container, NetworkRef network, Secret password, Optional<DataRef> stored)
        implements ServiceRef {

    /** The host name by which clients on the network reach it. */
    public String host() {
        return id().service().value();
    }

    /** The port it listens on. */
    public Port port() {
        return Port.tcp(Redis.PORT);
    }

    /**
     * Its keys, for a backup.
     *
     * @throws IllegalStateException if it is only a cache
     */
    public DataRef keys() {
        return stored.orElseThrow(() -> new IllegalStateException(
                "This Redis is declared cacheOnly() and keeps nothing. Leave it out of the backup."));
    }
}
