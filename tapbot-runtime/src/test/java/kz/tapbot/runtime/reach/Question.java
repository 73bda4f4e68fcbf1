package kz.tapbot.runtime.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.lab.LabNetwork;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.reach.Reachability;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;

/**
 * A question that paper and scan are asked: one cell of both tables.
 *
 * @param source who, on paper
 * @param place whose knocks these are in the scan
 * @param ipv6 of which family, if not of both
 * @param target what
 */
record Question(Source source, String place, Optional<Boolean> ipv6, Target target) {

    /** Who asks. */
    private record View(Source source, String place, Optional<Boolean> ipv6) {}

    /** Every one: from everywhere, each port of each server and each container, and the way out. */
    static List<Question> all(Topology topology, LabSide lab) {
        Reachability paper = Reachability.of(topology);
        List<Question> all = new ArrayList<>();
        for (View view : views(topology, lab)) {
            for (Server server : topology.servers()) {
                for (Port port : ports(paper, server)) {
                    // What listens on a server undeclared is nobody's claim there.
                    if (!(view.place().equals(server.address().toString()) && LabListeners.UNDECLARED.contains(port))) {
                        add(view, Target.port(server.name(), port), all);
                    }
                }
                for (Service service : server.services()) {
                    ServiceId id = new ServiceId(server.name(), service.name());
                    LabListeners.ports(service).forEach(port -> add(view, Target.service(id, port), all));
                }
            }
            if (view.place().indexOf(':') > 0) {
                add(view, Target.INTERNET, all);
            }
        }
        return all;
    }

    /** The ports of a server that anything declares, one where programs listen undeclared, and one where nobody does. */
    static SortedSet<Port> ports(Reachability paper, Server server) {
        SortedSet<Port> ports = new TreeSet<>(paper.ports(server.name()));
        ports.addAll(LabListeners.UNDECLARED);
        ports.add(Port.tcp(6999));
        return ports;
    }

    /** All answers on paper. */
    static Map<String, Boolean> computed(Topology topology, LabSide lab) {
        Reachability paper = Reachability.of(topology);
        Map<String, Boolean> computed = new LinkedHashMap<>();
        all(topology, lab)
                .forEach(question -> computed.put(
                        question.toString(),
                        paper.ask(question.source(), question.target()).isReached()));
        return computed;
    }

    boolean has(Knock knock) {
        return knock.place().equals(place)
                && ipv6.map(six -> six == knock.isIpv6()).orElse(true);
    }

    /** Whether what was heard of a knock means that the target was reached. */
    boolean isReachedBy(Knock knock, String heard) {
        if (target instanceof Target.OfServer server) {
            return isAbout(knock) && heard.startsWith("said ") && server.port().equals(knock.port());
        }
        if (target instanceof Target.OfService service) {
            return heard.equals(
                    "said " + service.service() + ":" + service.port().orElseThrow());
        }
        return knock.of().equals(LabScan.OUTSIDE) && heard.equals("mute");
    }

    /** Whether a knock may tell why the target was not reached. */
    boolean isAbout(Knock knock) {
        return target instanceof Target.OfServer server
                ? target.toString().equals(server.port() + " of " + knock.of())
                        && server.port().equals(knock.port())
                : !(target instanceof Target.Outside) || knock.of().equals(LabScan.OUTSIDE);
    }

    @Override
    public String toString() {
        return source + " to " + target;
    }

    private static List<View> views(Topology topology, LabSide lab) {
        List<View> views = new ArrayList<>();
        views.add(new View(Source.INTERNET, LabScan.STRANGER, Optional.empty()));
        byFamily(LabSide.STRANGER, LabScan.STRANGER, views);
        byFamily(lab.neighbour().address(), LabScan.VISITOR, views);
        byFamily(lab.neighbour().trusted(), LabScan.ADMINISTRATOR, views);
        for (Server server : topology.servers()) {
            views.add(new View(Source.server(server.name()), server.address().toString(), Optional.empty()));
            for (Service service : server.services()) {
                ServiceId id = new ServiceId(server.name(), service.name());
                views.add(new View(Source.service(id), id.address().toString(), Optional.empty()));
                if (service.networks().size() == 1) {
                    Source network = Source.network(service.networks().first().network());
                    views.add(new View(network, id.address().toString(), Optional.empty()));
                }
            }
        }
        return views;
    }

    private static void byFamily(String address, String place, List<View> views) {
        views.add(new View(Source.address(IpAddress.of(address)), place, Optional.of(false)));
        views.add(new View(Source.address(IpAddress.of(LabNetwork.ipv6Of(address))), place, Optional.of(true)));
    }

    private static void add(View view, Target target, List<Question> all) {
        all.add(new Question(view.source(), view.place(), view.ipv6(), target));
    }
}
