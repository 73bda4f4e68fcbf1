package kz.tapbot.dsl;

import kz.tapbot.model.secret.Content;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;

/** The scope of a service on the server itself. It rules over the server unless said otherwise. */
public interface HostServiceSpec extends Scope<HostServiceSpec> {

    /** Says its kind; its name if not said. */
    HostServiceSpec kind(String name);

    /** Says who may reach its port; nobody from outside if not said. */
    HostServiceSpec openTo(AddressSetRef... addresses);

    /** Writes a configuration file, owned by root. */
    HostServiceSpec file(HostPath path, Content content, FileMode mode);

    /** Says that it does not rule over the server. */
    HostServiceSpec notAdministrative();

    /** Says the host name people use for it. */
    HostServiceSpec host(HostRef host);
}
