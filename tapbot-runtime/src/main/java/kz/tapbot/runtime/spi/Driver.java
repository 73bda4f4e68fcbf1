package kz.tapbot.runtime.spi;

import kz.tapbot.model.server.Server;

/** Brings a kind of runtime: simulated servers, one engine, hosts by SSH. Found by {@link java.util.ServiceLoader} or given by hand. */
public interface Driver {

    /** The name it is chosen by, such as {@code memory}. */
    String name();

    /**
     * Opens a session on a server. Every call is a fresh login.
     *
     * @throws UnreachableException if the server cannot be reached or refuses
     */
    Session open(Server server, SessionContext context);
}
