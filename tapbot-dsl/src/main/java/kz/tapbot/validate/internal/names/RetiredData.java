package kz.tapbot.validate.internal.names;

import java.util.HashSet;
import java.util.Set;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2008 and TB2009: what is given up for removal is data of this server, and no longer declared. */
final class RetiredData implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            if (!server.retired().isEmpty()) {
                server(findings, server);
            }
        }
    }

    private static void server(Findings findings, Server server) {
        Set<Address> declared = new HashSet<>();
        server.volumes()
                .forEach(volume -> declared.add(
                        Address.on(server.name(), "volume", volume.name().value())));
        for (Service service : server.services()) {
            for (Provision provision : service.provisions()) {
                declared.add(
                        Address.on(server.name(), provision.kind().value(), service.name() + "/" + provision.name()));
            }
        }
        for (Address retired : server.retired()) {
            Subject said = Subject.of(server.address(), server.places(), "retired." + retired, "retired");
            int names = retired.path().split("/", -1).length;
            if (declared.contains(retired)) {
                findings.add(TopologyCode.RETIRED_IN_USE, said, """
                        {} retires {}, which is still declared.
                        Data is removed only when nothing uses it any more, so these two contradict each other.
                        Remove the declaration if the data may go, or the retirement if it is to stay.
                        """, said, retired);
            } else if (!retired.path().startsWith(server.name() + "/") || names != (isVolume(retired) ? 2 : 3)) {
                findings.add(TopologyCode.RETIRED_UNKNOWN, said, """
                        {} retires {}, which cannot be data of this server.
                        Data may be removed only if it is named exactly, so that a slip of the pen removes nothing.
                        Give the address of a volume or of a database, as the plan printed it:
                            .retires(Address.parse("volume:{}/uploads"))
                        """, said, retired, server.name());
            }
        }
    }

    private static boolean isVolume(Address address) {
        return address.kind().equals("volume");
    }
}
