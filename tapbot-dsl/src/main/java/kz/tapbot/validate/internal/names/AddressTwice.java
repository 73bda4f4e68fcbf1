package kz.tapbot.validate.internal.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2002: two servers are two machines. Planned servers may still carry the address of the one they will replace. */
final class AddressTwice implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        Map<String, Server> byAddress = new HashMap<>();
        for (Server server : estate.servers()) {
            if (!server.planned()) {
                claim(findings, byAddress, server, server.host().value());
                if (server.ipv6().isPresent()
                        && !server.ipv6().get().value().equals(server.host().value())) {
                    claim(findings, byAddress, server, server.ipv6().get().value());
                }
            }
        }
    }

    private static void claim(Findings findings, Map<String, Server> byAddress, Server server, String address) {
        Server first = byAddress.putIfAbsent(address, server);
        if (first == null || first.name().equals(server.name())) {
            return;
        }
        List<Subject> both = Subject.inSourceOrder(
                List.of(Subject.of(first.address(), first.places()), Subject.of(server.address(), server.places())),
                subject -> subject);
        findings.clash(TopologyCode.ADDRESS_TWICE, both.get(1), both.get(0), """
                {} and {} are both at {}.
                One machine with two names would be configured twice, and each half would undo the other.
                Give each server its own address, or declare what both hold on one server.
                """, both.get(1), both.get(0), address);
    }
}
