package kz.tapbot.validate.internal.ports;

import java.util.HashMap;
import java.util.Map;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2102: who reaches a published port is said where it is published; a rule for the server's own ports says it again or otherwise. */
final class OpenedAndPublished implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            if (!server.open().isEmpty()) {
                server(findings, server);
            }
        }
    }

    private static void server(Findings findings, Server server) {
        Map<Port, Subject> published = new HashMap<>();
        for (Service service : server.services()) {
            for (Publication publication : service.publications()) {
                Subject said = Subject.of(
                        Address.on(server.name(), "service", service.name().value()),
                        service.places(),
                        "publications." + publication.host(),
                        "publications");
                published.putIfAbsent(publication.host(), said);
            }
        }
        for (FirewallRule rule : server.open()) {
            Subject publisher = published.get(rule.port());
            if (publisher != null) {
                Subject said = Subject.of(server.address(), server.places(), "open." + rule.port(), "open");
                findings.clash(
                        TopologyCode.OPENED_AND_PUBLISHED,
                        said,
                        publisher,
                        """
                        {} opens {}, which {} publishes.
                        Publishing a port opens it, to those whom the service names; the rule is for programs of the server itself.
                        Remove the rule, and say at the service who may come:
                            .publishes(Port.{}({}), p -> p.from(admins))
                        """,
                        said,
                        rule.port(),
                        publisher,
                        rule.port().protocol().text(),
                        rule.port().number());
            }
        }
    }
}
