package kz.tapbot.validate.internal.networks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.reach.Answer;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;

/**
 * TB2214, lesson 20: a service on one server was wired to a database on the other that nothing could reach. Looks at variables that hold a
 * URL, or whose names say that they hold a host; tells only of servers and services that are declared. TB2216: or it was wired to itself.
 */
final class Wiring implements Check {

    private static final Pattern URL = Pattern.compile(
            "[a-z][a-z0-9+.-]*://(?:[^@/\\s]*@)?([A-Za-z0-9.-]+|\\[[0-9a-f:]+])(?::(\\d{1,5}))?(?:[/?].*)?");
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9a-f:]+])(?::(\\d{1,5}))?");
    private static final Pattern HOLDS_A_HOST =
            Pattern.compile("(?:.*_)?(?:HOST|HOSTNAME|SERVER|ADDR|ADDRESS|URL|URI|ENDPOINT)");

    private static final String OUTSIDE = "host.docker.internal";
    private static final Map<String, String> OF_SCHEME = Map.of(
            "postgres",
            "5432",
            "postgresql",
            "5432",
            "mysql",
            "3306",
            "mariadb",
            "3306",
            "redis",
            "6379",
            "mongodb",
            "27017",
            "amqp",
            "5672");

    /** Where a variable points to. */
    private record Wire(ServiceEntry from, String variable, String host, Optional<Port> port) {}

    @Override
    public void run(Estate estate, Findings findings) {
        new Look(estate, findings).all();
    }

    private static final class Look {

        private final Estate estate;
        private final Findings findings;
        private final Map<String, ServerName> addresses = new HashMap<>();
        private final Map<String, ServiceEntry> services = new HashMap<>();
        private final Map<NetworkId, Set<String>> names = new HashMap<>();

        Look(Estate estate, Findings findings) {
            this.estate = estate;
            this.findings = findings;
        }

        void all() {
            for (ServiceEntry entry : estate.services()) {
                if (entry.active() && !entry.service().environment().isEmpty()) {
                    look(entry);
                }
            }
        }

        /** Made for the first variable that points somewhere: most estates of many servers have none. */
        private void index() {
            if (!addresses.isEmpty()) {
                return;
            }
            for (Server server : estate.servers()) {
                addresses.putIfAbsent(server.host().value(), server.name());
                server.ipv6().ifPresent(ip -> addresses.putIfAbsent(ip.value(), server.name()));
            }
            for (ServiceEntry entry : estate.services()) {
                services.putIfAbsent(entry.service().name().value(), entry);
                for (Attachment on : entry.service().networks()) {
                    Set<String> known = names.computeIfAbsent(on.network(), first -> new HashSet<>());
                    known.add(entry.service().name().value());
                    known.addAll(on.aliases());
                }
            }
        }

        private void look(ServiceEntry entry) {
            for (Map.Entry<String, EnvironmentValue> variable :
                    entry.service().environment().entrySet()) {
                variable.getValue()
                        .text()
                        .flatMap(text -> wire(entry, variable.getKey(), text))
                        .ifPresent(this::judge);
            }
        }

        private static Optional<Wire> wire(ServiceEntry entry, String variable, String text) {
            Matcher matcher = URL.matcher(text);
            if (!text.contains("://") || !matcher.matches()) {
                matcher = HOST.matcher(text);
                if (!HOLDS_A_HOST.matcher(variable).matches() || !matcher.matches()) {
                    return Optional.empty();
                }
            }
            String host = matcher.group(1).replaceAll("[\\[\\]]", "");
            Optional<String> port = Optional.ofNullable(matcher.group(2))
                    .or(() -> beside(entry, variable))
                    .or(() -> Optional.ofNullable(OF_SCHEME.get(text.split(":", 2)[0])));
            return Optional.of(new Wire(entry, variable, host, port.flatMap(Look::port)));
        }

        /** DB_PORT stands beside DB_HOST. */
        private static Optional<String> beside(ServiceEntry entry, String variable) {
            String name = variable.replaceFirst("(?:HOST|HOSTNAME|SERVER|ADDR|ADDRESS)$", "PORT");
            return name.equals(variable) ? Optional.empty() : entry.text(name);
        }

        private static Optional<Port> port(String text) {
            boolean number = text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) < 65_536;
            return number ? Optional.of(Port.tcp(Integer.parseInt(text))) : Optional.empty();
        }

        private void judge(Wire wire) {
            index();
            if (isItself(wire)) {
                judgeItself(wire);
                return;
            }
            ServerName server = addresses.get(wire.host());
            ServiceEntry named = services.get(wire.host());
            if (server != null && wire.port().isPresent()) {
                Answer answer = estate.reachability()
                        .ask(
                                Source.service(wire.from().id()),
                                Target.port(server, wire.port().get()));
                if (!answer.isReached()) {
                    tell(
                            wire,
                            wire.port().get() + " of server:" + server,
                            answer.closedBy().get(0).text());
                }
            } else if (named != null && !named.id().equals(wire.from().id()) && !isKnown(wire)) {
                boolean permitted = estate.services().stream()
                        .filter(entry -> entry.service().name().value().equals(wire.host()))
                        .anyMatch(entry -> estate.permitted(wire.from().id(), entry.id()));
                if (!permitted) {
                    tell(wire, named.address().toString(), "nothing of that name is on its networks");
                }
            }
        }

        private static boolean isItself(Wire wire) {
            return wire.host().equals("localhost")
                    || wire.host().startsWith("127.")
                    || wire.host().equals("::1")
                    || wire.host().equals(OUTSIDE);
        }

        /** Told only where somebody else is there who is meant, or the name is one that the engine on Linux does not know. */
        private void judgeItself(Wire wire) {
            if (wire.host().equals(OUTSIDE)) {
                itself(wire, "a name that only desktop engines know", Optional.empty());
                return;
            }
            if (wire.port().isEmpty()
                    || wire.from().service().listens().contains(wire.port().get())) {
                return;
            }
            estate.services().stream()
                    .filter(other ->
                            other.active() && !other.id().equals(wire.from().id()))
                    .filter(other ->
                            other.service().listens().contains(wire.port().get()))
                    .filter(other -> other.sharesNetworkWith(wire.from()))
                    .findFirst()
                    .ifPresent(meant -> itself(wire, "which is its own container", Optional.of(meant)));
        }

        private void itself(Wire wire, String why, Optional<ServiceEntry> meant) {
            String name = meant.map(entry -> entry.service().name().value()).orElse("postgres");
            findings.add(
                    TopologyCode.WIRED_TO_ITSELF,
                    wire.from().at("environment." + wire.variable(), "environment"),
                    """
                    {} is told by {} to find {}, {}{}.
                    In a container localhost is the container, and no name leads to its server: the connection fails, whatever runs beside it.
                    Name the service; on a common network that is enough:
                        .environment("{}", "…{}…")
                    """,
                    wire.from().address(),
                    wire.variable(),
                    wire.host(),
                    why,
                    meant.map(entry -> ", and " + entry.address() + " listens on "
                                    + wire.port().get())
                            .orElse(""),
                    wire.variable(),
                    name);
        }

        private boolean isKnown(Wire wire) {
            return wire.from().service().networks().stream()
                    .map(Attachment::network)
                    .map(network -> names.getOrDefault(network, Set.of()))
                    .anyMatch(known -> known.contains(wire.host()));
        }

        private void tell(Wire wire, String what, String why) {
            findings.add(
                    TopologyCode.WIRED_TO_NOTHING,
                    wire.from().at("environment." + wire.variable(), "environment"),
                    """
                    {} is told by {} to find {}, and does not reach it: {}.
                    It would start, and fail with its first request.
                    Put both on one network of one server, or let the one reach the other over a link:
                        t.link("private", Cidr.of("10.99.0.0/24"), l -> l.joins(one, other).lets(this).reach(that, 5432));
                    """,
                    wire.from().address(),
                    wire.variable(),
                    what,
                    why);
        }
    }
}
