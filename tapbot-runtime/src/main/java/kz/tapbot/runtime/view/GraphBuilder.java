package kz.tapbot.runtime.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.tapbot.model.Topology;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.model.backup.Destination;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.DataId;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.VolumeId;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.OutsideApi;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.StoredData;
import kz.tapbot.runtime.view.GraphEdge.Kind;

/** Collects the boxes of servers first, then the arrows between boxes that are there. */
final class GraphBuilder {

    static final String INTERNET = "internet";

    private static final int MOST_PERMITS_SHOWN = 8;

    private final Topology topology;
    private final List<Server> servers;
    private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
    private final Set<GraphEdge> edges = new LinkedHashSet<>();
    private final Map<DataId, String> homes = new HashMap<>();

    GraphBuilder(Topology topology, List<Server> servers) {
        this.topology = topology;
        this.servers = servers;
    }

    EstateGraph build() {
        put(GraphNode.alone(GraphNode.Kind.INTERNET, INTERNET, "Internet", List.of()));
        servers.forEach(server -> ServerNodes.of(server).forEach(node -> nodes.put(node.id(), node)));
        servers.forEach(this::edges);
        topology.links().forEach(this::edges);
        topology.backups().forEach(this::backup);
        if (edges.stream().noneMatch(edge -> edge.from().equals(INTERNET))) {
            nodes.remove(INTERNET);
        }
        return new EstateGraph(
                topology.name().value(),
                List.copyOf(nodes.values()),
                edges.stream().filter(this::hasEnds).toList());
    }

    private void edges(Server server) {
        for (Service service : server.services()) {
            String id = new ServiceId(server.name(), service.name()).address().toString();
            opened(service, id);
            service.routes().forEach(route -> edge(route.proxy().address().toString(), id, Kind.ROUTE, ""));
            service.needs().forEach(need -> edge(id, need.service().address().toString(), Kind.NEED, ""));
            service.mounts()
                    .forEach(mount -> mount.volume()
                            .ifPresent(volume -> edge(id, volume.address().toString(), Kind.STORE, "")));
            service.calls()
                    .forEach(name -> topology.outsideApis().stream()
                            .filter(api -> api.name().equals(name))
                            .forEach(api -> edge(id, outside(api), Kind.CALL, "")));
            for (StoredData data : service.stores()) {
                String home = data.volume()
                        .map(VolumeId::address)
                        .map(Address::toString)
                        .orElse(id);
                homes.put(new DataId(new ServiceId(server.name(), service.name()), data.name()), home);
            }
        }
        server.hostServices().stream()
                .filter(service -> !service.openTo().isEmpty())
                .forEach(service -> edge(
                        INTERNET,
                        ServerNodes.hostService(server, service),
                        Kind.OPEN,
                        service.port().number() + " for "
                                + service.openTo().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))));
    }

    private void opened(Service service, String id) {
        Map<String, Set<Integer>> ports = new TreeMap<>();
        service.publications().stream()
                .filter(publication ->
                        !publication.bind().map(IpAddress::isLoopback).orElse(false))
                .forEach(publication -> ports.computeIfAbsent(
                                publication.from().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", ")),
                                from -> new TreeSet<>())
                        .add(publication.host().number()));
        ports.forEach((from, numbers) -> edge(
                INTERNET,
                id,
                Kind.OPEN,
                numbers.stream().map(Object::toString).collect(Collectors.joining(", "))
                        + (from.isEmpty() ? "" : " for " + from)));
    }

    private String outside(OutsideApi api) {
        String id = api.address().toString();
        List<String> details = List.of(api.host() + ":" + api.port().number());
        put(GraphNode.alone(GraphNode.Kind.OUTSIDE, id, api.name().value(), details));
        return id;
    }

    /** A link is a box of its own: who may reach what stands in it, so that no arrow leads from one server into another. */
    private void edges(Link link) {
        String id = link.address().toString();
        List<LinkPermit> permits = link.permits().stream()
                .filter(permit -> drawn(permit.from()) || drawn(permit.to()))
                .toList();
        if (permits.isEmpty()) {
            return;
        }
        List<String> details = new ArrayList<>();
        details.add(link.subnet().value());
        for (LinkPermit permit : permits.subList(0, Math.min(permits.size(), MOST_PERMITS_SHOWN))) {
            details.add(permit.from() + " to " + permit.to() + ":" + permit.port());
        }
        if (permits.size() > MOST_PERMITS_SHOWN) {
            details.add("and " + (permits.size() - MOST_PERMITS_SHOWN) + " more");
        }
        put(GraphNode.alone(GraphNode.Kind.LINK, id, link.name().value(), details));
        for (LinkPermit permit : permits) {
            edge(permit.from().address().toString(), id, Kind.LINK, "");
            edge(id, permit.to().address().toString(), Kind.LINK, Integer.toString(permit.port()));
        }
    }

    private boolean drawn(ServiceId service) {
        return nodes.containsKey(service.address().toString());
    }

    private void backup(Backup backup) {
        List<String> sources = backup.sources().stream()
                .flatMap(source -> home(source).stream())
                .toList();
        if (sources.isEmpty()) {
            return;
        }
        String id = backup.address().toString();
        List<String> details = new ArrayList<>();
        details.add(backup.schedule().map(Object::toString).orElse("by hand"));
        backup.drill().ifPresent(drill -> details.add("restore drill " + drill));
        put(GraphNode.alone(GraphNode.Kind.BACKUP, id, backup.name().value(), details));
        sources.forEach(source -> edge(source, id, Kind.BACKUP, ""));
        backup.targets().forEach(target -> edge(id, destination(target), Kind.BACKUP, ""));
    }

    /** The box that stands for a source, if one does: data lies in a volume, or in the service itself. */
    private Optional<String> home(BackupSource source) {
        return source.data()
                .map(data -> homes.getOrDefault(data, ""))
                .or(() -> source.volume().map(volume -> volume.address().toString()))
                .or(() -> source.server()
                        .map(server -> Address.of("server", server).toString()))
                .filter(nodes::containsKey);
    }

    private String destination(BackupTarget target) {
        Destination destination = target.destination();
        String id = "destination:" + destination;
        Optional<String> parent = destination instanceof Destination.Directory directory
                ? Optional.of(Address.of("server", directory.server()).toString())
                        .filter(nodes::containsKey)
                : Optional.empty();
        String name = destination instanceof Destination.Directory directory
                ? directory.path().toString()
                : destination.toString();
        List<String> details = List.of(destination.offSite() ? "off-site" : "on the server");
        put(new GraphNode(id, GraphNode.Kind.DESTINATION, parent, name, details, List.of(), false));
        return id;
    }

    private void put(GraphNode node) {
        nodes.putIfAbsent(node.id(), node);
    }

    private void edge(String from, String to, Kind kind, String label) {
        edges.add(new GraphEdge(from, to, kind, label));
    }

    private boolean hasEnds(GraphEdge edge) {
        return nodes.containsKey(edge.from()) && nodes.containsKey(edge.to());
    }
}
