package kz.tapbot.reach;

import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.value.InvalidValueException;

/** Who tries to reach something. */
public sealed interface Source {

    /** Anybody on the Internet, of whom no declaration knows an address. */
    Source INTERNET = new Internet();

    /** Whoever has that address. */
    static Source address(IpAddress address) {
        return new OfAddress(address);
    }

    /** Whoever has an address of that set: reached is what one of them reaches. */
    static Source addresses(AddressSetName set) {
        return new OfSet(set);
    }

    /** A program of that server, outside its containers. */
    static Source server(ServerName server) {
        return new OfServer(server);
    }

    /** The container of that service. */
    static Source service(ServiceId service) {
        return new OfService(service);
    }

    /** A container that is on that network and on no other. */
    static Source network(NetworkId network) {
        return new OfNetwork(network);
    }

    /**
     * Reads {@code internet}, an IP address, or an address as messages show it: {@code service:data/directus}, {@code network:data/web},
     * {@code server:data}, {@code addresses:admins}. Whether it is declared is said by the answer.
     *
     * @throws InvalidValueException if it is none of these
     */
    static Source parse(String text) {
        if (text.equals("internet")) {
            return INTERNET;
        }
        if (text.matches("[a-z]+:.*") && !text.matches("[0-9a-f:.]+")) {
            Address address = Address.parse(text);
            switch (address.kind()) {
                case "addresses" -> {
                    return addresses(AddressSetName.of(address.path()));
                }
                case "server" -> {
                    return server(ServerName.of(address.path()));
                }
                case "service" -> {
                    return service(ServiceId.of(address.path()));
                }
                case "network" -> {
                    return network(NetworkId.of(address.path()));
                }
                default -> {}
            }
        }
        return address(IpAddress.of(text));
    }

    /** Anybody. */
    record Internet() implements Source {
        @Override
        public String toString() {
            return "the Internet";
        }
    }

    /**
     * One address.
     *
     * @param address the address
     */
    record OfAddress(IpAddress address) implements Source {
        @Override
        public String toString() {
            return address.value();
        }
    }

    /**
     * A declared set of addresses.
     *
     * @param set its name
     */
    record OfSet(AddressSetName set) implements Source {
        @Override
        public String toString() {
            return Address.of("addresses", set).toString();
        }
    }

    /**
     * A server.
     *
     * @param server its name
     */
    record OfServer(ServerName server) implements Source {
        @Override
        public String toString() {
            return Address.of("server", server).toString();
        }
    }

    /**
     * A service.
     *
     * @param service its reference
     */
    record OfService(ServiceId service) implements Source {
        @Override
        public String toString() {
            return service.address().toString();
        }
    }

    /**
     * A network.
     *
     * @param network its reference
     */
    record OfNetwork(NetworkId network) implements Source {
        @Override
        public String toString() {
            return network.address().toString();
        }
    }
}
