package kz.tapbot.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
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
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;

/** Estates that are large in one direction, where work that looks at everything from everywhere shows. */
enum WideEstates {
    PUBLISHED_PORTS_OF_ONE_SERVER,
    FIREWALL_RULES_OF_ONE_SERVER,
    DATABASES_OF_ONE_NETWORK,
    HOSTS_OF_ONE_PROXY,
    PATHS_OF_ONE_HOST,
    LISTS_OF_ONE_PROXY,
    SERVERS_LINKED_EACH_TO_THE_NEXT,
    SERVICES_THAT_NEED_EACH_THE_LAST;

    private static final NetworkId WEB = NetworkId.of("box/web");

    Topology of(int count) {
        return switch (this) {
            case PUBLISHED_PORTS_OF_ONE_SERVER ->
                services(
                        count,
                        (service, i) -> service.addPublications(
                                new Publication(Port.tcp(1_000 + i), 80, Optional.empty(), List.of())));
            case FIREWALL_RULES_OF_ONE_SERVER ->
                of(
                        List.of(server("box", 1)
                                .open(IntStream.range(0, count)
                                        .mapToObj(i -> new FirewallRule(Port.tcp(1_000 + i), List.of(), "a reason"))
                                        .toList())
                                .build()),
                        List.of());
            case DATABASES_OF_ONE_NETWORK ->
                services(
                        count, (service, i) -> service.addTraits(Trait.DATABASE).addListens(Port.tcp(5_432)));
            case HOSTS_OF_ONE_PROXY -> services(count, (service, i) -> route(service, "a" + i + ".example.com", "/"));
            case PATHS_OF_ONE_HOST -> services(count, (service, i) -> route(service, "a.example.com", "/p" + i));
            case LISTS_OF_ONE_PROXY -> lists(count);
            case SERVERS_LINKED_EACH_TO_THE_NEXT ->
                of(
                        IntStream.range(0, count)
                                .mapToObj(i -> server("b" + i, i + 1).build())
                                .toList(),
                        IntStream.range(1, count)
                                .mapToObj(i -> Link.builder()
                                        .name(LinkName.of("l" + i))
                                        .subnet(Cidr.of("10.99.0.0/24"))
                                        .addServers(ServerName.of("b" + (i - 1)), ServerName.of("b" + i))
                                        .build())
                                .toList());
            case SERVICES_THAT_NEED_EACH_THE_LAST ->
                services(
                        count,
                        (service, i) -> i % 500 == 0
                                ? service
                                : service.addNeeds(new Need(ServiceId.of("box/s" + (i - 1)), false)));
        };
    }

    private static Topology services(int count, BiFunction<Service.Builder, Integer, Service.Builder> more) {
        List<Service> all = new ArrayList<>(List.of(service("proxy")
                .addTraits(Trait.PROXY)
                .addPublications(new Publication(Port.tcp(443), 443, Optional.empty(), List.of()))
                .build()));
        IntStream.range(0, count)
                .forEach(i -> all.add(more.apply(service("s" + i), i).build()));
        return of(
                List.of(server("box", 1)
                        .addNetworks(
                                Network.builder().name(NetworkName.of("web")).build())
                        .services(all)
                        .build()),
                List.of());
    }

    /** Each page has a list of its own, with an address of IPv6 that its proxy never sees. */
    private static Topology lists(int count) {
        Topology pages = services(
                count, (service, i) -> route(service, "a" + i + ".example.com", "/", AddressSetName.of("office-" + i)));
        return Topology.builder()
                .from(pages)
                .servers(pages.servers().stream()
                        .map(server -> Server.builder()
                                .from(server)
                                .ipv6(IpAddress.of("2001:db8::1"))
                                .build())
                        .toList())
                .addressSets(IntStream.range(0, count)
                        .mapToObj(i -> AddressSet.builder()
                                .name(AddressSetName.of("office-" + i))
                                .addBlocks(Cidr.of("2001:db8:1:" + Integer.toHexString(i) + "::/64"))
                                .build())
                        .toList())
                .build();
    }

    private static Service.Builder service(String name) {
        return Service.builder()
                .name(ServiceName.of(name))
                .kind(ServiceKind.of("container"))
                .image(Image.of("nginx:1.29.3"))
                .addNetworks(new Attachment(WEB, List.of()));
    }

    private static Service.Builder route(Service.Builder service, String host, String path, AddressSetName... openTo) {
        return service.addTraits(Trait.WEB_INTERFACE)
                .addRoutes(Route.builder()
                        .host(HostName.of(host))
                        .path(path)
                        .proxy(ServiceId.of("box/proxy"))
                        .port(80)
                        .login(Login.nobodyBecause("it is for everybody"))
                        .addOpenTo(openTo)
                        .build());
    }

    private static Server.Builder server(String name, int number) {
        return Server.builder()
                .name(ServerName.of(name))
                .host(HostAddress.of("10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255)));
    }

    private static Topology of(List<Server> servers, List<Link> links) {
        return Topology.builder()
                .name(TopologyName.of("wide"))
                .servers(servers)
                .links(links)
                .build();
    }
}
