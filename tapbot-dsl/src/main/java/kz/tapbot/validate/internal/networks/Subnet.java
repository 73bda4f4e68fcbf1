package kz.tapbot.validate.internal.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Subject;

/**
 * A block of addresses that a network or a link takes.
 *
 * @param block the block
 * @param range the same as numbers
 * @param subject who takes it
 */
record Subnet(Cidr block, Range range, Subject subject) {

    static Subnet of(Cidr block, Subject subject) {
        return new Subnet(block, Range.of(block), subject);
    }

    static Subnet of(Link link) {
        return of(link.subnet(), Subject.of(link.address(), link.places(), "subnet"));
    }

    /** Those of the server's networks. */
    static List<Subnet> of(Server server) {
        List<Subnet> all = new ArrayList<>();
        for (Network network : server.networks()) {
            Address address =
                    Address.on(server.name(), "network", network.name().value());
            network.subnet().ifPresent(block -> all.add(of(block, Subject.of(address, network.places(), "subnet"))));
            network.subnetIpv6()
                    .ifPresent(block -> all.add(of(block, Subject.of(address, network.places(), "subnetIpv6"))));
        }
        return all;
    }

    /** Every subnet of the estate. */
    static void forEach(Estate estate, Consumer<Subnet> action) {
        estate.topology().links().forEach(link -> action.accept(of(link)));
        estate.servers().forEach(server -> of(server).forEach(action));
    }
}
