package kz.tapbot.runtime.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;

/** The rows of the port map of one server. */
final class PortTables {

    private static final int MOST_BLOCKS_SHOWN = 3;

    private final Topology topology;
    private final Server server;

    PortTables(Topology topology, Server server) {
        this.topology = topology;
        this.server = server;
    }

    /** A row that is put into its place by its port before it is shown. */
    private record Row(Port port, List<String> cells) {
        static Row of(Port port, String... rest) {
            List<String> cells = new ArrayList<>();
            cells.add(port.toString());
            cells.addAll(List.of(rest));
            return new Row(port, cells);
        }
    }

    TextTable open() {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.of(
                Port.tcp(server.ssh().port()),
                "sshd",
                server.firewall() ? who(server.administeredFrom()) : everybody(),
                everywhere(),
                sshFor()));
        for (FirewallRule rule : server.open()) {
            rows.add(Row.of(rule.port(), "server", who(rule.from()), everywhere(), rule.reason()));
        }
        for (HostService service : server.hostServices()) {
            if (!service.openTo().isEmpty()) {
                rows.add(Row.of(
                        service.port(),
                        service.name().value(),
                        who(service.openTo()),
                        everywhere(),
                        service.kind() + " on the server"));
            }
        }
        server.services().stream()
                .filter(service -> !reserved(service))
                .forEach(service -> service.publications().forEach(publication -> {
                    if (!local(publication)) {
                        rows.add(published(service, publication));
                    }
                }));
        joined().forEach(link -> rows.add(Row.of(
                Port.udp(link.port()), "link " + link.name(), "servers of the link", everywhere(), "encrypted link")));
        return table("Public", List.of("Port", "What", "Open to", "Bind", "For"), rows);
    }

    TextTable names() {
        List<List<String>> rows = new ArrayList<>();
        for (Service service : server.services()) {
            for (Route route : service.routes()) {
                rows.add(List.of(
                        route.host() + (route.path().equals("/") ? "" : route.path()),
                        service.name() + ":" + route.port() + (reserved(service) ? " (planned)" : ""),
                        login(route.login()),
                        who(route.openTo()),
                        route.proxy().service().value(),
                        route.login().because().orElse("")));
            }
        }
        server.hostServices()
                .forEach(service -> service.host()
                        .ifPresent(host -> rows.add(List.of(
                                host.value(),
                                service.name() + ":" + service.port().number(),
                                "own",
                                service.openTo().isEmpty() ? "nobody" : who(service.openTo()),
                                "none",
                                ""))));
        rows.sort(Comparator.comparing(row -> row.get(0)));
        return new TextTable("Host names", List.of("Name", "Leads to", "Login", "Open to", "Proxy", "Because"), rows);
    }

    TextTable internal() {
        List<Row> rows = new ArrayList<>();
        for (HostService service : server.hostServices()) {
            if (service.openTo().isEmpty()) {
                rows.add(Row.of(service.port(), service.name().value(), "this server"));
            }
        }
        for (Service service : server.services()) {
            if (!reserved(service)) {
                service.listens().stream()
                        .filter(port -> !published(service, port))
                        .forEach(port -> rows.add(Row.of(port, service.name().value(), networks(service))));
                service.publications().stream()
                        .filter(PortTables::local)
                        .forEach(publication -> rows.add(Row.of(
                                publication.host(), service.name().value(), "this server at " + bind(publication))));
            }
        }
        return table("Internal, never published", List.of("Port", "Service", "Reached on"), rows);
    }

    TextTable reserved() {
        List<Row> rows = new ArrayList<>();
        for (Service service : server.services()) {
            if (reserved(service)) {
                service.listens()
                        .forEach(port -> rows.add(Row.of(port, service.name().value(), networks(service))));
                service.publications()
                        .forEach(publication -> rows.add(Row.of(
                                publication.host(),
                                service.name().value(),
                                "public, " + who(publication.from()) + ", " + bind(publication))));
            }
        }
        return table("Reserved for what is planned", List.of("Port", "Service", "Will be reached on"), rows);
    }

    TextTable links() {
        List<List<String>> rows = new ArrayList<>();
        for (Link link : joined()) {
            for (LinkPermit permit : link.permits()) {
                if (permit.from().server().equals(server.name())
                        || permit.to().server().equals(server.name())) {
                    rows.add(List.of(
                            permit.from().toString(),
                            permit.to() + ":" + permit.port(),
                            link.name().value(),
                            link.subnet().value()));
                }
            }
        }
        return new TextTable("Between servers", List.of("From", "To", "Link", "Addresses"), rows);
    }

    private Row published(Service service, Publication publication) {
        boolean same = publication.container() == publication.host().number();
        return Row.of(
                publication.host(),
                service.name().value(),
                who(publication.from()),
                bind(publication),
                service.kind() + (same ? "" : ", port " + publication.container() + " of the container"));
    }

    private static boolean published(Service service, Port port) {
        return service.publications().stream()
                .anyMatch(publication -> !local(publication)
                        && publication.container() == port.number()
                        && publication.host().protocol() == port.protocol());
    }

    private String sshFor() {
        return "SSH as " + server.ssh().user() + (server.ssh().keysOnly() ? ", keys only" : ", keys and passwords");
    }

    private List<Link> joined() {
        return topology.links().stream()
                .filter(link -> link.servers().contains(server.name()))
                .toList();
    }

    private boolean reserved(Service service) {
        return service.planned() || server.planned();
    }

    private String who(Collection<AddressSetName> sets) {
        return sets.isEmpty() ? everybody() : sets.stream().map(this::who).collect(Collectors.joining(", "));
    }

    private String who(AddressSetName name) {
        List<Cidr> blocks = topology.addressSets().stream()
                .filter(set -> set.name().equals(name))
                .map(AddressSet::blocks)
                .flatMap(Collection::stream)
                .toList();
        if (blocks.isEmpty() || blocks.size() > MOST_BLOCKS_SHOWN) {
            return name + " (" + blocks.size() + " blocks)";
        }
        return name + " (" + blocks.stream().map(Cidr::value).collect(Collectors.joining(", ")) + ")";
    }

    private static String login(Login login) {
        return switch (login.kind()) {
            case OWN -> "own";
            case PROXY -> "asked by the proxy";
            case NOBODY -> "none";
        };
    }

    private static String networks(Service service) {
        return service.networks().isEmpty()
                ? "no network"
                : service.networks().stream()
                        .map(Attachment::network)
                        .map(id -> id.network().value())
                        .collect(Collectors.joining(", "));
    }

    private static boolean local(Publication publication) {
        return publication.bind().map(IpAddress::isLoopback).orElse(false);
    }

    private static String bind(Publication publication) {
        return publication.bind().map(IpAddress::value).orElseGet(PortTables::everywhere);
    }

    private static String everybody() {
        return "everybody";
    }

    private static String everywhere() {
        return "every address";
    }

    private static TextTable table(String title, List<String> head, List<Row> rows) {
        rows.sort(Comparator.comparing(Row::port));
        return new TextTable(title, head, rows.stream().map(Row::cells).toList());
    }
}
