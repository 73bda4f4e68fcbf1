package kz.tapbot.validate.internal.networks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.link.LinkPlan;
import kz.tapbot.model.net.Port;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2207 to TB2210, TB2215: a link joins servers, has an address for each, and permits what is there. */
final class Links implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (Link link : estate.topology().links()) {
            servers(findings, link);
            portTwice(findings, link);
            for (LinkPermit permit : link.permits()) {
                Subject said = Subject.of(link, permit);
                boolean joined = link.servers().contains(permit.from().server())
                        && link.servers().contains(permit.to().server())
                        && !permit.from().server().equals(permit.to().server());
                if (!joined) {
                    offLink(findings, said, permit);
                } else {
                    port(estate, findings, said, permit);
                }
            }
        }
    }

    private static void servers(Findings findings, Link link) {
        int count = link.servers().size();
        if (count < 2) {
            Subject said = Subject.of(link.address(), link.places(), "servers");
            findings.add(TopologyCode.LINK_WITHOUT_TWO, said, """
                    {} joins {}.
                    A link leads from one server to another and so needs two.
                    Name them all:
                        .joins(app, data)
                    """, said, count == 0 ? "no server" : "one server only");
        }
        // The network's own address and the broadcast address stay free; IPv6 has the room in any case.
        long room = Range.of(link.subnet()).size() - 2;
        if (room > 0 && room < count) {
            Subject said = Subject.of(link.address(), link.places(), "subnet");
            findings.add(TopologyCode.NETWORK_TOO_SMALL, said, """
                    {} joins {} servers, and its subnet {} has addresses for {}.
                    The last server would get no address and stay off the link.
                    Take a larger block:
                        Cidr.of("10.100.0.0/24")
                    """, said, count, link.subnet(), room);
        } else if (!LinkPlan.of(link).fits()) {
            Subject said = Subject.of(link.address(), link.places(), "subnet");
            findings.add(TopologyCode.NETWORK_TOO_SMALL, said, """
                    {} takes {}, which has too few addresses for the services that its permits name: each has four.
                    The last service would get none and reach nothing, or not be reached.
                    Take a larger block:
                        Cidr.of("10.100.0.0/24")
                    """, said, link.subnet());
        }
    }

    /** A service is reached at the address of its server inside the link, which has each port once. */
    private static void portTwice(Findings findings, Link link) {
        Map<String, LinkPermit> first = new HashMap<>();
        for (LinkPermit permit : link.permits()) {
            LinkPermit other = first.putIfAbsent(permit.to().server() + ":" + permit.port(), permit);
            if (other != null && !other.to().equals(permit.to())) {
                Subject said = Subject.of(link, permit);
                findings.add(
                        TopologyCode.LINK_PORT_TWICE,
                        said,
                        """
                        {} permits port {}/tcp of {}, and the same port of {} on the same server.
                        Over a link a service is reached at its server's address, where a port leads to one of them only.
                        Let one of them listen on another port, or take a second link for it.
                        """,
                        said,
                        permit.port(),
                        permit.to().address(),
                        other.to().address());
            }
        }
    }

    private static void offLink(Findings findings, Subject said, LinkPermit permit) {
        findings.add(
                TopologyCode.PERMIT_OFF_LINK,
                said,
                """
                {} permits {} to reach {}, but does not lead from the one to the other.
                A permit opens a way between two servers of its link; on one server a common network is the way.
                Let the link join both servers, or remove the permit.
                """,
                said,
                permit.from().address(),
                permit.to().address());
    }

    private static void port(Estate estate, Findings findings, Subject said, LinkPermit permit) {
        Optional<ServiceEntry> to = estate.service(permit.to());
        if (to.isEmpty() || to.get().service().listens().isEmpty()) {
            return;
        }
        if (!to.get().service().listens().contains(Port.tcp(permit.port()))) {
            findings.add(
                    TopologyCode.PERMIT_PORT,
                    said,
                    """
                    {} permits {} to reach port {}/tcp of {}, which listens on {} only.
                    The permit would open a port behind which nobody answers.
                    Permit one of these ports, or say that the service listens there:
                        .listens(Port.tcp({}))
                    """,
                    said,
                    permit.from().address(),
                    permit.port(),
                    permit.to().address(),
                    Detail.list(to.get().service().listens()),
                    permit.port());
        }
    }
}
