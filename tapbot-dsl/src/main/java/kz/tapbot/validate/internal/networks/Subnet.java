package kz.tapbot.validate.internal.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param ipv6 whether one of IPv6 is due there; either will do if absent
 */
record Subnet(Cidr block, Range range, Subject subject, Optional<Boolean> ipv6) {

    private static Subnet of(Cidr block, Subject subject, Optional<Boolean> ipv6) {
        return new Subnet(block, Range.of(block), subject, ipv6);
    }

    /** Whether a block of IPv6 stands where one of IPv4 is due, or the other way round. */
    boolean ofTheOtherFamily() {
        return ipv6.isPresent() && ipv6.get() != range.ipv6();
    }

    static Subnet of(Link link) {
        return of(link.subnet(), Subject.of(link.address(), link.places(), "subnet"), Optional.of(false));
    }

    /** A block that overlaps neither this nor the other one and could stand here instead, as code. */
    String instead(Subnet other) {
        boolean six = ipv6.orElse(range.ipv6());
        for (int number = 20; ; number++) {
            String block = six ? "fd00:0:0:" + number + "::/64" : "10." + number + ".0.0/24";
            Range proposed = Range.of(Cidr.of(block));
            if (!proposed.overlaps(range) && !proposed.overlaps(other.range)) {
                return code(six, block);
            }
            if (number == 250) {
                return code(six, six ? "fd00:0:0:20::/64" : "192.168.200.0/24");
            }
        }
    }

    private String code(boolean six, String block) {
        if (subject.address().kind().equals("link")) {
            return "Cidr.of(\"" + block + "\")";
        }
        return (six ? ".subnetIpv6(\"" : ".subnet(\"") + block + "\")";
    }

    /** Those of the server's networks. */
    static List<Subnet> of(Server server) {
        List<Subnet> all = new ArrayList<>();
        for (Network network : server.networks()) {
            if (network.subnet().isPresent()) {
                Subject said = Subject.of(address(server, network), network.places(), "subnet");
                all.add(of(network.subnet().get(), said, Optional.of(false)));
            }
            if (network.subnetIpv6().isPresent()) {
                Subject said = Subject.of(address(server, network), network.places(), "subnetIpv6");
                all.add(of(network.subnetIpv6().get(), said, Optional.of(true)));
            }
        }
        return all;
    }

    private static Address address(Server server, Network network) {
        return Address.on(server.name(), "network", network.name().value());
    }

    /** Every subnet of the estate. */
    static List<Subnet> of(Estate estate) {
        List<Subnet> all = new ArrayList<>();
        for (Link link : estate.topology().links()) {
            all.add(of(link));
        }
        for (Server server : estate.servers()) {
            all.addAll(of(server));
        }
        return all;
    }
}
