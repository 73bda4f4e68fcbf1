package kz.tapbot.validate.internal.ports;

import java.util.List;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.service.Publication;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2110: Linux takes the ports of outgoing connections from 32768 to 60999, if not told otherwise (Linux, "IP Sysctl"). */
final class EphemeralPort implements ServiceCheck {

    private static final int FIRST = 32_768;
    private static final int LAST = 60_999;
    private static final List<String> TOLD =
            List.of("net.ipv4.ip_local_port_range", "net.ipv4.ip_local_reserved_ports");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Publication publication : entry.service().publications()) {
            Port port = publication.host();
            if (port.protocol() == Protocol.TCP
                    && port.number() >= FIRST
                    && port.number() <= LAST
                    && TOLD.stream().noneMatch(name -> entry.server().sysctl().containsKey(name))) {
                findings.add(
                        TopologyCode.PORT_EPHEMERAL,
                        entry.publication(publication),
                        """
                        {} publishes {}, which {} also takes for connections of its own.
                        While such a connection lasts the container cannot start: the address is in use, at some reboot or other.
                        Take a port below 32768, or keep it free:
                            .system(s -> s.sysctl("net.ipv4.ip_local_reserved_ports", "{}"))
                        """,
                        entry.address(),
                        port,
                        entry.server().address(),
                        port.number());
            }
        }
    }
}
