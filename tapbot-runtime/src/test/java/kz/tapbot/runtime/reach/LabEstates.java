package kz.tapbot.runtime.reach;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceKind;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.model.net.AddressSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.HealthCheck;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;

/**
 * Random estates of two servers of the lab, wise or not: firewalls on and off, ports of both protocols open to everybody, to some, to one family, on one
 * address; containers on several networks, on internal ones, on none; the sets of addresses overlap, and hold servers, containers, or nobody who is there.
 */
final class LabEstates {

    static final String IMAGE = "tapbot-test/well:1.0.0";

    static final HealthCheck CHECK =
            new HealthCheck(Command.of("true"), Duration.ofSeconds(1), Duration.ofSeconds(10), 3, Duration.ZERO);

    private static final AddressSetName ADMINS = AddressSetName.of("admins");
    private static final List<String> SETS =
            List.of("admins", "office", "peers", "six", "world", "nobody", "inside", "own");
    private static final List<String> NETWORKS = List.of("web", "side", "inner");
    private static final List<Port> HOST_PORTS = List.of(Port.tcp(7001), Port.tcp(7002), Port.udp(7004));

    private final SplittableRandom random;
    private final LabSide lab;

    private LabEstates(long seed, LabSide lab) {
        random = new SplittableRandom(seed);
        this.lab = lab;
    }

    /** Every second estate has pages, and two of three have a link. */
    static Topology of(long seed, LabSide lab) {
        boolean linked = hasLink(seed);
        Topology topology = new LabEstates(seed, lab).topology(linked);
        SplittableRandom more = new SplittableRandom(~seed);
        Topology proxied = hasPages(seed) ? LabPages.in(topology, more) : topology;
        return linked ? LabLinks.in(proxied, more) : proxied;
    }

    static boolean hasPages(long seed) {
        return seed % 2 == 0;
    }

    static boolean hasLink(long seed) {
        return seed % 3 != 1;
    }

    private Topology topology(boolean onEach) {
        Topology.Builder topology = Topology.builder()
                .name(TopologyName.of("lab-scanned"))
                .addAddressSets(
                        AddressSet.builder()
                                .name(ADMINS)
                                .addAllBlocks(lab.administrators())
                                .build(),
                        set("office", "10.214.7.200/30"),
                        set("peers", "10.214.7.8/29", "fd14:214:7::10/124"),
                        set("six", "fd14:214:7::200/120"),
                        set("world", "0.0.0.0/0"),
                        set("nobody", "198.51.100.0/24"),
                        set("inside", "172.16.0.0/12", "192.168.0.0/16"),
                        set("six-app", LabSide.block(0, 0)),
                        set("six-data", LabSide.block(1, 0)));
        int services = 1 + random.nextInt(4);
        int ofFirst = onEach && services > 1 ? 1 + random.nextInt(services - 1) : random.nextInt(services + 1);
        topology.addServers(server(0, ofFirst), server(1, services - ofFirst));
        return topology.build();
    }

    private Server server(int number, int services) {
        ServerName name = lab.names().get(number);
        boolean firewall = random.nextInt(4) > 0;
        Server.Builder server = lab.declared(name).firewall(firewall);
        for (String network : NETWORKS) {
            boolean internal = network.equals("inner") || network.equals("side") && random.nextInt(4) == 0;
            server.addNetworks(network(number, network, internal, firewall && random.nextBoolean()));
        }
        List<IpAddress> addresses = new ArrayList<>(List.of(lab.four(name)));
        if (random.nextInt(5) > 0) {
            addresses.add(lab.six(name));
            server.ipv6(lab.six(name));
        }
        if (random.nextInt(5) > 0) {
            server.addAdministeredFrom(ADMINS).addAllAdministeredFrom(sets(name));
        }
        for (Port port : HOST_PORTS) {
            if (random.nextInt(3) == 0) {
                server.addOpen(new FirewallRule(port, sets(name), "a test"));
            }
        }
        if (random.nextInt(3) == 0) {
            server.addHostServices(hostService(name));
        }
        for (int i = 0; i < services; i++) {
            server.addServices(service(name, number * 4 + i, addresses));
        }
        return server.build();
    }

    private HostService hostService(ServerName name) {
        return HostService.builder()
                .name(ServiceName.of("jobs"))
                .kind(ServiceKind.of("jobs"))
                .packageName(PackageName.of("cron"))
                .unit(UnitName.of("cron.service"))
                .port(Port.tcp(7003))
                .addAllOpenTo(sets(name))
                .build();
    }

    /** Without a firewall no network has IPv6, which is refused (TB2205). */
    private static Network network(int server, String name, boolean internal, boolean ipv6) {
        Network.Builder network = Network.builder().name(NetworkName.of(name)).internal(internal);
        if (ipv6) {
            network.subnetIpv6(Cidr.of(LabSide.block(server, NETWORKS.indexOf(name) + 1)));
        }
        return network.build();
    }

    private Service service(ServerName server, int number, List<IpAddress> addresses) {
        Service.Builder service = Service.builder()
                .name(ServiceName.of("s" + number))
                .kind(ServiceKind.of("plain"))
                .image(Image.of(IMAGE))
                .healthCheck(CHECK);
        for (String network : NETWORKS) {
            if (random.nextInt(5) < 2) {
                service.addNetworks(Attachment.to(new NetworkId(server, NetworkName.of(network))));
            }
        }
        if (random.nextInt(4) > 0) {
            service.addListens(Port.tcp(8080));
        }
        if (random.nextInt(4) == 0) {
            service.addListens(Port.udp(5353));
        }
        if (random.nextInt(3) > 0) {
            Port port = random.nextInt(4) == 0 ? Port.udp(6000 + number) : Port.tcp(6000 + number);
            service.addPublications(
                    new Publication(port, random.nextBoolean() ? 8080 : 9000, bind(addresses), sets(server)));
        }
        if (random.nextInt(3) == 0) {
            // One port on two addresses of the server, which two containers may share.
            IpAddress other = addresses.size() > 1 ? addresses.get(1) : IpAddress.of("127.0.0.1");
            IpAddress mine = number % 2 == 0 ? addresses.get(0) : other;
            service.addPublications(
                    new Publication(Port.tcp(6500 + number / 2), 8080, Optional.of(mine), sets(server)));
        }
        return LabListeners.in(service.build(), server);
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

    private List<AddressSetName> sets(ServerName server) {
        if (random.nextInt(3) == 0) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(SETS.get(random.nextInt(SETS.size()))),
                        SETS.stream().filter(name -> random.nextInt(8) == 0))
                .distinct()
                // By IPv6 it depends on the engine whether others see a container's own address: only its own server
                // lets those in.
                .map(name -> AddressSetName.of(name.equals("own") ? "six-" + server : name))
                .toList();
    }

    private static AddressSet set(String name, String... blocks) {
        AddressSet.Builder set = AddressSet.builder().name(AddressSetName.of(name));
        for (String block : blocks) {
            set.addBlocks(Cidr.of(block));
        }
        return set.build();
    }
}
