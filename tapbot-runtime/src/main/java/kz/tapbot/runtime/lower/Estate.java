package kz.tapbot.runtime.lower;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Service;

/** Look-ups over a whole topology, each made once. */
final class Estate {

    private final Map<AddressSetName, SortedSet<Cidr>> addressSets = new HashMap<>();
    private final Map<ServerName, Server> servers = new HashMap<>();
    private final Map<ServerName, List<Link>> links = new HashMap<>();
    private final Map<ServiceId, List<Address>> ready = new HashMap<>();
    private final Topology topology;
    private Optional<SortedSet<Cidr>> allServers = Optional.empty();

    Estate(Topology topology) {
        this.topology = topology;
        for (AddressSet set : topology.addressSets()) {
            addressSets.put(set.name(), set.blocks());
        }
        for (Server server : topology.servers()) {
            if (!server.planned()) {
                servers.put(server.name(), server);
                index(server);
            }
        }
        for (Link link : topology.links()) {
            link.servers()
                    .forEach(name -> links.computeIfAbsent(name, first -> new ArrayList<>())
                            .add(link));
        }
    }

    private void index(Server server) {
        for (Service service : server.services()) {
            if (!service.planned()) {
                List<Address> addresses =
                        new ArrayList<>(1 + service.provisions().size());
                addresses.add(container(server.name(), service));
                for (Provision provision : service.provisions()) {
                    addresses.add(provision(server.name(), service, provision));
                }
                ready.put(new ServiceId(server.name(), service.name()), addresses);
            }
        }
    }

    static Address container(ServerName server, Service service) {
        return Address.on(server, "container", service.name().value());
    }

    static Address provision(ServerName server, Service service, Provision provision) {
        return Address.on(server, provision.kind().value(), service.name().value() + "/" + provision.name());
    }

    /** What must be there for a service to be of use: its container and all that is made inside it; nothing if it is only planned. */
    List<Address> ready(ServiceId id) {
        return ready.getOrDefault(id, List.of());
    }

    /** Where a server is reached; nowhere if it is only planned. */
    Optional<HostAddress> host(ServerName name) {
        return Optional.ofNullable(servers.get(name)).map(Server::host);
    }

    /** The links that a server is on. */
    List<Link> links(ServerName server) {
        return links.getOrDefault(server, List.of());
    }

    /** How to log in at the registry of a service's image. */
    Optional<RegistryLogin> login(Service service) {
        return topology.registryLogins().isEmpty()
                ? Optional.empty()
                : topology.login(service.image().registry());
    }

    /** The blocks of all those sets. */
    SortedSet<Cidr> blocks(Collection<AddressSetName> names) {
        SortedSet<Cidr> blocks = new TreeSet<>();
        for (AddressSetName name : names) {
            SortedSet<Cidr> set = addressSets.get(name);
            if (set != null) {
                blocks.addAll(set);
            }
        }
        return blocks;
    }

    /** The addresses of a server; none if it is known by a host name alone, or only planned. */
    SortedSet<Cidr> addresses(ServerName name) {
        Server server = servers.get(name);
        SortedSet<Cidr> addresses = new TreeSet<>();
        if (server != null) {
            server.host().ip().ifPresent(ip -> addresses.add(Cidr.of(ip.value())));
            server.ipv6().ifPresent(ip -> addresses.add(Cidr.of(ip.value())));
        }
        return addresses;
    }

    /** The addresses of all servers. */
    SortedSet<Cidr> addressesOfAll() {
        if (allServers.isEmpty()) {
            SortedSet<Cidr> all = new TreeSet<>();
            servers.keySet().forEach(name -> all.addAll(addresses(name)));
            allServers = Optional.of(all);
        }
        return allServers.get();
    }
}
