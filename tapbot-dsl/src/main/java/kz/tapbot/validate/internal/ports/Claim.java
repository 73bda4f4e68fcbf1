package kz.tapbot.validate.internal.ports;

import java.util.Optional;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/**
 * Somebody listens on a port of a server.
 *
 * @param server the server
 * @param port the port
 * @param bind the address it is bound to; every address of both families if absent
 * @param owner who: the server itself for its sshd, a host service, a link, or a service
 */
record Claim(Server server, Port port, Optional<IpAddress> bind, Object owner) {

    /** Whether both want one socket: bind(2) refuses the second where the addresses are equal or one of them means all. */
    boolean clashes(Claim other) {
        if (bind.isEmpty() || other.bind.isEmpty()) {
            return true;
        }
        IpAddress mine = bind.get();
        IpAddress theirs = other.bind.get();
        return mine.isIpv6() == theirs.isIpv6() && (mine.isAny() || theirs.isAny() || mine.equals(theirs));
    }

    /** Where the claim is in words, for messages. */
    String where() {
        return port + bind.map(address -> " on " + address).orElse("");
    }

    /** Who, and where it was said. */
    Subject subject() {
        if (owner instanceof ServiceEntry entry) {
            return entry.publication(publication(entry));
        } else if (owner instanceof HostService service) {
            Address address =
                    Address.on(server.name(), "host-service", service.name().value());
            return Subject.of(address, service.places(), "port");
        } else if (owner instanceof Link link) {
            return Subject.of(link.address(), link.places(), "port");
        }
        return Subject.of(server.address(), server.places(), "ssh.port", "ssh");
    }

    /** What the owner does with the port, as a verb. */
    String does() {
        if (owner instanceof ServiceEntry) {
            return "publishes";
        }
        return owner instanceof Server ? "has its sshd on" : "listens on";
    }

    /** The code that moves the claim to another port. */
    String moved() {
        int free = port.number() < 1024 ? 8000 + port.number() : Math.min(port.number() + 1, 65_535);
        if (owner instanceof ServiceEntry entry) {
            return ".publishes(Port." + port.protocol().text() + "(" + free + "), p -> p.containerPort("
                    + publication(entry).container() + "))";
        } else if (owner instanceof Link) {
            return ".port(" + free + ")";
        }
        return owner instanceof Server
                ? ".ssh(ssh -> ssh.port(" + free + "))"
                : "Port." + port.protocol().text() + "(" + free + ")";
    }

    private Publication publication(ServiceEntry entry) {
        return entry.service().publications().stream()
                .filter(each -> each.host().equals(port) && each.bind().equals(bind))
                .findFirst()
                .orElseThrow();
    }
}
