package kz.tapbot.runtime.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkEnd;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.link.LinkPlan;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;

/** Gives estates an encrypted link between their servers, with permits or none, and opens something to whoever comes from an address of it. */
final class LabLinks {

    private static final Cidr SUBNET = Cidr.of("10.99.0.0/24");
    private static final AddressSetName LINKED = AddressSetName.of("linked");

    private LabLinks() {}

    /** The same estate with a link of up to three permits. */
    static Topology in(Topology topology, SplittableRandom random) {
        List<LinkPermit> possible = possible(topology);
        TreeSet<LinkPermit> permits = new TreeSet<>();
        for (int i = random.nextInt(4); i > 0 && !possible.isEmpty(); i--) {
            LinkPermit permit = possible.get(random.nextInt(possible.size()));
            permits.add(permit);
            possible.removeIf(other -> isOther(permit, other));
        }
        Topology.Builder linked = Topology.builder()
                .from(topology)
                .addAddressSets(
                        AddressSet.builder().name(LINKED).addBlocks(SUBNET).build())
                .addLinks(Link.builder()
                        .name(LinkName.of("private"))
                        .subnet(SUBNET)
                        .servers(topology.servers().stream().map(Server::name).toList())
                        .permits(permits)
                        .build());
        List<Server> servers = new ArrayList<>();
        for (Server server : topology.servers()) {
            servers.add(
                    random.nextBoolean()
                            ? Server.builder()
                                    .from(server)
                                    .addOpen(new FirewallRule(Port.tcp(7005), List.of(LINKED), "a test"))
                                    .build()
                            : server);
        }
        return linked.servers(servers).build();
    }

    /** Over a link, a port of a server leads to one service. */
    static boolean isOther(LinkPermit permit, LinkPermit other) {
        return other.port() == permit.port()
                && other.to().server().equals(permit.to().server())
                && !other.to().equals(permit.to());
    }

    /** Every permit from a server to the other that leads to somebody who listens. */
    static List<LinkPermit> possible(Topology topology) {
        List<LinkPermit> possible = new ArrayList<>();
        for (Server one : topology.servers()) {
            for (Server other : topology.servers()) {
                for (Service from : one.services()) {
                    other.services().stream()
                            .filter(to -> one != other && !LabPages.isProxy(to))
                            .forEach(to -> possible(one, from, other, to, possible));
                }
            }
        }
        return possible;
    }

    private static void possible(Server one, Service from, Server other, Service to, List<LinkPermit> possible) {
        for (Port port : LabListeners.ports(to)) {
            boolean said = to.listens().isEmpty() || to.listens().contains(port);
            if (said && port.protocol() == Protocol.TCP && !port.equals(LabListeners.UNSAID)) {
                possible.add(new LinkPermit(
                        new ServiceId(one.name(), from.name()), new ServiceId(other.name(), to.name()), port.number()));
            }
        }
    }

    /** Whether a service has an end of a link. */
    static boolean isLinked(Topology topology, ServiceId service) {
        return topology.links().stream()
                .anyMatch(link -> LinkPlan.of(link).ends(service.server()).stream()
                        .anyMatch(end -> end.service().equals(service)));
    }

    /** Every address that a server has in links, and those of its services there. */
    static List<String> addresses(Topology topology, ServerName server) {
        List<String> addresses = new ArrayList<>();
        for (Link link : topology.links()) {
            LinkPlan plan = LinkPlan.of(link);
            addresses.add(plan.address(server).value());
            for (LinkEnd end : plan.ends(server)) {
                addresses.add(end.gateway().value());
                addresses.add(end.address().value());
            }
        }
        return addresses;
    }

    /** What a link listens on: WireGuard says nothing to whom it does not know, so that nobody can tell whether he was heard. */
    static boolean isSilent(Topology topology, Port port) {
        return topology.links().stream().anyMatch(link -> Port.udp(link.port()).equals(port));
    }
}
