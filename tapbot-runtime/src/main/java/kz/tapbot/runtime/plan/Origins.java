package kz.tapbot.runtime.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.Name;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.model.place.Places;
import kz.tapbot.model.server.Server;

/** Finds the place where a thing was declared; slow, for the few things that there is something to say about. */
final class Origins {

    private final Topology topology;

    Origins(Topology topology) {
        this.topology = topology;
    }

    List<DeclaredAt> of(Address address) {
        int slash = address.path().indexOf('/');
        String name = slash < 0 ? address.path() : address.path().substring(0, slash);
        return topology.servers().stream()
                .filter(server -> server.name().value().equals(name))
                .findFirst()
                .flatMap(server -> on(server, address).or(() -> server.places().declaration()))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<DeclaredAt> on(Server server, Address address) {
        String rest = Kind.rest(address);
        Optional<Places> places = switch (Kind.of(address)) {
            case CONTAINER -> service(server, rest);
            case PROVISION -> service(server, rest.substring(0, Math.max(0, rest.indexOf('/'))));
            case NETWORK ->
                server.networks().stream()
                        .filter(network -> is(rest).test(network.name()))
                        .findFirst()
                        .map(network -> network.places());
            case VOLUME ->
                server.volumes().stream()
                        .filter(volume -> is(rest).test(volume.name()))
                        .findFirst()
                        .map(volume -> volume.places());
            case USER, SUDO ->
                server.delegates().stream()
                        .filter(delegate -> delegate.name().value().equals(rest))
                        .findFirst()
                        .map(delegate -> delegate.places());
            default -> Optional.empty();
        };
        return places.flatMap(Places::declaration);
    }

    private static Optional<Places> service(Server server, String name) {
        return server.services().stream()
                .filter(service -> is(name).test(service.name()))
                .findFirst()
                .map(service -> service.places());
    }

    private static Predicate<Name> is(String text) {
        return name -> name.toString().equals(text);
    }
}
