package kz.tapbot.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.tapbot.model.Topology;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.volume.Volume;

/** Makes copies of the estate of the tests in which one thing is otherwise. */
final class Change {

    private Change() {}

    static Topology topology(Consumer<Topology.Builder> change) {
        return topology(TapbotEstate.topology(), change);
    }

    static Topology topology(Topology topology, Consumer<Topology.Builder> change) {
        Topology.Builder builder = Topology.builder().from(topology);
        change.accept(builder);
        return builder.build();
    }

    static Topology server(String name, Consumer<Server.Builder> change) {
        return server(TapbotEstate.topology(), name, change);
    }

    static Topology server(Topology topology, String name, Consumer<Server.Builder> change) {
        return topology(
                topology,
                t -> t.servers(
                        replaced(topology.servers(), server -> server.name().value(), name, server -> {
                            Server.Builder builder = Server.builder().from(server);
                            change.accept(builder);
                            return builder.build();
                        })));
    }

    static Topology service(String path, Consumer<Service.Builder> change) {
        return service(TapbotEstate.topology(), path, change);
    }

    static Topology service(Topology topology, String path, Consumer<Service.Builder> change) {
        String server = path.substring(0, path.indexOf('/'));
        String name = path.substring(path.indexOf('/') + 1);
        List<Service> services = topology.servers().stream()
                .filter(each -> each.name().value().equals(server))
                .findFirst()
                .orElseThrow()
                .services();
        return server(
                topology,
                server,
                s -> s.services(replaced(services, each -> each.name().value(), name, service -> {
                    Service.Builder builder = Service.builder().from(service);
                    change.accept(builder);
                    return builder.build();
                })));
    }

    static Topology route(String path, Consumer<Route.Builder> change) {
        Service service = TapbotEstate.topology().servers().stream()
                .flatMap(server ->
                        server.services().stream().filter(each -> path.equals(server.name() + "/" + each.name())))
                .findFirst()
                .orElseThrow();
        Route.Builder route = Route.builder().from(service.routes().get(0));
        change.accept(route);
        return service(path, s -> s.routes(List.of(route.build())));
    }

    static Topology network(String path, Consumer<Network.Builder> change) {
        return network(TapbotEstate.topology(), path, change);
    }

    static Topology network(Topology topology, String path, Consumer<Network.Builder> change) {
        String server = path.substring(0, path.indexOf('/'));
        String name = path.substring(path.indexOf('/') + 1);
        return server(
                topology,
                server,
                s -> s.networks(replaced(
                        serverOf(topology, server).networks(),
                        each -> each.name().value(),
                        name,
                        network -> {
                            Network.Builder builder = Network.builder().from(network);
                            change.accept(builder);
                            return builder.build();
                        })));
    }

    static Topology volume(String path, Consumer<Volume.Builder> change) {
        Topology topology = TapbotEstate.topology();
        String server = path.substring(0, path.indexOf('/'));
        String name = path.substring(path.indexOf('/') + 1);
        return server(
                topology,
                server,
                s -> s.volumes(replaced(
                        serverOf(topology, server).volumes(),
                        each -> each.name().value(),
                        name,
                        volume -> {
                            Volume.Builder builder = Volume.builder().from(volume);
                            change.accept(builder);
                            return builder.build();
                        })));
    }

    static Topology backup(Consumer<Backup.Builder> change) {
        return backup(TapbotEstate.topology(), change);
    }

    static Topology backup(Topology topology, Consumer<Backup.Builder> change) {
        Backup.Builder builder = Backup.builder().from(topology.backups().get(0));
        change.accept(builder);
        return topology(topology, t -> t.backups(List.of(builder.build())));
    }

    static Topology link(Consumer<Link.Builder> change) {
        Topology topology = TapbotEstate.topology();
        Link.Builder builder = Link.builder().from(topology.links().get(0));
        change.accept(builder);
        return topology(topology, t -> t.links(List.of(builder.build())));
    }

    private static Server serverOf(Topology topology, String name) {
        return topology.servers().stream()
                .filter(server -> server.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<T> replaced(List<T> list, Function<T, String> name, String wanted, Function<T, T> change) {
        List<T> all = new ArrayList<>();
        for (T each : list) {
            all.add(name.apply(each).equals(wanted) ? change.apply(each) : each);
        }
        if (all.equals(list) && list.stream().noneMatch(each -> name.apply(each).equals(wanted))) {
            throw new AssertionError("nothing is called " + wanted);
        }
        return all;
    }
}
