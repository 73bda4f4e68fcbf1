package kz.tapbot.validate.internal.names;

import java.util.function.Supplier;
import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.host.HostFile;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.Address;
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
            Supplier<Subject> administered = () -> Subject.of(server.address(), server.places(), "administeredFrom");
            references.addressSets(administered, server.administeredFrom());
            for (FirewallRule rule : server.open()) {
                Supplier<Subject> open =
                        () -> Subject.of(server.address(), server.places(), "open." + rule.port(), "open");
                references.addressSets(open, rule.from());
            }
            server.hostServices().forEach(service -> hostService(references, server, service));
        }
    }

    private static void hostService(References references, Server server, HostService service) {
        Address address =
                Address.on(server.name(), "host-service", service.name().value());
        references.addressSets(() -> Subject.of(address, service.places(), "openTo"), service.openTo());
        Supplier<Subject> files = () -> Subject.of(address, service.places(), "files");
        for (HostFile file : service.files()) {
            references.content(files, file.content());
        }
    }
}
