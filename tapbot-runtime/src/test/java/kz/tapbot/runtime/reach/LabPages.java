package kz.tapbot.runtime.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.dsl.ZoneRef;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.service.Caddy;

/** Gives estates proxies, which are Caddy as Tapbot declares it, and pages behind them: with logins of theirs or of the service, or none, for everybody or some. */
final class LabPages {

    static final ServiceName PROXY = ServiceName.of("caddy");
    static final String VERSION = "2.6.2";
    static final String USER = "ann";
    static final String VARIABLE = "PAGE_LOGIN";

    /** Where a container answers in HTTP, and where it asks for a login of its own. */
    static final Port PAGE = Port.tcp(9500);

    static final Port ASKING = Port.tcp(9501);

    /** What is asked for of each host: what routes begin with, what is below, and what is called much the same. */
    static final List<String> PATHS =
            List.of("/", "/one", "/one/deep", "/one/deep/er", "/two", "/two/page", "/onetwo", "/zwei");

    private static final List<String> ROUTED = List.of("/", "/one", "/one/deep", "/two");
    private static final Secret LOGIN = Secret.environment("page-login", VARIABLE);
    private static final String ZONE = "lab.example";
    private static final NetworkName WEB = NetworkName.of("web");

    private final SplittableRandom random;

    private LabPages(SplittableRandom random) {
        this.random = random;
    }

    /** The same estate with a proxy on one server, or on each. */
    static Topology in(Topology topology, SplittableRandom random) {
        LabPages pages = new LabPages(random);
        int one = random.nextInt(topology.servers().size());
        boolean all = random.nextInt(4) == 0;
        List<Server> servers = new ArrayList<>();
        for (int i = 0; i < topology.servers().size(); i++) {
            Server server = topology.servers().get(i);
            servers.add(all || i == one ? pages.proxied(server) : server);
        }
        return rendered(Topology.builder().from(topology).servers(servers).build());
    }

    /** The host name whose pages are on a server. */
    static HostName host(ServerName server) {
        return HostName.of(server + "." + ZONE);
    }

    static boolean isProxied(Server server) {
        return server.services().stream().anyMatch(LabPages::isProxy);
    }

    static boolean isProxy(Service service) {
        return service.name().equals(PROXY);
    }

    private Server proxied(Server server) {
        List<Service> services = new ArrayList<>();
        Service.Builder page = Service.builder()
                .name(ServiceName.of("page"))
                .kind(ServiceKind.of("plain"))
                .image(Image.of(LabEstates.IMAGE))
                .healthCheck(LabEstates.CHECK)
                .addNetworks(web(server));
        if (random.nextBoolean()) {
            page.addListens(PAGE, ASKING);
        }
        List<String> left = new ArrayList<>(ROUTED);
        services.add(routed(page.build(), server, left, 1 + random.nextInt(2)));
        for (Service service : server.services()) {
            boolean beside = service.networks().contains(web(server));
            services.add(beside && random.nextInt(3) > 0 ? routed(service, server, left, 1) : service);
        }
        services.add(Service.builder()
                .name(PROXY)
                .kind(ServiceKind.of("caddy"))
                .image(Image.of("caddy:" + VERSION))
                .addNetworks(web(server))
                .publications(List.of(publication(server, 80), publication(server, 443)))
                .build());
        return Server.builder().from(server).services(services).build();
    }

    private Service routed(Service service, Server server, List<String> left, int count) {
        Service.Builder routed = Service.builder().from(service);
        for (int i = 0; i < count && !left.isEmpty(); i++) {
            Login login = switch (random.nextInt(3)) {
                case 0 -> Login.own();
                case 1 -> Login.nobodyBecause("it is a test");
                default -> Login.byProxy(USER, LOGIN.name());
            };
            Route route = Route.builder()
                    .host(host(server.name()))
                    .path(left.remove(random.nextInt(left.size())))
                    .port(port(login).number())
                    .proxy(new ServiceId(server.name(), PROXY))
                    .login(login)
                    .openTo(sets(server))
                    .build();
            routed.addRoutes(route);
            if (!service.listens().isEmpty()) {
                routed.addListens(port(login));
            }
        }
        return LabListeners.in(routed.build(), server.name());
    }

    static Port port(Login login) {
        return login.kind() == LoginKind.OWN ? ASKING : PAGE;
    }

    private Publication publication(Server server, int port) {
        Optional<IpAddress> bind = switch (random.nextInt(5)) {
            case 0 -> Optional.of(IpAddress.of("0.0.0.0"));
            case 1 -> server.ipv6().map(six -> IpAddress.of("::"));
            case 2 -> server.host().ip();
            default -> Optional.empty();
        };
        return new Publication(
                Port.tcp(port),
                port,
                bind,
                random.nextInt(3) == 0 ? some(List.of("admins", "office", "peers", "six")) : List.of());
    }

    /**
     * To whom a page is open. Where the proxy's network has IPv6, it depends on the engine as whom it sees those who come by it: no list of that family is
     * for pages there.
     */
    private List<AddressSetName> sets(Server server) {
        if (random.nextBoolean()) {
            return List.of();
        }
        boolean six = server.networks().stream()
                .anyMatch(network ->
                        network.name().equals(WEB) && network.subnetIpv6().isPresent());
        return some(
                six
                        ? List.of("office", "world", "nobody", "inside")
                        : List.of("admins", "office", "peers", "six", "world", "nobody", "inside"));
    }

    private List<AddressSetName> some(List<String> names) {
        List<AddressSetName> sets = new ArrayList<>();
        sets.add(AddressSetName.of(names.get(random.nextInt(names.size()))));
        if (random.nextInt(3) == 0) {
            AddressSetName other = AddressSetName.of(names.get(random.nextInt(names.size())));
            if (!sets.contains(other)) {
                sets.add(other);
            }
        }
        return sets;
    }

    private static Attachment web(Server server) {
        return Attachment.to(new NetworkId(server.name(), WEB));
    }

    /** The same estate, where each proxy is the one that Tapbot makes of the routes, published as it was. */
    static Topology rendered(Topology topology) {
        List<Server> servers = new ArrayList<>();
        Topology.Builder rendered = Topology.builder().from(topology);
        for (Server server : topology.servers()) {
            if (!isProxied(server)) {
                servers.add(server);
                continue;
            }
            Topology made = draft(topology, server);
            Server other = made.servers().get(0);
            Service proxy = other.services().stream()
                    .filter(LabPages::isProxy)
                    .findFirst()
                    .orElseThrow();
            List<Service> services = new ArrayList<>();
            for (Service service : server.services()) {
                services.add(
                        isProxy(service)
                                ? Service.builder()
                                        .from(proxy)
                                        .publications(service.publications())
                                        .networks(service.networks())
                                        .build()
                                : service);
            }
            servers.add(Server.builder()
                    .from(server)
                    .services(services)
                    .volumes(other.volumes())
                    .build());
            rendered.secrets(made.secrets());
        }
        return rendered.servers(servers).build();
    }

    /** Caddy and the routes to it, as somebody writes them. */
    private static Topology draft(Topology topology, Server server) {
        return Tapbot.draft("lab-pages", t -> {
                    Map<AddressSetName, AddressSetRef> sets = topology.addressSets().stream()
                            .collect(Collectors.toMap(AddressSet::name, set -> set(t, set)));
                    ZoneRef zone = t.zone(ZONE);
                    var box = t.server(server.name().value(), server.host());
                    NetworkRef web = box.network(WEB.value());
                    ProxyRef proxy = box.run(Caddy.version(VERSION).on(web));
                    box.container(
                            "keeps-the-login",
                            Image.of(LabEstates.IMAGE),
                            c -> c.joins(web).environment("LOGIN", LOGIN));
                    for (Service service : server.services()) {
                        if (service.routes().isEmpty()) {
                            continue;
                        }
                        box.container(service.name().value(), service.image(), c -> {
                            c.joins(web);
                            for (Route route : service.routes()) {
                                var page = zone.host(server.name().value());
                                c.servedBy(
                                        proxy,
                                        route.path().equals("/") ? page : page.path(route.path()),
                                        route.port(),
                                        access(route.login())
                                                .onlyFrom(route.openTo().stream()
                                                        .map((Function<AddressSetName, AddressSetRef>) sets::get)
                                                        .toArray(AddressSetRef[]::new)));
                            }
                        });
                    }
                })
                .topology();
    }

    private static AddressSetRef set(TopologySpec t, AddressSet set) {
        List<String> blocks = set.blocks().stream().map(Cidr::value).toList();
        return t.addresses(
                set.name().value(), blocks.get(0), blocks.stream().skip(1).toArray(String[]::new));
    }

    private static Access access(Login login) {
        return switch (login.kind()) {
            case OWN -> Access.ownLogin();
            case PROXY -> Access.proxyLogin(USER, LOGIN);
            case NOBODY -> Access.everybodyBecause("it is a test");
        };
    }
}
