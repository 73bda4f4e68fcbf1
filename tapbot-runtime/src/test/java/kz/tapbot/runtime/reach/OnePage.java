package kz.tapbot.runtime.reach;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;

/** Estates of which one page is another: without its login, for others, or at another path. */
final class OnePage {

    private OnePage() {}

    static List<OneSetting> of(Topology topology) {
        List<OneSetting> all = new ArrayList<>();
        for (Server server : topology.servers()) {
            for (Service service : server.services()) {
                for (Route route : service.routes()) {
                    changes(topology, server, service, route, all);
                }
            }
        }
        return all;
    }

    private static void changes(Topology topology, Server server, Service service, Route route, List<OneSetting> all) {
        String page = "https://" + route.host() + route.path();
        Login other = route.login().kind() == LoginKind.NOBODY ? Login.own() : Login.nobodyBecause("it is a test");
        all.add(new OneSetting(
                "the login of " + page,
                with(
                        topology,
                        server,
                        service,
                        route,
                        Route.builder()
                                .from(route)
                                .login(other)
                                .port(LabPages.port(other).number())
                                .build())));
        List<AddressSetName> guests = List.of(AddressSetName.of(route.openTo().isEmpty() ? "office" : "world"));
        all.add(new OneSetting(
                "to whom " + page + " is open",
                with(
                        topology,
                        server,
                        service,
                        route,
                        Route.builder().from(route).openTo(guests).build())));
        String path = route.path().equals("/one") ? "/onetwo" : "/zwei";
        all.add(new OneSetting(
                "the path of " + page,
                with(
                        topology,
                        server,
                        service,
                        route,
                        Route.builder().from(route).path(path).build())));
    }

    private static Topology with(Topology topology, Server server, Service service, Route route, Route other) {
        List<Route> routes = new ArrayList<>(service.routes());
        routes.remove(route);
        routes.add(other);
        Service.Builder changed = Service.builder().from(service).routes(routes);
        if (!service.listens().isEmpty()) {
            changed.addListens(kz.tapbot.model.net.Port.tcp(other.port()));
        }
        List<Service> services = new ArrayList<>(server.services());
        services.remove(service);
        services.add(LabListeners.in(changed.build(), server.name()));
        List<Server> servers = new ArrayList<>(topology.servers());
        servers.remove(server);
        servers.add(Server.builder().from(server).services(services).build());
        return LabPages.rendered(
                Topology.builder().from(topology).servers(servers).build());
    }
}
