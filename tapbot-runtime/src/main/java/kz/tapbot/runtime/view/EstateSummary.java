package kz.tapbot.runtime.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.tapbot.model.Topology;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;

/** An estate on one screen: servers and what runs on them, links and backups. */
public final class EstateSummary {

    private EstateSummary() {}

    /** As aligned text for a terminal; ends with a line break. */
    public static String render(Topology topology) {
        StringBuilder out = new StringBuilder(2048);
        out.append("Topology \"").append(topology.name()).append('"');
        topology.description().ifPresent(description -> out.append(": ").append(description));
        out.append('\n');
        for (Server server : topology.servers()) {
            out.append('\n').append(heading(server)).append('\n');
            containers(server).text(out);
            hostServices(server).text(out);
        }
        StringBuilder rest = new StringBuilder();
        links(topology).text(rest);
        backups(topology).text(rest);
        return out.append(rest.isEmpty() ? "" : "\n").append(rest).toString();
    }

    private static String heading(Server server) {
        List<String> parts = new ArrayList<>();
        server.system().ifPresent(system -> parts.add(system.toString()));
        server.size()
                .ifPresent(size ->
                        parts.add(size.cpus() + " CPU, " + size.memory() + " memory, " + size.disk() + " disk"));
        server.provider().flatMap(provider -> provider.cost()).ifPresent(cost -> parts.add(cost.toString()));
        if (server.planned()) {
            parts.add("planned");
        }
        String head = "Server " + server.name() + " (" + server.host() + ")";
        return parts.isEmpty() ? head : head + ": " + String.join(", ", parts);
    }

    private static TextTable containers(Server server) {
        List<List<String>> rows = new ArrayList<>();
        for (Service service : server.services()) {
            rows.add(List.of(
                    service.name() + (service.planned() ? " (planned)" : ""),
                    service.image().value(),
                    service.networks().stream()
                            .map(each -> each.network().network().value())
                            .collect(Collectors.joining(", ")),
                    service.limits().memory().map(Object::toString).orElse("no limit"),
                    service.routes().stream().map(route -> route.host().value()).collect(Collectors.joining(", "))));
        }
        return new TextTable("Services", List.of("Name", "Image", "Networks", "Memory", "Host names"), rows);
    }

    private static TextTable hostServices(Server server) {
        List<List<String>> rows = server.hostServices().stream()
                .map(service -> List.of(
                        service.name().value(),
                        service.port().toString(),
                        service.openTo().isEmpty()
                                ? "nobody"
                                : service.openTo().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))))
                .toList();
        return new TextTable("Services of the server itself", List.of("Name", "Port", "Open to"), rows);
    }

    private static TextTable links(Topology topology) {
        List<List<String>> rows = new ArrayList<>();
        for (Link link : topology.links()) {
            rows.add(List.of(
                    link.name().value(),
                    link.servers().stream().map(Object::toString).collect(Collectors.joining(", ")),
                    link.subnet().value(),
                    Integer.toString(link.permits().size())));
        }
        return new TextTable("Links", List.of("Name", "Servers", "Addresses", "Permits"), rows);
    }

    private static TextTable backups(Topology topology) {
        List<List<String>> rows = new ArrayList<>();
        for (Backup backup : topology.backups()) {
            rows.add(List.of(
                    backup.name().value(),
                    backup.schedule().map(Object::toString).orElse("by hand"),
                    Integer.toString(backup.sources().size()),
                    backup.targets().stream()
                            .map(target -> target.destination().toString())
                            .collect(Collectors.joining(", "))));
        }
        return new TextTable("Backups", List.of("Name", "When", "Things", "To"), rows);
    }
}
