package kz.tapbot.validate.internal.names;

import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2004 for servers and the services on themselves. */
final class ServerReferences implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        References references = new References(estate, findings);
        for (Server server : estate.servers()) {
            for (AddressSetName set : server.administeredFrom()) {
                if (references.lacks(set)) {
                    references.tell(Subject.of(server.address(), server.places(), "administeredFrom." + set), set);
                }
            }
            for (FirewallRule rule : server.open()) {
                for (AddressSetName set : rule.from()) {
                    if (references.lacks(set)) {
                        references.tell(Subject.of(server.address(), server.places(), "open." + rule.port()), set);
                    }
                }
            }
            for (HostService service : server.hostServices()) {
                hostService(references, server, service);
            }
        }
    }

    private static void hostService(References references, Server server, HostService service) {
        Address address =
                Address.on(server.name(), "host-service", service.name().value());
        for (AddressSetName set : service.openTo()) {
            if (references.lacks(set)) {
                references.tell(Subject.of(address, service.places(), "openTo"), set);
            }
        }
        for (HostFile file : service.files()) {
            for (ContentPart part : file.content().parts()) {
                if (part.secret().isPresent() && references.lacks(part.secret().get())) {
                    references.tell(
                            Subject.of(address, service.places(), "files." + file.path()),
                            part.secret().get());
                }
            }
        }
    }
}
