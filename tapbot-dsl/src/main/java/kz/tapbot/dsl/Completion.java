package kz.tapbot.dsl;

import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.Cidr;

/** What can be seen when everything was declared. What definitions add while they complete may be missing in it. */
public interface Completion {

    /** Everything that was declared. */
    Topology declared();

    /** Every route that names the proxy, in the order of host name and path. */
    List<RoutedService> routes(ServiceRef proxy);

    /** The blocks of an address set of the topology; empty if there is no such set. */
    List<Cidr> blocks(AddressSetName name);
}
