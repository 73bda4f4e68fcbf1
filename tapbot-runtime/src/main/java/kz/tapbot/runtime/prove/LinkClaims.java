package kz.tapbot.runtime.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.link.LinkPlan;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;

/** That a server's links are up, that they lead to where they shall, and that nobody else gets there. */
final class LinkClaims {

    /** How many others are tried on one port. */
    private static final int MOST_OTHERS = 24;

    private final Server server;
    private final List<Claim> claims;
    private final Set<ServiceId> there = new TreeSet<>();
    private final Set<ServerName> servers = new TreeSet<>();
    private final List<Link> links = new ArrayList<>();

    LinkClaims(Topology topology, Server server, List<Claim> claims) {
        this.server = server;
        this.claims = claims;
        topology.links().stream()
                .filter(link -> link.servers().contains(server.name())
                        && !link.subnet().isIpv6()
                        && LinkPlan.of(link).fits())
                .forEach(links::add);
        if (!links.isEmpty()) {
            topology.servers().stream().filter(one -> !one.planned()).forEach(this::index);
        }
    }

    private void index(Server one) {
        servers.add(one.name());
        one.services().stream()
                .filter(service -> !service.planned())
                .forEach(service -> there.add(new ServiceId(one.name(), service.name())));
    }

    void claim() {
        for (Link link : links) {
            LinkPlan plan = LinkPlan.of(link);
            for (ServerName peer : link.servers()) {
                if (!peer.equals(server.name()) && servers.contains(peer)) {
                    claims.add(new Claim(
                            server.name(),
                            link.address(),
                            "Server " + peer + " answers over link " + link.name() + ".",
                            "answers",
                            Outcome.OPEN,
                            List.of(new Probe.OverLink(link.address(), link.name(), peer))));
                }
            }
            targets(link).forEach((port, permits) -> target(link, plan, permits));
        }
    }

    /** The permits that lead away from here, by where they lead. */
    private SortedMap<String, List<LinkPermit>> targets(Link link) {
        SortedMap<String, List<LinkPermit>> targets = new TreeMap<>();
        for (LinkPermit permit : link.permits()) {
            ServerName other = permit.to().server();
            if (!other.equals(server.name()) && link.servers().contains(other) && there.contains(permit.to())) {
                targets.computeIfAbsent(permit.to() + " " + permit.port(), first -> new ArrayList<>())
                        .add(permit);
            }
        }
        return targets;
    }

    private void target(Link link, LinkPlan plan, List<LinkPermit> permits) {
        LinkPermit one = permits.get(0);
        Port port = Port.tcp(one.port());
        String what =
                one.to().service() + " of server " + one.to().server() + " on " + port + " over link " + link.name();
        SortedSet<ServiceName> permitted = new TreeSet<>();
        for (LinkPermit permit : permits) {
            if (permit.from().server().equals(server.name()) && there.contains(permit.from())) {
                permitted.add(permit.from().service());
                claims.add(new Claim(
                        server.name(),
                        link.address(),
                        permit.from().service() + " reaches " + what + ".",
                        "reached",
                        Outcome.OPEN,
                        List.of(new Probe.FromContainer(
                                link.address(),
                                permit.from().service().value(),
                                plan.hostName(one.to().server()).value(),
                                port))));
            }
        }
        List<Probe> others = new ArrayList<>();
        others.add(new Probe.FromServer(link.address(), plan.address(one.to().server()), port));
        for (Service service : server.services()) {
            if (!service.planned() && !permitted.contains(service.name()) && others.size() < MOST_OTHERS) {
                others.add(new Probe.FromContainer(
                        link.address(),
                        service.name().value(),
                        plan.address(one.to().server()).value(),
                        port));
            }
        }
        claims.add(new Claim(
                server.name(),
                link.address(),
                "Nobody else here reaches " + what + " (" + others.size() + " tried).",
                "not reached",
                Outcome.CLOSED,
                others));
    }
}
