package kz.tapbot.runtime.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import kz.tapbot.reach.Answer;
import kz.tapbot.reach.Reachability;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import org.jspecify.annotations.Nullable;

/**
 * A question that paper and scan are asked: one cell of both tables.
 *
 * @param source who, on paper
 * @param place whose knocks these are in the scan
 * @param ipv6 of which family, if not of both
 * @param target what
 */
record Question(Source source, String place, Optional<Boolean> ipv6, Target target) {

    static final String CLOSED = "CLOSED";
    static final String OPEN = "OPEN";

    /** Who asks. */
    private record View(Source source, String place, Optional<Boolean> ipv6) {}

    /** Every one: from everywhere, each port of each server and each container, and the way out. */
    static List<Question> all(Topology topology, LabSide lab) {
        Reachability paper = Reachability.of(topology);
        List<Question> all = new ArrayList<>();
        for (View view : views(topology, lab)) {
            for (Server server : topology.servers()) {
                if (LabPages.isProxied(server)) {
                    LabPages.PATHS.forEach(path -> add(view, Target.route(LabPages.host(server.name()), path), all));
                }
                for (Port port : ports(paper, server)) {
                    if (LabLinks.isSilent(topology, port)) {
                        continue;
                    }
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
    static Map<String, String> computed(Topology topology, LabSide lab) {
        Reachability paper = Reachability.of(topology);
        Map<String, String> computed = new LinkedHashMap<>();
        all(topology, lab)
                .forEach(question -> computed.put(
                        question.toString(), question.said(paper.ask(question.source(), question.target()))));
        return computed;
    }

    /** What an answer on paper means for this cell: open or closed, and for a page whether there is a login, and who is behind. */
    String said(Answer answer) {
        if (!answer.isReached()) {
            return CLOSED;
        }
        return target instanceof Target.OfRoute
                ? answer.verdict() + " by "
                        + answer.ways().stream()
                                .filter(way -> way.verdict() == answer.verdict())
                                .findFirst()
                                .map(way ->
                                        way.steps().get(way.steps().size() - 1).about())
                                .orElseThrow()
                : OPEN;
    }

    /** What the scan means for this cell, in the same words. */
    String found(LabScan scan) {
        List<String> all = scan.heard().entrySet().stream()
                .filter(entry -> has(entry.getKey()))
                .map(entry -> found(entry.getKey(), entry.getValue(), scan))
                .filter(Objects::nonNull)
                .sorted(Comparator.reverseOrder())
                .toList();
        return all.isEmpty() ? CLOSED : all.get(0);
    }

    private @Nullable String found(Knock knock, String heard, LabScan scan) {
        if (!(target instanceof Target.OfRoute)) {
            return isReachedBy(knock, heard, scan) ? OPEN : null;
        }
        String who = isAbout(knock) ? visited(knock, heard, scan) : "";
        return who.isEmpty()
                ? null
                : (heard.startsWith("page 200 ") ? OPEN : "LOGIN") + " by service:" + who.replaceAll(":.*", "");
    }

    /** Who has shown a page, or has asked for a login to it; nobody if it is empty. */
    private static String visited(Knock knock, String heard, LabScan scan) {
        if (heard.equals("page 401 -")) {
            String behind = scan.behind(knock);
            return behind.startsWith("nobody") ? "" : behind;
        }
        return heard.matches("page (200|401) .*") ? heard.substring("page 200 ".length()) : "";
    }

    boolean has(Knock knock) {
        return knock.place().equals(place)
                && ipv6.map(six -> six == knock.isIpv6()).orElse(true);
    }

    /** Whether what was heard of a knock means that the target was reached. */
    private boolean isReachedBy(Knock knock, String heard, LabScan scan) {
        if (knock.isOfPage()) {
            return target instanceof Target.OfService service
                    && visited(knock, heard, scan)
                            .equals(service.service() + ":" + service.port().orElseThrow());
        }
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
        if (target instanceof Target.OfRoute page) {
            return knock.isOfPage()
                    && knock.page().host().equals(page.host().value())
                    && knock.page().path().equals(page.path());
        }
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
                if (service.networks().size() == 1 && !LabLinks.isLinked(topology, id)) {
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
