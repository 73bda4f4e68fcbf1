package kz.tapbot.runtime.cli;

import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkEnd;
import kz.tapbot.model.link.LinkPlan;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.server.Server;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;

/** What a question of {@code reach} can be about: a name that is misspelt is not reached by anybody, and would be taken for safe. */
final class ReachEnds {

    private final Set<Address> all = new TreeSet<>();

    ReachEnds(Topology topology) {
        topology.addressSets().forEach(set -> all.add(set.address()));
        for (Server server : topology.servers()) {
            all.add(server.address());
            server.services().forEach(service -> all.add(new ServiceId(server.name(), service.name()).address()));
            server.networks().forEach(network -> all.add(new NetworkId(server.name(), network.name()).address()));
        }
        for (Link link : topology.links()) {
            for (LinkEnd end : LinkPlan.of(link).ends()) {
                all.add(new NetworkId(end.service().server(), end.network()).address());
            }
        }
    }

    /** The source, which is there. */
    Source known(Source source) {
        if (source instanceof Source.OfSet set) {
            find(Address.of("addresses", set.set()));
        } else if (source instanceof Source.OfServer server) {
            find(Address.of("server", server.server()));
        } else if (source instanceof Source.OfService service) {
            find(service.service().address());
        } else if (source instanceof Source.OfNetwork network) {
            find(network.network().address());
        }
        return source;
    }

    /** The target, which is there; a page may be none. */
    Target known(Target target) {
        if (target instanceof Target.OfServer port) {
            find(Address.of("server", port.server()));
        } else if (target instanceof Target.OfService service) {
            find(service.service().address());
        }
        return target;
    }

    private void find(Address address) {
        if (!all.contains(address)) {
            throw Lookup.unknown(all, address.toString());
        }
    }
}
