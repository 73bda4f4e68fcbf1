package kz.tapbot.dsl;

import kz.tapbot.model.net.IpAddress;

/** The scope of a port opened on a server. */
public interface PublicationSpec extends Scope<PublicationSpec> {

    /** Says the port in the container, if it is another one. */
    PublicationSpec containerPort(int port);

    /** Opens it on one address of the server only. */
    PublicationSpec on(IpAddress address);

    /** Says who may reach it; everybody if not said. */
    PublicationSpec from(AddressSetRef... addresses);
}
