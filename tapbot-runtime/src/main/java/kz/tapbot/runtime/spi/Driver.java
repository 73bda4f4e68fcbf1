package kz.tapbot.runtime.spi;

import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.resource.Resource;

/** Brings a kind of runtime: simulated servers, one engine, hosts by SSH. Found by {@link java.util.ServiceLoader} or given by hand. */
public interface Driver {

    /** The name it is chosen by, such as {@code memory}. */
    String name();

    /**
     * The same kind of driver for servers elsewhere.
     *
     * @param where as said after a colon, such as {@code docker:unix:///run/docker.sock}; each driver says what it takes
     * @throws IllegalArgumentException if it cannot be read, or there is no choice
     */
    default Driver at(String where) {
        throw new IllegalArgumentException("the runtime " + name() + " is in one place only");
    }

    /**
     * Whether the driver brings such a thing about. What it does not is not planned on its servers; a driver of a whole server manages everything.
     */
    default boolean manages(Resource resource) {
        return true;
    }

    /**
     * Opens a session on a server. Every call is a fresh login.
     *
     * @throws UnreachableException if the server cannot be reached or refuses
     */
    Session open(Server server, SessionContext context);
}
