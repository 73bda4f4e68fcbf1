package kz.tapbot.validate.internal.networks;

import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2213, lesson 6: the database sat on a network with a way out. One that is served has to be where its proxy is. */
final class DatabaseWayOut implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Service service = entry.service();
        if (!entry.database()
                || !service.routes().isEmpty()
                || !service.publications().isEmpty()
                || !service.calls().isEmpty()) {
            return;
        }
        for (Attachment attachment : service.networks()) {
            boolean open = estate.network(attachment.network())
                    .filter(network -> !network.internal())
                    .isPresent();
            if (open) {
                tell(findings, entry, attachment.network());
                return;
            }
        }
    }

    private static void tell(Findings findings, ServiceEntry entry, NetworkId network) {
        findings.add(
                TopologyCode.DATABASE_WAY_OUT,
                entry.at("networks." + network, "networks"),
                """
                {} keeps data and is on {}, from which the world is reached.
                Whoever gets into it can carry everything away, and it stands beside what strangers talk to.
                Put it on an internal network, and let on that network only what needs it:
                    var database = {}.network("database", n -> n.internal());
                """,
                entry.address(),
                network.address(),
                Detail.variable(entry.server().name()));
    }
}
