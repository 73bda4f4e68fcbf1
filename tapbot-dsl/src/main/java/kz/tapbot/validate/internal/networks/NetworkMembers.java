package kz.tapbot.validate.internal.networks;

import java.util.HashMap;
import java.util.Map;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2206 and TB2207: a network has members, and room for them. */
final class NetworkMembers implements Check {

    /** The network's own address, its broadcast address and the gateway are nobody's to take. */
    private static final int TAKEN = 3;

    private static final int[] NOBODY = {0};

    @Override
    public void run(Estate estate, Findings findings) {
        Map<NetworkId, int[]> members = new HashMap<>();
        for (ServiceEntry entry : estate.services()) {
            for (Attachment attachment : entry.service().networks()) {
                int[] count = members.get(attachment.network());
                if (count == null) {
                    count = new int[1];
                    members.put(attachment.network(), count);
                }
                count[0]++;
            }
        }
        for (Server server : estate.servers()) {
            for (Network network : server.networks()) {
                NetworkId id = new NetworkId(server.name(), network.name());
                int count = members.getOrDefault(id, NOBODY)[0];
                if (count == 0) {
                    unused(findings, server, network, id);
                } else if (network.subnet().isPresent()) {
                    room(findings, network, id, Range.of(network.subnet().get()), count);
                }
            }
        }
    }

    private static void unused(Findings findings, Server server, Network network, NetworkId id) {
        findings.add(
                TopologyCode.NETWORK_UNUSED,
                Subject.of(id.address(), network.places()),
                """
                No service is on {}.
                It may be left over, or the services that belong on it were put on another.
                Remove it, or let a service join it:
                    {}.container("bot", Image.of("registry.example/bot:1.4.2"), c -> c.joins({}));
                """,
                id.address(),
                Detail.variable(server.name()),
                Detail.variable(network.name()));
    }

    private static void room(Findings findings, Network network, NetworkId id, Range range, int count) {
        long room = range.size() - TAKEN;
        if (room > 0 && room < count) {
            Subject said = Subject.of(id.address(), network.places(), "subnet");
            findings.add(
                    TopologyCode.NETWORK_TOO_SMALL,
                    said,
                    """
                    {} has {} services, and its subnet {} has addresses for {}.
                    The last containers to start would get no address and stay down.
                    Take a larger block:
                        .subnet("10.20.0.0/24")
                    """,
                    said,
                    count,
                    network.subnet().orElseThrow(),
                    room);
        }
    }
}
