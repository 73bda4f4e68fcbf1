package kz.tapbot.dsl;

import kz.tapbot.model.net.Port;

/**
 * A database of a declared service, with all that a client of it needs.
 *
 * @param data what a backup saves
 * @param service the service that has it, whose name is also its host name on the network
 * @param network the network on which clients reach the service
 * @param port the port the service listens on
 * @param database the name of the database
 * @param user the user that owns it
 * @param password the user's password
 */
public record DatabaseRef(
        DataRef data, ServiceRef service, NetworkRef network, Port port, String database, String user, Secret password)
        implements StoredDataRef {

    /** The host name by which clients on the network reach the service. */
    public String host() {
        return service.id().service().value();
    }
}
