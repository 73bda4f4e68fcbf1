package kz.tapbot.validate.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.Topology;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.volume.Volume;
import kz.tapbot.reach.Reachability;

/** A topology with what checks look up in it, computed once. Where a name was declared twice, the first one counts. */
public final class Estate {

    private final Topology topology;
    private final Map<ServerName, Server> servers = new HashMap<>();
    private final List<ServiceEntry> services = new ArrayList<>();
    private final Map<ServiceId, ServiceEntry> serviceById = new HashMap<>();
    private final Map<NetworkId, Network> networks = new HashMap<>();
    private final Map<VolumeId, Volume> volumes = new HashMap<>();
    private final Map<AddressSetName, AddressSet> addressSets = new HashMap<>();
    private final Set<AddressSetName> everybody = new HashSet<>();
    private final Map<ServiceId, Set<ServiceId>> permits = new HashMap<>();
    private final Map<ServiceId, Subject> linked = new HashMap<>();
    private Optional<Reachability> reachability = Optional.empty();

    /** Computes the indexes. */
    public Estate(Topology topology) {
        this.topology = topology;
        for (Server server : topology.servers()) {
            index(server);
        }
        for (AddressSet set : topology.addressSets()) {
            addressSets.putIfAbsent(set.name(), set);
            for (Cidr block : set.blocks()) {
                if (block.prefixLength() == 0) {
                    everybody.add(set.name());
                }
            }
        }
        for (Link link : topology.links()) {
            for (LinkPermit permit : link.permits()) {
                Set<ServiceId> reached = permits.get(permit.from());
                if (reached == null) {
                    reached = new HashSet<>();
                    permits.put(permit.from(), reached);
                }
                reached.add(permit.to());
                if (isCarriedOut(link, permit)) {
                    linked.putIfAbsent(permit.from(), Subject.of(link, permit));
                    linked.putIfAbsent(permit.to(), Subject.of(link, permit));
                }
            }
        }
    }

    private boolean isCarriedOut(Link link, LinkPermit permit) {
        for (ServiceId end : List.of(permit.from(), permit.to())) {
            ServiceEntry entry = serviceById.get(end);
            if (entry == null || !entry.active() || !link.servers().contains(end.server())) {
                return false;
            }
        }
        return true;
    }

    private void index(Server server) {
        servers.putIfAbsent(server.name(), server);
        for (Network network : server.networks()) {
            networks.putIfAbsent(new NetworkId(server.name(), network.name()), network);
        }
        for (Volume volume : server.volumes()) {
            volumes.putIfAbsent(new VolumeId(server.name(), volume.name()), volume);
        }
        for (Service service : server.services()) {
            ServiceEntry entry = new ServiceEntry(services.size(), server, service);
            services.add(entry);
            serviceById.putIfAbsent(entry.id(), entry);
        }
    }

    /** The topology itself. */
    public Topology topology() {
        return topology;
    }

    /** Who reaches what in it; made for the first check that asks, as most need no answer. */
    public Reachability reachability() {
        Reachability made = reachability.orElseGet(() -> Reachability.of(topology));
        reachability = Optional.of(made);
        return made;
    }

    /** All servers, the planned ones too. */
    public List<Server> servers() {
        return topology.servers();
    }

    /** All services of all servers, the planned ones too; each at its own index. */
    public List<ServiceEntry> services() {
        return services;
    }

    /** The server of that name. */
    public Optional<Server> server(ServerName name) {
        return Optional.ofNullable(servers.get(name));
    }

    /** The service of that reference. */
    public Optional<ServiceEntry> service(ServiceId id) {
        return Optional.ofNullable(serviceById.get(id));
    }

    /** The network of that reference. */
    public Optional<Network> network(NetworkId id) {
        return Optional.ofNullable(networks.get(id));
    }

    /** The volume of that reference. */
    public Optional<Volume> volume(VolumeId id) {
        return Optional.ofNullable(volumes.get(id));
    }

    /** The address set of that name. */
    public Optional<AddressSet> addressSet(AddressSetName name) {
        return Optional.ofNullable(addressSets.get(name));
    }

    /** The permit of a link by which the service is on a network of that link: the first that names it and whose both services are there. */
    public Optional<Subject> linkedBy(ServiceId service) {
        return Optional.ofNullable(linked.get(service));
    }

    /** Whether some link lets the one service reach the other. */
    public boolean permitted(ServiceId from, ServiceId to) {
        Set<ServiceId> reached = permits.get(from);
        return reached != null && reached.contains(to);
    }

    /** Whether these sets together let everybody in: none at all does, and so does one that holds every address. */
    public boolean everybody(Collection<AddressSetName> from) {
        for (AddressSetName name : from) {
            if (everybody.contains(name)) {
                return true;
            }
        }
        return from.isEmpty();
    }

    /** Whether the set holds every address of a family. */
    public boolean isEverybody(AddressSetName set) {
        return everybody.contains(set);
    }
}
