package kz.tapbot.examples.bench;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.service.Image;

/** An estate of any number of networks and services, in which each service is on two networks and needs one other service. */
final class WideEstate {

    private static final int PER_SERVER = 100;
    static final int NETWORKS = 10;

    private WideEstate() {}

    static Topology of(int resources) {
        return Tapbot.topology("wide", t -> {
            var admins = t.addresses("admins", "198.51.100.7/32");
            int servers = servers(resources);
            for (int i = 0; i < servers; i++) {
                server(t, admins, i, resources / servers);
            }
        });
    }

    static int servers(int resources) {
        return Math.max(1, resources / PER_SERVER);
    }

    private static void server(TopologySpec t, AddressSetRef admins, int number, int resources) {
        var address = "10." + (number >> 16) + "." + ((number >> 8) & 255) + "." + (number & 255);
        ServerRef server = t.server("s" + number, HostAddress.of(address), s -> s.administeredFrom(admins));
        List<NetworkRef> networks = new ArrayList<>();
        for (int i = 0; i < NETWORKS; i++) {
            networks.add(server.network("n" + i));
        }
        List<ContainerRef> before = new ArrayList<>();
        for (int i = 0; i < resources - NETWORKS; i++) {
            var one = networks.get(i % NETWORKS);
            var other = networks.get((i + 1) % NETWORKS);
            var image = Image.of("registry.example/app:1." + i);
            before.add(server.container("v" + i, image, c -> {
                c.joins(one).joins(other);
                if (!before.isEmpty()) {
                    c.process(p -> p.startsAfter(before.get(before.size() - 1)));
                }
            }));
        }
    }
}
