package kz.tapbot.runtime.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;

/**
 * Random estates in which ports stand open in every way there is, wise or not: firewalls on and off, sets that overlap, that hold the servers
 * themselves, or everybody, both families, every kind of bind address, internal networks, proxies with and without logins, links.
 */
final class OpenEstates {

    /** Programs that listen on the servers themselves, wherever something is opened to them. */
    static final List<Port> HOST_PORTS = List.of(Port.tcp(7001), Port.tcp(7002), Port.udp(51_820));

    private static final List<String> SERVERS = List.of("app", "data", "edge");
    private static final List<String> SETS = List.of("admins", "office", "peers", "six", "world", "linked");
    private static final ServiceName PROXY = ServiceName.of("proxy");
    private static final SecretName LOGIN = SecretName.of("page-login");

    private final SplittableRandom random;
    private final int size;

    private OpenEstates(long seed, int size) {
        random = new SplittableRandom(seed);
        this.size = size;
    }

    static Topology of(long seed, int size) {
        return new OpenEstates(seed, size).topology();
    }

    private Topology topology() {
        int count = 1 + random.nextInt(SERVERS.size());
        Topology.Builder topology = Topology.builder()
                .name(TopologyName.of("shop"))
                .addAddressSets(
                        set("admins", "198.51.100.0/29", "2001:db8:7::/64"),
                        set("office", "198.51.100.4/30"),
                        set("peers", "203.0.113.0/28", "2001:db8:1::/48"),
                        set("six", "2001:db8:7::/48"),
                        set("world", "0.0.0.0/0"),
                        set("linked", "10.99.0.0/24"))
                .addSecrets(SecretDeclaration.builder()
                        .name(LOGIN)
                        .source(SecretSource.generated())
                        .build());
        for (int i = 0; i < count; i++) {
            topology.addServers(server(ServerName.of(SERVERS.get(i)), i));
        }
        if (count > 1 && random.nextBoolean()) {
            Link.Builder link = Link.builder().name(LinkName.of("wg")).subnet(Cidr.of("10.99.0.0/24"));
            SERVERS.subList(0, count).forEach(name -> link.addServers(ServerName.of(name)));
            if (size > 0) {
                link.addPermits(new LinkPermit(ServiceId.of("app/s0"), ServiceId.of("data/s0"), 8080));
            }
            topology.addLinks(link.build());
        }
        return topology.build();
    }

    private Server server(ServerName name, int number) {
        IpAddress four = IpAddress.of("203.0.113." + (number + 1));
        IpAddress six = IpAddress.of("2001:db8:1::" + (number + 1));
        boolean both = random.nextBoolean();
        Server.Builder server = Server.builder()
                .name(name)
                .host(HostAddress.of(four.value()))
                .firewall(random.nextInt(5) > 0)
                .administeredFrom(new TreeSet<>(sets()))
                .addNetworks(network("web", false), network("inner", true), network("side", false));
        if (both) {
            server.ipv6(six)
                    .addNetworks(Network.builder()
                            .name(NetworkName.of("six"))
                            .internal(random.nextBoolean())
                            .subnetIpv6(Cidr.of("fd15:" + number + "::/64"))
                            .build());
        }
        for (Port port : HOST_PORTS.subList(0, 2)) {
            if (random.nextBoolean()) {
                server.addOpen(new FirewallRule(port, sets(), "a test"));
            }
        }
        if (random.nextInt(4) > 0) {
            server.addServices(proxy(name, number));
        }
        for (int i = 0; i < size; i++) {
            server.addServices(service(name, number, i, both ? List.of(four, six) : List.of(four)));
        }
        return server.build();
    }

    private Service proxy(ServerName server, int number) {
        Service.Builder proxy = service(PROXY)
                .addTraits(Trait.PROXY)
                .addNetworks(on(server, "web"))
                .addPublications(new Publication(Port.tcp(443), 443, Optional.empty(), sets()));
        if (random.nextBoolean()) {
            proxy.addPublications(new Publication(Port.tcp(80), 80, Optional.empty(), sets()));
        }
        if (random.nextInt(4) == 0) {
            proxy.addRoutes(route(server, number, "self", 3));
        }
        return proxy.build();
    }

    private Service service(ServerName server, int number, int i, List<IpAddress> addresses) {
        Service.Builder service = service(ServiceName.of("s" + i)).addListens(Port.tcp(8080));
        for (String network :
                addresses.size() > 1 ? List.of("web", "inner", "side", "six") : List.of("web", "inner", "side")) {
            if (random.nextInt(3) == 0) {
                service.addNetworks(on(server, network));
            }
        }
        if (random.nextInt(3) == 0) {
            service.addListens(Port.udp(5353));
        }
        if (random.nextBoolean()) {
            service.addPublications(
                    new Publication(Port.tcp(6000 + i), random.nextBoolean() ? 8080 : 9000, bind(addresses), sets()));
        }
        if (random.nextInt(3) == 0) {
            // One port on two addresses of the server, which two containers may share.
            IpAddress other = addresses.size() > 1 ? addresses.get(1) : IpAddress.of("127.0.0.1");
            IpAddress mine = i % 2 == 0 ? addresses.get(0) : other;
            service.addPublications(new Publication(Port.tcp(6500 + i / 2), 8080, Optional.of(mine), sets()));
        }
        if (random.nextInt(3) == 0) {
            // A proxy asks for its login before it finds that it cannot pass anything on: only what it reaches is
            // behind one.
            boolean reached = service.build().networks().contains(on(server, "web"));
            service.addRoutes(route(server, number, "p" + i, reached ? 3 : 2));
        }
        return service.build();
    }

    private static Service.Builder service(ServiceName name) {
        return Service.builder()
                .name(name)
                .kind(ServiceKind.of("container"))
                .image(Image.of("example/" + name + ":1.0.0"));
    }

    private Route route(ServerName server, int number, String page, int logins) {
        Login login = switch (random.nextInt(logins)) {
            case 0 -> Login.own();
            case 1 -> Login.nobodyBecause("it is a test");
            default -> Login.byProxy("admin", LOGIN);
        };
        Route.Builder route = Route.builder()
                .host(HostName.of("h" + number + ".example.com"))
                .path("/" + page)
                .port(9500)
                .proxy(new ServiceId(server, PROXY))
                .login(login);
        if (random.nextInt(3) == 0) {
            route.addOpenTo(AddressSetName.of("admins"));
        }
        return route.build();
    }

    private Optional<IpAddress> bind(List<IpAddress> addresses) {
        return switch (random.nextInt(6)) {
            case 0 -> Optional.of(IpAddress.of("127.0.0.1"));
            case 1 -> Optional.of(IpAddress.of("0.0.0.0"));
            case 2 -> Optional.of(addresses.get(random.nextInt(addresses.size())));
            case 3 -> addresses.size() > 1 ? Optional.of(IpAddress.of("::")) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private List<AddressSetName> sets() {
        List<AddressSetName> sets = new ArrayList<>();
        for (String name : SETS) {
            if (random.nextInt(5) == 0) {
                sets.add(AddressSetName.of(name));
            }
        }
        return sets;
    }

    private static AddressSet set(String name, String... blocks) {
        AddressSet.Builder set = AddressSet.builder().name(AddressSetName.of(name));
        for (String block : blocks) {
            set.addBlocks(Cidr.of(block));
        }
        return set.build();
    }

    private static Network network(String name, boolean internal) {
        return Network.builder().name(NetworkName.of(name)).internal(internal).build();
    }

    private static Attachment on(ServerName server, String network) {
        return Attachment.to(new NetworkId(server, NetworkName.of(network)));
    }
}
