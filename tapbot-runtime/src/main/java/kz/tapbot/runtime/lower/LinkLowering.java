package kz.tapbot.runtime.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkEnd;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.link.LinkPlan;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.runtime.resource.LinkKeyResource;
import kz.tapbot.runtime.resource.LinkPath;
import kz.tapbot.runtime.resource.LinkPeer;
import kz.tapbot.runtime.resource.LinkResource;
import kz.tapbot.runtime.resource.LinkUse;

/** A server's ends of links, and the keys for them. One that leads to no server that is there now, or has no room, is none. */
final class LinkLowering {

    /** The tools, and what carries a link where the kernel has no WireGuard of its own. */
    static final List<PackageName> PACKAGES =
            List.of(PackageName.of("wireguard-go"), PackageName.of("wireguard-tools"));

    private LinkLowering() {}

    static void lower(Site site) {
        for (LinkResource link : site.links()) {
            int dot = link.key().path().lastIndexOf('.');
            site.add(new LinkKeyResource(
                    site.name(), link.name(), Integer.parseInt(link.key().path().substring(dot + 1)), packages(site)));
            site.add(link);
        }
    }

    /** The ends of links on a server. */
    static List<LinkResource> of(Site site) {
        List<LinkResource> ends = new ArrayList<>();
        for (Link link : site.estate().links(site.name())) {
            LinkPlan plan = LinkPlan.of(link);
            if (plan.fits() && !link.subnet().isIpv6()) {
                end(site, link, plan).ifPresent(ends::add);
            }
        }
        return ends;
    }

    private static Optional<LinkResource> end(Site site, Link link, LinkPlan plan) {
        SortedSet<LinkPeer> peers = new TreeSet<>();
        for (ServerName server : link.servers()) {
            if (!server.equals(site.name())) {
                site.estate().host(server).ifPresent(host -> peers.add(peer(link, plan, server, host)));
            }
        }
        if (peers.isEmpty()) {
            return Optional.empty();
        }
        Address key = LinkKeyResource.address(site.name(), link.name(), link.keys());
        SortedSet<Address> requires = packages(site);
        requires.add(key);
        peers.forEach(peer -> requires.add(peer.key()));
        if (site.server().firewall()) {
            requires.add(site.firewall());
        }
        return Optional.of(new LinkResource(
                site.name(),
                link.name(),
                link.subnet(),
                plan.address(site.name()),
                link.port(),
                key,
                peers,
                paths(site, link, plan),
                requires));
    }

    private static LinkPeer peer(Link link, LinkPlan plan, ServerName server, HostAddress host) {
        boolean six = host.ip().filter(ip -> ip.isIpv6()).isPresent();
        return new LinkPeer(
                server,
                LinkKeyResource.address(server, link.name(), link.keys()),
                (six ? "[" + host.value() + "]" : host.value()) + ":" + link.port(),
                plan.address(server),
                plan.hostName(server),
                plan.behind(server));
    }

    private static SortedSet<LinkPath> paths(Site site, Link link, LinkPlan plan) {
        SortedSet<LinkPath> paths = new TreeSet<>();
        for (LinkPermit permit : link.permits()) {
            boolean here = permit.from().server().equals(site.name())
                    || permit.to().server().equals(site.name());
            Optional<LinkEnd> from = plan.from(permit);
            Optional<LinkEnd> to = plan.to(permit);
            if (here
                    && isThere(site, link, permit.from())
                    && isThere(site, link, permit.to())
                    && from.isPresent()
                    && to.isPresent()) {
                paths.add(new LinkPath(
                        permit, from.get(), plan.address(permit.to().server()), to.get()));
            }
        }
        return paths;
    }

    private static boolean isThere(Site site, Link link, ServiceId service) {
        return link.servers().contains(service.server())
                && !site.estate().ready(service).isEmpty();
    }

    /** What services of a server have of links. */
    static SortedSet<LinkUse> uses(Site site) {
        Map<LinkEnd, SortedSet<String>> names = new TreeMap<>();
        for (LinkResource link : site.links()) {
            for (LinkPath path : link.paths()) {
                LinkPermit permit = path.permit();
                if (!permit.from().server().equals(site.name())) {
                    names.computeIfAbsent(path.to(), first -> new TreeSet<>());
                    continue;
                }
                SortedSet<String> own = names.computeIfAbsent(path.from(), first -> new TreeSet<>());
                link.peers().stream()
                        .filter(peer -> peer.server().equals(permit.to().server()))
                        .forEach(peer -> own.add(peer.name().value()));
                if (!isKnown(site, permit.to().service().value())) {
                    own.add(permit.to().service().value());
                }
            }
        }
        SortedSet<LinkUse> uses = new TreeSet<>();
        names.forEach((end, own) -> uses.add(new LinkUse(end, own)));
        return uses;
    }

    /** Whether somebody on the server is called so: then the name stays theirs. */
    private static boolean isKnown(Site site, String name) {
        return site.services().stream()
                .anyMatch(service -> service.name().value().equals(name)
                        || service.networks().stream()
                                .anyMatch(attachment -> attachment.aliases().contains(name)));
    }

    private static SortedSet<Address> packages(Site site) {
        SortedSet<Address> packages = new TreeSet<>();
        PACKAGES.forEach(name -> packages.add(site.packageAddress(name)));
        return packages;
    }
}
