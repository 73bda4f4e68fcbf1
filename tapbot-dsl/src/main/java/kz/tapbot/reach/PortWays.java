package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;

/**
 * Ways to a port of a server. What a container publishes is forwarded by the engine before the rules of the server itself are looked at, so
 * it is held by the rules for containers, which the declared firewall has for every port that is published; without that firewall it is
 * open to everybody, whoever was declared (Docker's documentation, "Packet filtering and firewalls").
 *
 * <p>Containers come to their own server as to any other, but with their own addresses. Internal networks are no exception: they keep packets from being
 * forwarded, not from the server. What is published, the engine forwards by IPv4 and hands on by a program of its own by IPv6.
 */
final class PortWays {

    static final boolean[] FAMILIES = {false, true};

    private final Ground ground;

    PortWays(Ground ground) {
        this.ground = ground;
    }

    /** Ways that end with somebody who is wanted: a service, or nobody for the server itself. */
    void follow(Site site, Port port, Caller caller, Predicate<Optional<ServiceId>> wanted, Trace trace) {
        if (site.server().planned()) {
            trace.closed(Step.of(
                    site.server().address(),
                    site.server().address() + " is only planned",
                    site.server().places(),
                    "planned"));
        } else if (caller.host().filter(site.name()::equals).isPresent()) {
            fromItself(site, port, wanted, trace);
        } else if (!caller.out() && !caller.isAtHome(site.name())) {
            trace.closed(Steps.inside(ground, caller));
        } else {
            fromOutside(site, port, caller.towards(site.name()), wanted, trace);
        }
    }

    private void fromItself(Site site, Port port, Predicate<Optional<ServiceId>> wanted, Trace trace) {
        Step own = new Step(
                site.server().address(),
                "what runs on " + site.server().address() + " itself passes its firewall",
                Optional.empty());
        for (Site.Published published : site.published(port)) {
            if (wanted.test(Optional.of(published.spot().id()))) {
                if (ground.hasWayOut(published.spot().networks())) {
                    trace.way(Verdict.OPEN, at(site, port, ""), List.of(own, published.step()));
                } else {
                    trace.closed(Steps.onInternalOnly(published.spot()));
                }
            }
        }
        if (site.published(port).isEmpty() && wanted.test(Optional.empty())) {
            site.opened(port)
                    .forEach(opened -> trace.way(Verdict.OPEN, at(site, port, ""), List.of(own, opened.step())));
            if (site.opened(port).isEmpty()) {
                trace.closed(Steps.nobodyListens(site, port));
            }
        }
    }

    private void fromOutside(Site site, Port port, Caller caller, Predicate<Optional<ServiceId>> wanted, Trace trace) {
        List<List<Step>> byFamily = new ArrayList<>();
        List<Boolean> open = new ArrayList<>();
        for (boolean ipv6 : FAMILIES) {
            if (caller.speaks(ipv6) && (site.has(ipv6) || caller.isAtHome(site.name()))) {
                List<List<Step>> found = byFamily(site, port, caller, ipv6, wanted, trace);
                byFamily.addAll(found);
                open.add(!found.isEmpty());
            }
        }
        if (open.isEmpty()) {
            trace.closed(Steps.otherFamily(site));
        }
        boolean one = open.size() == 2 && !open.get(0).equals(open.get(1));
        String by = one ? (open.get(0) ? " by IPv4" : " by IPv6") : "";
        List<Step> first = caller.out() ? List.of() : List.of(Steps.besideItsServer(ground, caller));
        byFamily.forEach(steps -> trace.way(
                Verdict.OPEN,
                at(site, port, by),
                Stream.concat(first.stream(), steps.stream()).toList()));
    }

    private List<List<Step>> byFamily(
            Site site, Port port, Caller caller, boolean ipv6, Predicate<Optional<ServiceId>> wanted, Trace trace) {
        List<List<Step>> found = new ArrayList<>();
        if (site.published(port).isEmpty()) {
            if (wanted.test(Optional.empty())) {
                toTheServer(site, port, caller, ipv6, trace).ifPresent(found::add);
            }
            return found;
        }
        for (Site.Published published : site.published(port)) {
            if (wanted.test(Optional.of(published.spot().id()))) {
                toContainer(site, published, caller, ipv6, trace).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<List<Step>> toContainer(
            Site site, Site.Published published, Caller caller, boolean ipv6, Trace trace) {
        if (!isBound(site, published, caller, ipv6)) {
            trace.closed(published.step());
            return Optional.empty();
        }
        if (!ground.hasWayOut(published.spot().networks())) {
            trace.closed(Steps.onInternalOnly(published.spot()));
            return Optional.empty();
        }
        if (!caller.out() && !ipv6) {
            trace.closed(Steps.keptApart(ground, caller, published));
            return Optional.empty();
        }
        if (!site.server().firewall()) {
            return Optional.of(List.of(published.step(), Steps.noFirewall(site)));
        }
        for (Site.Published opening : site.published(published.publication().host())) {
            if (!opening.isLocal() && opening.guests().has(caller, ipv6)) {
                // The rules for containers know ports and not addresses of the server: one publication opens the port
                // for all.
                return Optional.of(
                        opening.is(published) ? List.of(published.step()) : List.of(opening.step(), published.step()));
            }
        }
        trace.closed(published.step());
        return Optional.empty();
    }

    /** Whether the engine listens where the caller comes in; a private address that is not the server's own is not on the Internet. */
    private static boolean isBound(Site site, Site.Published published, Caller caller, boolean ipv6) {
        Optional<IpAddress> bind = published.publication().bind();
        if (bind.isEmpty()) {
            return true;
        }
        IpAddress address = bind.get();
        if (address.isLoopback() || address.isIpv6() != ipv6) {
            return false;
        }
        boolean apart = !address.isAny() && !site.hasAddress(address) && Blocks.isPrivate(address);
        return !apart || caller.isPrivate();
    }

    private static Optional<List<Step>> toTheServer(Site site, Port port, Caller caller, boolean ipv6, Trace trace) {
        List<Site.Opened> all = site.opened(port);
        if (!site.server().firewall()) {
            if (all.isEmpty()) {
                trace.closed(Steps.nobodyListens(site, port));
            }
            return all.stream().findFirst().map(opened -> List.of(opened.step(), Steps.noFirewall(site)));
        }
        for (Site.Opened opened : all) {
            if (opened.guests().has(caller, ipv6)) {
                return Optional.of(List.of(opened.step()));
            }
        }
        all.forEach(opened -> trace.closed(opened.step()));
        if (all.isEmpty()) {
            trace.closed(Steps.refused(site, port));
        }
        return Optional.empty();
    }

    private static String at(Site site, Port port, String by) {
        return port + " of " + site.server().address() + by;
    }
}
