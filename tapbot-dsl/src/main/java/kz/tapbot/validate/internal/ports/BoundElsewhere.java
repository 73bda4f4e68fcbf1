package kz.tapbot.validate.internal.ports;

import java.util.HashMap;
import java.util.Map;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2111: nothing listens on an address that its machine does not have. Only addresses that are known to be another server's are judged. */
final class BoundElsewhere implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        Map<String, ServerName> owners = new HashMap<>();
        for (Server server : estate.servers()) {
            owners.putIfAbsent(server.host().value(), server.name());
            server.ipv6().ifPresent(address -> owners.putIfAbsent(address.value(), server.name()));
        }
        for (ServiceEntry entry : estate.services()) {
            for (Publication publication : entry.service().publications()) {
                publication.bind().ifPresent(address -> {
                    ServerName owner = owners.get(address.value());
                    if (owner != null && !owner.equals(entry.server().name())) {
                        findings.add(
                                TopologyCode.BOUND_ELSEWHERE,
                                entry.publication(publication),
                                """
                                {} opens {} on {}, which is the address of server:{}.
                                {} does not have it, so that the engine refuses to start the container.
                                Take an address of its own, or leave it away:
                                    .publishes(Port.tcp({}), p -> p.on(IpAddress.of("{}")))
                                """,
                                entry.address(),
                                publication.host(),
                                address,
                                owner,
                                entry.server().address(),
                                publication.host().number(),
                                entry.server().host());
                    }
                });
            }
        }
    }
}
