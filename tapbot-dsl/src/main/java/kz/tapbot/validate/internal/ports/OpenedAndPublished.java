package kz.tapbot.validate.internal.ports;

import java.util.HashMap;
import java.util.Map;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2102: who reaches a published port is said where it is published; a rule for the server's own ports says it again or otherwise. */
final class OpenedAndPublished implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        Map<String, ServiceEntry> published = new HashMap<>();
        for (Server server : estate.servers()) {
            for (FirewallRule rule : server.open()) {
                if (published.isEmpty()) {
                    published = published(estate);
                }
                ServiceEntry publisher = published.get(server.name() + " " + rule.port());
                if (publisher != null) {
                    Subject said = Subject.of(server.address(), server.places(), "open." + rule.port(), "open");
                    tell(findings, said, rule.port(), publisher.at("publications." + rule.port(), "publications"));
                }
            }
        }
    }

    private static Map<String, ServiceEntry> published(Estate estate) {
        Map<String, ServiceEntry> published = new HashMap<>();
        for (ServiceEntry entry : estate.services()) {
            for (Publication publication : entry.service().publications()) {
                published.putIfAbsent(entry.server().name() + " " + publication.host(), entry);
            }
        }
        return published;
    }

    private static void tell(Findings findings, Subject said, Port port, Subject publisher) {
        findings.clash(
                TopologyCode.OPENED_AND_PUBLISHED,
                said,
                publisher,
                """
                {} opens {}, which {} publishes.
                Publishing a port opens it, to those whom the service names; the rule is for programs of the server itself.
                Remove the rule, and say at the service who may come:
                    .publishes(Port.{}({}), admins)
                """,
                said,
                port,
                publisher,
                port.protocol().text(),
                port.number());
    }
}
