package kz.tapbot.reach;

import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.value.InvalidValueException;

/** What somebody tries to reach. */
public sealed interface Target {

    /** Anything outside the estate. */
    Target INTERNET = new Outside();

    /** A port of a server, whoever listens there. */
    static Target port(ServerName server, Port port) {
        return new OfServer(server, port);
    }

    /** A service, by whatever port or route. */
    static Target service(ServiceId service) {
        return new OfService(service, Optional.empty());
    }

    /** One port of a service, as its container knows it. */
    static Target service(ServiceId service, Port port) {
        return new OfService(service, Optional.of(port));
    }

    /** A page, by host name and path. */
    static Target route(HostName host, String path) {
        return new OfRoute(host, path);
    }

    /**
     * Reads {@code internet}, {@code server:data:443/tcp}, {@code service:data/postgres}, {@code service:data/postgres:5432/tcp}, or a page
     * as {@code https://dir.example.com/path}; a port without a protocol is a TCP port.
     *
     * @throws InvalidValueException if it is none of these
     */
    static Target parse(String text) {
        if (text.equals("internet")) {
            return INTERNET;
        }
        if (text.startsWith("https://")) {
            String page = text.substring("https://".length());
            int slash = page.indexOf('/');
            return slash < 0
                    ? route(HostName.of(page), "/")
                    : route(HostName.of(page.substring(0, slash)), page.substring(slash));
        }
        Address address = Address.parse(text);
        int colon = address.path().indexOf(':');
        String path = colon < 0 ? address.path() : address.path().substring(0, colon);
        Optional<Port> port = colon < 0
                ? Optional.empty()
                : Optional.of(readPort(address.path().substring(colon + 1)));
        if (address.kind().equals("server") && port.isPresent()) {
            return port(ServerName.of(path), port.get());
        }
        if (address.kind().equals("service")) {
            return new OfService(ServiceId.of(path), port);
        }
        throw new InvalidValueException(
                ModelCode.BAD_ADDRESS,
                "What is to be reached is internet, a port of a server such as server:data:443, a service such as service:data/postgres or "
                        + "service:data/postgres:5432, or a page such as https://dir.example.com, not "
                        + InvalidValueException.show(text) + ".");
    }

    private static Port readPort(String text) {
        return Port.of(text.indexOf('/') < 0 ? text + "/tcp" : text);
    }

    /** The world outside. */
    record Outside() implements Target {
        @Override
        public String toString() {
            return "the Internet";
        }
    }

    /**
     * A port of a server.
     *
     * @param server the server
     * @param port the port
     */
    record OfServer(ServerName server, Port port) implements Target {
        @Override
        public String toString() {
            return port + " of " + Address.of("server", server);
        }
    }

    /**
     * A service.
     *
     * @param service the service
     * @param port its port; any if absent
     */
    record OfService(ServiceId service, Optional<Port> port) implements Target {
        @Override
        public String toString() {
            return port.map(only -> only + " of ").orElse("") + service.address();
        }
    }

    /**
     * A page.
     *
     * @param host its host name
     * @param path its path, which begins with a slash
     */
    record OfRoute(HostName host, String path) implements Target {
        @Override
        public String toString() {
            return "https://" + host + (path.equals("/") ? "" : path);
        }
    }
}
