package kz.tapbot.reach;

import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.server.Server;

/** The sentences that more than one kind of way needs. */
final class Steps {

    private Steps() {}

    static Step noFirewall(Site site) {
        Server server = site.server();
        return Step.of(
                server.address(),
                server.address() + " has no firewall, so that nobody is kept out",
                server.places(),
                "firewall");
    }

    static Step refused(Site site, Port port) {
        Server server = site.server();
        return new Step(
                server.address(),
                "the firewall of " + server.address() + " refuses " + port + ", which nothing opens",
                server.places().declaration());
    }

    static Step nobodyListens(Site site, Port port) {
        Server server = site.server();
        return new Step(
                server.address(), "nothing is said to listen on " + port + " of " + server.address(), Optional.empty());
    }

    static Step otherFamily(Site site) {
        Server server = site.server();
        return new Step(
                server.address(),
                server.address() + " is reached by " + (site.has(true) ? "IPv6" : "IPv4") + " only",
                server.places().declaration());
    }

    static Step onInternalOnly(Spot spot) {
        return new Step(
                spot.address(),
                spot.address() + " is on internal networks only, where the engine publishes nothing",
                spot.service().places().of("networks"));
    }

    /** Why a container does not get out. */
    static Step inside(Ground ground, Caller caller) {
        NetworkId network = caller.networks().stream().sorted().findFirst().orElseThrow();
        return internal(ground, caller, ", such as " + network.address());
    }

    /** Why a container on internal networks still gets to its server. */
    static Step besideItsServer(Ground ground, Caller caller) {
        return internal(ground, caller, ", which do not keep it from its own server");
    }

    /** Why such a container does not get to what others publish. */
    static Step keptApart(Ground ground, Caller caller, Site.Published published) {
        return internal(
                ground,
                caller,
                ", which the engine keeps apart from what " + published.spot().address() + " publishes");
    }

    private static Step internal(Ground ground, Caller caller, String more) {
        NetworkId network = caller.networks().stream().sorted().findFirst().orElseThrow();
        Places places = ground.network(network).map(Network::places).orElse(Places.none());
        return new Step(
                network.address(), caller.source() + " is on internal networks only" + more, places.of("internal"));
    }

    static Step planned(Spot spot) {
        return Step.of(
                spot.address(),
                spot.address() + " is only planned",
                spot.service().places(),
                "planned");
    }

    static Step unknown(Address address) {
        return new Step(address, address + " is not declared", Optional.empty());
    }
}
