package kz.tapbot.runtime.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.volume.Volume;

/** The boxes of a server and of what is on it. */
final class ServerNodes {

    private ServerNodes() {}

    static List<GraphNode> of(Server server) {
        List<GraphNode> nodes = new ArrayList<>();
        Optional<String> id = Optional.of(server.address().toString());
        nodes.add(new GraphNode(
                id.get(),
                GraphNode.Kind.SERVER,
                Optional.empty(),
                server.name().value(),
                details(server),
                server.networks().stream().map(ServerNodes::network).toList(),
                server.planned()));
        for (Service service : server.services()) {
            nodes.add(new GraphNode(
                    new ServiceId(server.name(), service.name()).address().toString(),
                    kind(service),
                    id,
                    service.name().value(),
                    details(service),
                    service.networks().stream()
                            .map(attachment -> attachment.network().network().value())
                            .toList(),
                    service.planned()));
        }
        for (HostService service : server.hostServices()) {
            nodes.add(new GraphNode(
                    hostService(server, service),
                    GraphNode.Kind.HOST_SERVICE,
                    id,
                    service.name().value(),
                    service.host().map(Object::toString).stream().toList(),
                    List.of(),
                    false));
        }
        for (Volume volume : server.volumes()) {
            nodes.add(new GraphNode(
                    Address.on(server.name(), "volume", volume.name().value()).toString(),
                    GraphNode.Kind.VOLUME,
                    id,
                    volume.name().value(),
                    volume.expectedSize().map(size -> "up to " + size).stream().toList(),
                    List.of(),
                    false));
        }
        return nodes;
    }

    static String hostService(Server server, HostService service) {
        return Address.on(server.name(), "host-service", service.name().value()).toString();
    }

    private static GraphNode.Kind kind(Service service) {
        if (service.is(Trait.PROXY)) {
            return GraphNode.Kind.PROXY;
        }
        return service.is(Trait.DATABASE) || service.is(Trait.CACHE) ? GraphNode.Kind.DATABASE : GraphNode.Kind.SERVICE;
    }

    private static List<String> details(Server server) {
        List<String> details = new ArrayList<>();
        details.add(server.host().value());
        server.size()
                .ifPresent(size ->
                        details.add(size.cpus() + " CPU, " + size.memory() + " memory, " + size.disk() + " disk"));
        if (server.planned()) {
            details.add("planned");
        }
        return details;
    }

    private static List<String> details(Service service) {
        List<String> details = new ArrayList<>();
        String image = service.image().value();
        int digest = image.indexOf('@');
        String tagged = digest < 0 ? image : image.substring(0, digest);
        details.add(tagged.startsWith("docker.io/library/") ? tagged.substring(18) : tagged);
        for (Route route : service.routes()) {
            details.add(route.host() + (route.path().equals("/") ? "" : route.path()) + login(route));
        }
        if (service.planned()) {
            details.add("planned");
        }
        return details;
    }

    private static String login(Route route) {
        LoginKind kind = route.login().kind();
        String login =
                kind == LoginKind.OWN ? ", own login" : kind == LoginKind.PROXY ? ", login by proxy" : ", no login";
        return route.openTo().isEmpty() ? login : login + ", for " + TextTable.listed(route.openTo());
    }

    private static String network(Network network) {
        return network.name() + (network.internal() ? " (internal)" : "");
    }
}
