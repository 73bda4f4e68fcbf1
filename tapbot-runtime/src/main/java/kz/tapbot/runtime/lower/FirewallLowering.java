package kz.tapbot.runtime.lower;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.resource.FirewallResource;
import kz.tapbot.runtime.resource.Ipv6Network;
import kz.tapbot.runtime.resource.LinkPath;
import kz.tapbot.runtime.resource.LinkResource;
import kz.tapbot.runtime.resource.Opening;

/** Everything that a server lets in: nothing but what is declared, and SSH, which is never closed. */
final class FirewallLowering {

    static final PackageName UFW = PackageName.of("ufw");

    private final Site site;
    private final SortedSet<Opening> openings = new TreeSet<>();

    private FirewallLowering(Site site) {
        this.site = site;
    }

    static void lower(Site site) {
        if (site.server().firewall()) {
            new FirewallLowering(site).lower();
        }
    }

    private void lower() {
        SortedSet<Cidr> administrators = site.estate().blocks(site.server().administeredFrom());
        add(Port.tcp(site.server().ssh().port()), administrators, false, "SSH");
        for (FirewallRule rule : site.server().open()) {
            open(rule.port(), rule.from(), false, rule.reason());
        }
        for (HostService service : site.server().hostServices()) {
            if (!service.openTo().isEmpty()) {
                open(service.port(), service.openTo(), false, "host service " + service.name());
            }
        }
        for (Service service : site.services()) {
            for (Publication publication : service.publications()) {
                if (!publication.bind().map(IpAddress::isLoopback).orElse(false)) {
                    open(publication.host(), publication.from(), true, "service " + service.name());
                }
            }
        }
        site.estate().links(site.name()).forEach(this::link);
        site.links().forEach(this::paths);
        SortedSet<Ipv6Network> networks = new TreeSet<>();
        for (Network network : site.server().networks()) {
            network.subnetIpv6().ifPresent(block -> networks.add(new Ipv6Network(block, network.internal())));
        }
        site.add(new FirewallResource(site.name(), openings, networks, Site.set(site.packageAddress(UFW))));
    }

    /** A set without any address lets nobody in; only no set at all means everybody. */
    private void open(Port port, Collection<AddressSetName> from, boolean container, String reason) {
        SortedSet<Cidr> blocks = site.estate().blocks(from);
        if (from.isEmpty() || !blocks.isEmpty()) {
            add(port, blocks, container, reason);
        }
    }

    /** A peer known by a host name alone can come from anywhere; WireGuard answers nobody without its key. */
    private void link(Link link) {
        SortedSet<Cidr> peers = new TreeSet<>();
        for (ServerName peer : link.servers()) {
            if (!peer.equals(site.name())) {
                SortedSet<Cidr> addresses = site.estate().addresses(peer);
                if (addresses.isEmpty()) {
                    add(Port.udp(link.port()), Collections.emptySortedSet(), false, "link " + link.name());
                    return;
                }
                peers.addAll(addresses);
            }
        }
        if (!peers.isEmpty()) {
            add(Port.udp(link.port()), peers, false, "link " + link.name());
        }
    }

    /** What comes over a link comes from an address inside it, which is one service's. */
    private void paths(LinkResource link) {
        for (LinkPath path : link.paths()) {
            if (path.permit().to().server().equals(site.name())) {
                add(
                        Port.tcp(path.permit().port()),
                        new TreeSet<>(List.of(Cidr.of(path.from().address().value()))),
                        true,
                        path.permit().from() + " over link " + link.name());
            }
        }
    }

    private void add(Port port, SortedSet<Cidr> from, boolean container, String reason) {
        openings.add(new Opening(port, from, container, reason));
    }

    /** The addresses by which a machine speaks with itself. */
    static List<Cidr> loopback() {
        return List.of(Cidr.of("127.0.0.0/8"), Cidr.of("::1/128"));
    }
}
