package kz.tapbot.runtime.lower;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.resource.LinkResource;
import kz.tapbot.runtime.resource.Resource;

/** One server while it is lowered: what is declared, and where the resources go. */
final class Site {

    private final Estate estate;
    private final Server server;
    private final List<Resource> resources;
    private final Map<String, Address> paths = new HashMap<>();
    private final boolean engine;
    private final List<LinkResource> links;

    Site(Estate estate, Server server, List<Resource> resources) {
        this.estate = estate;
        this.server = server;
        this.resources = resources;
        this.links = LinkLowering.of(this);
        this.engine = !server.networks().isEmpty()
                || !server.volumes().isEmpty()
                || server.services().stream().anyMatch(service -> !service.planned());
    }

    Estate estate() {
        return estate;
    }

    Server server() {
        return server;
    }

    ServerName name() {
        return server.name();
    }

    /** Its ends of links. */
    List<LinkResource> links() {
        return links;
    }

    /** Whether the server has anything for a container engine to do. */
    boolean hasEngine() {
        return engine;
    }

    /** The services that are not only planned. */
    List<Service> services() {
        return server.services().stream().filter(service -> !service.planned()).toList();
    }

    void add(Resource resource) {
        resources.add(resource);
    }

    Address engine() {
        return new Address("engine", name().value());
    }

    Address firewall() {
        return new Address("firewall", name().value());
    }

    Address packageAddress(PackageName name) {
        return Address.on(name(), "package", name.value());
    }

    /** Remembers that a resource makes a file or directory. */
    void makes(HostPath path, Address address) {
        paths.put(path.value(), address);
    }

    /** What makes the path itself, or else the nearest directory above it; empty if nothing declared does. */
    SortedSet<Address> makersOf(HostPath path) {
        String rest = path.value();
        while (!rest.isEmpty()) {
            Address maker = paths.get(rest);
            if (maker != null) {
                return set(maker);
            }
            rest = rest.substring(0, rest.lastIndexOf('/'));
        }
        return set();
    }

    /** What makes a directory above the path; empty if nothing declared does. */
    SortedSet<Address> makersAbove(HostPath path) {
        int slash = path.value().lastIndexOf('/');
        return slash <= 0 ? set() : makersOf(HostPath.of(path.value().substring(0, slash)));
    }

    static SortedSet<Address> set(Address... addresses) {
        return new TreeSet<>(List.of(addresses));
    }

    static SortedSet<Address> set(Collection<Address> addresses) {
        return new TreeSet<>(addresses);
    }
}
