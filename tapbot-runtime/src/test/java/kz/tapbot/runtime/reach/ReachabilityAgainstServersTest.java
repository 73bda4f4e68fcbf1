package kz.tapbot.runtime.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.reach.Reachability;
import kz.tapbot.reach.Source;
import kz.tapbot.reach.Target;
import kz.tapbot.reach.Verdict;
import kz.tapbot.runtime.World;
import kz.tapbot.runtime.contract.KnownContents;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is answered on paper is what is found on the servers when all is applied: every port from every side, every page, every container. */
class ReachabilityAgainstServersTest {

    private static final Address ABOUT = Address.parse("topology:shop");
    private static final List<String> STRANGERS = List.of("192.0.2.77", "2001:db8:ffff::77");
    private static final List<String> VISITORS = List.of(
            "192.0.2.77",
            "198.51.100.1",
            "198.51.100.5",
            "198.51.100.9",
            "203.0.113.1",
            "203.0.113.2",
            "2001:db8:7::1",
            "2001:db8:7:1::1",
            "2001:db8:1::2",
            "2001:db8:9::1");

    @Property(tries = 300)
    void paper_and_servers_agree_on_every_cell(@ForAll long seed, @ForAll @IntRange(min = 0, max = 5) int size) {
        Topology topology = OpenEstates.of(seed, size);
        World world = new World();
        world.apply(topology);
        Cells cells = new Cells(topology, world);
        assertThat(cells.differences())
                .as("differences of %s cells", cells.count)
                .isEmpty();
        assertThat(cells.count).isPositive();
    }

    /** Every question that both are asked. */
    private static final class Cells {

        private final Topology topology;
        private final World world;
        private final Reachability paper;
        private final List<String> differences = new ArrayList<>();
        private int count;

        Cells(Topology topology, World world) {
            this.topology = topology;
            this.world = world;
            paper = Reachability.of(topology);
        }

        List<String> differences() {
            for (Server server : topology.servers()) {
                OpenEstates.HOST_PORTS.forEach(
                        port -> world.estate().server(server.name()).faults().portTaken(port, "test"));
            }
            for (Server server : topology.servers()) {
                try (Session session = session(server)) {
                    ports(server).forEach(port -> fromOutside(server, port, session));
                    server.services().forEach(service -> service.routes().forEach(route -> visit(route, session)));
                    for (Service from : server.services()) {
                        server.services().forEach(to -> inside(server, from, to, session));
                        topology.servers().forEach(other -> across(server, from, other, session));
                    }
                }
            }
            return differences;
        }

        private Session session(Server server) {
            return world.estate()
                    .driver()
                    .open(server, new SessionContext(topology.name(), new KnownContents(), "tester@here"));
        }

        private SortedSet<Port> ports(Server server) {
            SortedSet<Port> ports = new TreeSet<>(paper.ports(server.name()));
            ports.addAll(List.of(Port.tcp(22), Port.tcp(8080), Port.tcp(12_345)));
            ports.addAll(OpenEstates.HOST_PORTS.subList(0, 2).stream()
                    .filter(port -> paper.ports(server.name()).contains(port))
                    .toList());
            return ports;
        }

        private void fromOutside(Server server, Port port, Session session) {
            Target target = Target.port(server.name(), port);
            boolean anybody = false;
            for (String visitor : STRANGERS) {
                anybody |= has(server, visitor) && probe(session, port, visitor);
            }
            compare(Source.INTERNET, target, anybody);
            for (String visitor : VISITORS) {
                if (has(server, visitor)) {
                    compare(Source.address(IpAddress.of(visitor)), target, probe(session, port, visitor));
                }
            }
        }

        private static boolean probe(Session session, Port port, String from) {
            ProbeResult result = session.probe(new Probe.FromOutside(ABOUT, port, Optional.of(from)));
            return result.outcome() == Outcome.OPEN;
        }

        private static boolean has(Server server, String visitor) {
            return !IpAddress.of(visitor).isIpv6() || server.ipv6().isPresent();
        }

        private void visit(Route route, Session session) {
            Outcome outcome = session.probe(new Probe.Visit(ABOUT, route.host(), route.path()))
                    .outcome();
            Verdict found = switch (outcome) {
                case OPEN -> Verdict.OPEN;
                case LOGIN -> Verdict.LOGIN;
                default -> Verdict.CLOSED;
            };
            count++;
            Source stranger = Source.address(IpAddress.of(STRANGERS.get(0)));
            Verdict said = paper.ask(stranger, Target.route(route.host(), route.path()))
                    .verdict();
            if (said != found) {
                differences.add(
                        paper.ask(stranger, Target.route(route.host(), route.path())) + "\n  but found " + found);
            }
        }

        /** By name over a shared network, or out of the server and in again by what the other publishes. */
        private void inside(Server server, Service from, Service to, Session session) {
            // On no network that is declared, a container is reached by its address alone, which is not known here; the
            // lab scans that.
            if (from == to || from.networks().isEmpty() && to.networks().isEmpty()) {
                return;
            }
            for (Port port : List.of(Port.tcp(8080), Port.tcp(9000), Port.udp(5353), Port.tcp(443))) {
                boolean found = reaches(session, from, to.name().value(), port, "");
                for (Publication publication : to.publications()) {
                    boolean its = publication.container() == port.number()
                            && publication.host().protocol() == port.protocol();
                    found |= its
                            && outAndIn(server, from, server, publication.host(), session, "container " + to.name());
                }
                compare(source(server, from), Target.service(new ServiceId(server.name(), to.name()), port), found);
            }
        }

        private void across(Server server, Service from, Server other, Session session) {
            for (Port port : ports(other)) {
                boolean found = outAndIn(server, from, other, port, session, "");
                compare(source(server, from), Target.port(other.name(), port), found);
            }
        }

        private static boolean outAndIn(
                Server server, Service from, Server other, Port port, Session session, String who) {
            boolean found = reaches(session, from, other.host().value(), port, who);
            if (other.ipv6().isPresent() && server.ipv6().isPresent()) {
                found |= reaches(session, from, other.ipv6().get().value(), port, who);
            }
            return found;
        }

        private static boolean reaches(Session session, Service from, String to, Port port, String who) {
            ProbeResult result =
                    session.probe(new Probe.FromContainer(ABOUT, from.name().value(), to, port));
            return result.outcome() == Outcome.OPEN
                    && (who.isEmpty() || result.detail().startsWith(who + " "));
        }

        private static Source source(Server server, Service service) {
            return Source.service(new ServiceId(server.name(), service.name()));
        }

        private void compare(Source source, Target target, boolean found) {
            count++;
            if (paper.ask(source, target).isReached() != found) {
                differences.add(paper.ask(source, target) + "\n  but found " + (found ? "open" : "closed"));
            }
        }
    }
}
