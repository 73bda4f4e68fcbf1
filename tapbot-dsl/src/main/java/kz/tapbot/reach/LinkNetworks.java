package kz.tapbot.reach;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kz.tapbot.model.Topology;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkEnd;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.link.LinkPlan;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;

/** The networks where services meet links: internal ones, for each service that a permit names, with nobody else on them. */
final class LinkNetworks {

    private LinkNetworks() {}

    /** Adds them to those that are declared, and tells who is on which. */
    static Map<ServiceId, Set<NetworkId>> of(Topology topology, Map<NetworkId, Network> networks) {
        Set<ServiceId> there = there(topology);
        Map<ServiceId, Set<NetworkId>> linked = new HashMap<>();
        for (Link link : topology.links()) {
            Set<String> used = used(link, there);
            for (LinkEnd end : LinkPlan.of(link).ends()) {
                if (used.contains(end.service()
                        + end.towards().map(server -> " " + server).orElse(""))) {
                    NetworkId id = new NetworkId(end.service().server(), end.network());
                    networks.put(
                            id,
                            Network.builder()
                                    .name(end.network())
                                    .internal(true)
                                    .subnet(end.block())
                                    .build());
                    linked.computeIfAbsent(end.service(), first -> new HashSet<>(2))
                            .add(id);
                }
            }
        }
        return linked;
    }

    private static Set<ServiceId> there(Topology topology) {
        Set<ServiceId> there = new HashSet<>();
        for (Server server : topology.servers()) {
            for (Service service : server.services()) {
                if (!server.planned() && !service.planned()) {
                    there.add(new ServiceId(server.name(), service.name()));
                }
            }
        }
        return there;
    }

    /** The ends of permits whose services run, on servers that the link joins. */
    private static Set<String> used(Link link, Set<ServiceId> there) {
        Set<String> used = new HashSet<>();
        for (LinkPermit permit : link.permits()) {
            boolean both = there.contains(permit.from()) && there.contains(permit.to());
            if (both
                    && link.servers().contains(permit.from().server())
                    && link.servers().contains(permit.to().server())) {
                used.add(permit.from() + " " + permit.to().server());
                used.add(permit.to().toString());
            }
        }
        return used;
    }
}
