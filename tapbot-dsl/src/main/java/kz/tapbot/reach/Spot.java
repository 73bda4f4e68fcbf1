package kz.tapbot.reach;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;

/**
 * A service and where it is.
 *
 * @param server its server
 * @param service what was declared
 * @param id its reference
 * @param networks the networks it is on, with those where it meets links
 */
record Spot(Server server, Service service, ServiceId id, Set<NetworkId> networks) {

    static Spot of(Server server, Service service, Set<NetworkId> linked) {
        Set<NetworkId> networks = new HashSet<>(linked);
        service.networks().forEach(attachment -> networks.add(attachment.network()));
        return new Spot(server, service, new ServiceId(server.name(), service.name()), networks);
    }

    boolean isActive() {
        return !service.planned() && !server.planned();
    }

    Address address() {
        return id.address();
    }

    /** The ports on which its container is said to listen: those it names, those it publishes, and those that routes lead to. */
    SortedSet<Port> speaks() {
        SortedSet<Port> ports = new TreeSet<>(service.listens());
        for (Publication publication : service.publications()) {
            ports.add(new Port(publication.container(), publication.host().protocol()));
        }
        service.routes().forEach(route -> ports.add(Port.tcp(route.port())));
        return ports;
    }

    Step on(NetworkId network) {
        return Step.of(
                address(),
                address() + " is on " + network.address(),
                service.places(),
                "networks." + network.network());
    }

    Step listens(Port port) {
        return Step.of(address(), address() + " listens on " + port, service.places(), "listens." + port);
    }
}
