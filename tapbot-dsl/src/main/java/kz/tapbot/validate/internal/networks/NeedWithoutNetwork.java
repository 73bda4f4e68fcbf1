package kz.tapbot.validate.internal.networks;

import java.util.Optional;
import kz.tapbot.model.service.Need;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2211, lesson 7: a service was not on its database's network. */
final class NeedWithoutNetwork implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Need need : entry.service().needs()) {
            if (!need.service().server().equals(entry.id().server())
                    || need.service().equals(entry.id())) {
                continue;
            }
            Optional<ServiceEntry> needed = estate.service(need.service());
            if (needed.isPresent() && !entry.sharesNetworkWith(needed.get())) {
                tell(findings, entry, needed.get());
            }
        }
    }

    private static void tell(Findings findings, ServiceEntry entry, ServiceEntry needed) {
        String network = needed.service().networks().isEmpty()
                ? "database"
                : Detail.variable(needed.service().networks().first().network().network());
        findings.add(
                TopologyCode.NEED_WITHOUT_NETWORK,
                entry.at("needs." + needed.id(), "needs"),
                """
                {} needs {}, but shares no network with it.
                It would start after it and still not find it by its name.
                If it speaks with it, put it on one of its networks:
                    .joins({})
                """,
                entry.address(),
                needed.address(),
                network);
    }
}
