package kz.tapbot.runtime.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;

/** How the services of a server are, what visitors are answered, and who reaches whom. */
final class ServiceClaims {

    /** How many others are tried on one service: enough for a real server, and a bound for a made-up one. */
    private static final int MOST_OTHERS = 24;

    private final Server server;
    private final List<Claim> claims;
    private final Map<ServiceName, Service> services = new HashMap<>();
    private final List<Service> all = new ArrayList<>();

    ServiceClaims(Server server, List<Claim> claims) {
        this.server = server;
        this.claims = claims;
        for (Service service : server.services()) {
            if (!service.planned()) {
                services.put(service.name(), service);
                all.add(service);
            }
        }
    }

    void claim() {
        for (Service service : all) {
            String container = service.name().value();
            claims.add(new Claim(
                    server.name(),
                    address(service),
                    service.name() + " is healthy.",
                    "healthy",
                    Outcome.OPEN,
                    List.of(new Probe.Healthy(address(service), container))));
            service.routes().forEach(route -> visited(service, route));
            service.needs().forEach(need -> reached(service, need));
            apart(service);
        }
    }

    private void visited(Service service, Route route) {
        Address about =
                new Address("route", route.host().value() + (route.path().equals("/") ? "" : route.path()));
        Probe visit = new Probe.Visit(about, route.host(), route.path());
        String where = route.host() + (route.path().equals("/") ? "" : route.path());
        if (!route.openTo().isEmpty()) {
            add(about, where + " does not answer strangers.", "not reached", Outcome.CLOSED, visit);
        } else if (route.login().kind() == LoginKind.NOBODY) {
            add(about, where + " answers everybody for " + service.name() + ".", "an answer", Outcome.OPEN, visit);
        } else {
            add(about, where + " asks strangers to log in.", "a login is asked for", Outcome.LOGIN, visit);
        }
    }

    private void reached(Service service, Need need) {
        Service needed = services.get(need.service().service());
        if (needed == null || !need.service().server().equals(server.name())) {
            return;
        }
        firstTcp(needed)
                .ifPresent(port -> add(
                        address(service),
                        service.name() + " reaches " + needed.name() + " on " + port + " by name.",
                        "reached",
                        Outcome.OPEN,
                        probe(service, needed, port)));
    }

    private void apart(Service target) {
        Optional<Port> port = firstTcp(target);
        if (port.isEmpty()) {
            return;
        }
        Set<NetworkId> networks = networks(target);
        List<Probe> probes = new ArrayList<>();
        for (Service other : all) {
            boolean apart = other != target && networks(other).stream().noneMatch(networks::contains);
            if (apart && probes.size() < MOST_OTHERS) {
                probes.add(probe(other, target, port.get()));
            }
        }
        if (!probes.isEmpty()) {
            claims.add(new Claim(
                    server.name(),
                    address(target),
                    target.name() + " is not reached by services that share no network with it (" + probes.size()
                            + " tried).",
                    "not reached",
                    Outcome.CLOSED,
                    probes));
        }
    }

    private Probe probe(Service from, Service to, Port port) {
        return new Probe.FromContainer(
                address(to), from.name().value(), to.name().value(), port);
    }

    private void add(Address about, String sentence, String expected, Outcome outcome, Probe probe) {
        claims.add(new Claim(server.name(), about, sentence, expected, outcome, List.of(probe)));
    }

    private Address address(Service service) {
        return Address.on(server.name(), "service", service.name().value());
    }

    private static Set<NetworkId> networks(Service service) {
        Set<NetworkId> networks = new HashSet<>();
        service.networks().forEach(attachment -> networks.add(attachment.network()));
        return networks;
    }

    private static Optional<Port> firstTcp(Service service) {
        return service.listens().stream()
                .filter(port -> port.protocol() == Protocol.TCP)
                .findFirst();
    }
}
