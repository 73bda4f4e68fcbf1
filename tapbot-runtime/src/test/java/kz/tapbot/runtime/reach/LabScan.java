package kz.tapbot.runtime.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.tapbot.lab.LabNetwork;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Service;
import kz.tapbot.reach.Reachability;

/** Knocks from everywhere at everything: from outside as three visitors, from each server, and from each container, by all addresses that are there. */
final class LabScan {

    static final String STRANGER = "stranger";
    static final String VISITOR = "visitor";
    static final String ADMINISTRATOR = "administrator";
    static final String OUTSIDE = "outside";
    static final String LINK = "link";

    /** Where the neighbour listens, who stands for all that is outside. */
    private static final Port REGISTRY = Port.tcp(80);

    private static final String SECONDS = "1.5";

    private final Topology topology;
    private final LabSide lab;
    private final Reachability paper;
    private final Map<String, Set<String>> addresses = new HashMap<>();
    private final Map<Knock, String> heard = new LinkedHashMap<>();
    private final Map<Knock.Visit, String> behind = new HashMap<>();

    private LabScan(Topology topology, LabSide lab) {
        this.topology = topology;
        this.lab = lab;
        paper = Reachability.of(topology);
    }

    /** What was heard, when all knock at once. */
    static LabScan of(Topology topology, LabSide lab) {
        LabScan scan = new LabScan(topology, lab);
        topology.servers().forEach(scan::look);
        scan.knock(scan.all());
        scan.logIn();
        return scan;
    }

    /** Knocks once more; what was heard before is forgotten. */
    void knock(Collection<Knock> knocks) {
        heard.putAll(together(knocks));
    }

    /** What is heard when all knock at once. */
    private Map<Knock, String> together(Collection<Knock> knocks) {
        Map<List<String>, List<Knock>> groups = knocks.stream()
                .collect(Collectors.groupingBy(
                        knock -> List.of(knock.place(), knock.isVisit() ? "visit.py" : "knock.py"),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Map<Knock, String> together = new LinkedHashMap<>();
        ExecutorService all = Executors.newFixedThreadPool(Math.max(1, groups.size()));
        try {
            List<CompletableFuture<Map<Knock, String>>> results = new ArrayList<>();
            groups.forEach((group, its) ->
                    results.add(CompletableFuture.supplyAsync(() -> knock(group.get(0), group.get(1), its), all)));
            results.forEach(result -> together.putAll(result.join()));
        } finally {
            all.shutdown();
        }
        return together;
    }

    /** What was heard of each knock: {@code said} and who answered, or why nobody did. */
    Map<Knock, String> heard() {
        return heard;
    }

    /** Logs in to each page once for which a proxy asks, and notes who is behind it: who asks for a login has not said so. */
    private void logIn() {
        Map<Knock.Visit, Knock> asked = new LinkedHashMap<>();
        heard.forEach((knock, said) -> {
            if (said.equals("page 401 -")) {
                asked.putIfAbsent(knock.page(), knock);
            }
        });
        Map<Knock, Knock.Visit> pages = new LinkedHashMap<>();
        asked.forEach((page, knock) -> pages.put(knock.loggingIn(LabPages.USER + ":" + LabSide.PASSWORD), page));
        together(pages.keySet())
                .forEach((knock, said) -> behind.put(
                        pages.get(knock),
                        said.startsWith("page 200 ") ? said.substring("page 200 ".length()) : "nobody: " + said));
    }

    /** Who is behind the login of a page. */
    String behind(Knock knock) {
        return behind.getOrDefault(knock.page(), "nobody knows");
    }

    /** The addresses of a server that anybody outside can try. */
    private static List<String> outer(Server server) {
        return Stream.concat(
                        Stream.of(server.host().value()), server.ipv6().stream().map(Object::toString))
                .toList();
    }

    private void look(Server server) {
        Set<String> own = new LinkedHashSet<>(List.of("127.0.0.1", "::1"));
        lab.machine(server.name())
                .sh("ip -o address show scope global")
                .lines()
                .map(line -> line.strip().split(" +", -1)[3].replaceAll("/.*", ""))
                .forEach(own::add);
        addresses.put(server.address().toString(), own);
        for (Service service : server.services()) {
            Set<String> inside = Stream.of(lab.machine(server.name())
                            .sh(
                                    "docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{.GlobalIPv6Address}} {{end}}' "
                                            + service.name())
                            .strip()
                            .split("\\s+", -1))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            addresses.put(address(server, service), inside);
        }
    }

    private static String address(Server server, Service service) {
        return new ServiceId(server.name(), service.name()).address().toString();
    }

    private List<Knock> all() {
        List<Knock> knocks = new ArrayList<>();
        for (Server server : topology.servers()) {
            fromOutside(STRANGER, LabSide.STRANGER, server, knocks);
            fromOutside(VISITOR, lab.neighbour().address(), server, knocks);
            fromOutside(ADMINISTRATOR, lab.neighbour().trusted(), server, knocks);
        }
        for (Server server : topology.servers()) {
            List<String> places = new ArrayList<>(List.of(server.address().toString()));
            server.services().forEach(service -> places.add(address(server, service)));
            for (String place : places) {
                topology.servers().forEach(target -> fromServer(place, server, target, knocks));
                for (String address : List.of(LabSide.STRANGER, LabNetwork.ipv6Of(LabSide.STRANGER))) {
                    knocks.add(new Knock(place, "-", OUTSIDE, address, REGISTRY));
                }
            }
        }
        return knocks;
    }

    private void fromOutside(String place, String from, Server server, List<Knock> knocks) {
        for (String address : outer(server)) {
            String source = address.indexOf(':') < 0 ? from : LabNetwork.ipv6Of(from);
            Question.ports(paper, server)
                    .forEach(port -> add(
                            new Knock(place, source, server.address().toString(), address, port),
                            server,
                            true,
                            knocks));
        }
        containers(place, LabNetwork.ipv6Of(from), server, knocks, address -> address.indexOf(':') >= 0);
    }

    private void containers(String place, String from, Server server, List<Knock> knocks, Predicate<String> tried) {
        for (Service service : server.services()) {
            String container = address(server, service);
            addresses.get(container).stream()
                    .filter(tried)
                    .forEach(address -> LabListeners.ports(service)
                            .forEach(port -> add(
                                    new Knock(place, from, container, address, port),
                                    server,
                                    LabPages.isProxy(service),
                                    knocks)));
        }
    }

    /** From a server or a container of it: its own server by all addresses it has, and containers beside it; another one by those that are known. */
    private void fromServer(String place, Server here, Server target, List<Knock> knocks) {
        boolean own = here.name().equals(target.name());
        boolean inside = place.startsWith("service:");
        String server = target.address().toString();
        for (String address : own ? addresses.get(server) : outer(target)) {
            if (!(inside && (address.equals("::1") || address.startsWith("127.")))) {
                Question.ports(paper, target)
                        .forEach(port -> add(new Knock(place, "-", server, address, port), target, true, knocks));
            }
        }
        overLinks(place, target, own, knocks);
        containers(place, "-", target, knocks, address -> own || address.indexOf(':') >= 0);
    }

    /** Every address of a server in links, for all that is anywhere, permitted or not: a container sends to one of its own server what is for the other. */
    private void overLinks(String place, Server target, boolean own, List<Knock> knocks) {
        Set<Port> ports = new LinkedHashSet<>(Question.ports(paper, target));
        Set<Port> inside = topology.servers().stream()
                .flatMap(server -> server.services().stream())
                .flatMap(service -> LabListeners.ports(service).stream())
                .filter(port -> !ports.contains(port))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String address : LabLinks.addresses(topology, target.name())) {
            // Of its own server, all ports of the server were tried at all addresses.
            if (!own) {
                ports.forEach(port ->
                        add(new Knock(place, "-", target.address().toString(), address, port), target, true, knocks));
            }
            inside.forEach(port -> knocks.add(new Knock(place, "-", LINK, address, port)));
        }
    }

    /** A proxy says nothing by itself: it is asked for what it has, and for every page. */
    private static void add(Knock knock, Server server, boolean proxy, List<Knock> knocks) {
        boolean tls = knock.port().equals(Port.tcp(443));
        if (!proxy || !LabPages.isProxied(server) || !tls && !knock.port().equals(Port.tcp(80))) {
            knocks.add(knock);
            return;
        }
        String host = LabPages.host(server.name()).value();
        String name = server.name() + "/" + LabPages.PROXY + ":" + knock.port();
        knocks.add(knock.asking(tls ? Knock.Manner.TLS : Knock.Manner.HTTP, host, name));
        if (tls) {
            LabPages.PATHS.forEach(path -> knocks.add(knock.asking(Knock.Manner.PAGE, host, path)));
        }
    }

    private Map<Knock, String> knock(String place, String program, List<Knock> knocks) {
        String script = enter(place) + "python3 /root/" + program + " " + SECONDS + " <<'END'\n"
                + knocks.stream().map(knock -> knock.line() + "\n").collect(Collectors.joining()) + "END\n";
        List<String> said = sh(place, script).lines().toList();
        if (said.size() != knocks.size()) {
            throw new IllegalStateException(place + " says of " + knocks.size() + " knocks: " + said);
        }
        Map<Knock, String> results = new LinkedHashMap<>();
        for (int i = 0; i < said.size(); i++) {
            results.put(knocks.get(i), said.get(i));
        }
        return results;
    }

    private String sh(String place, String script) {
        return place.indexOf(':') < 0
                ? lab.neighbour().sh(script)
                : lab.machine(ServerName.of(place.replaceAll("^[a-z]+:|/.*", "")))
                        .sh(script);
    }

    private static String enter(String place) {
        return place.startsWith("service:")
                ? "nsenter -n -t $(docker inspect -f '{{.State.Pid}}' " + place.replaceAll(".*/", "") + ") "
                : "";
    }
}
