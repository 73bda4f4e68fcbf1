package kz.tapbot.dsl;

import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceName;

/** A declared service on the server itself. */
public interface HostServiceRef extends Handle {

    /** Its name. */
    ServiceName name();

    /** The server it is on. */
    ServerName server();
}
