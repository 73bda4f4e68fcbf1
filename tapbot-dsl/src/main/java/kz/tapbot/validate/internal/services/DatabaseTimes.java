package kz.tapbot.validate.internal.services;

import java.time.Duration;
import java.util.Optional;
import kz.tapbot.model.service.Need;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2329 and TB2330: a database takes its time to be there, and to be gone. */
final class DatabaseTimes implements ServiceCheck {

    private static final Duration LEAST = Duration.ofSeconds(10);

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Need need : entry.service().needs()) {
            Optional<ServiceEntry> needed = estate.service(need.service());
            if (!need.healthy()
                    && !need.service().equals(entry.id())
                    && needed.isPresent()
                    && needed.get().database()
                    && needed.get().service().healthCheck().isPresent()) {
                early(findings, entry, needed.get());
            }
        }
        if (entry.database() && entry.service().stopGrace().compareTo(LEAST) < 0) {
            findings.add(
                    TopologyCode.STOPPED_TOO_EARLY,
                    entry.at("stopGrace"),
                    """
                    {} gets {} seconds to stop and is killed then.
                    A database that is killed while it writes has to repair itself at its next start, if it can.
                    Give it the time that it may need, which it does not take without need:
                        .process(p -> p.stopGrace(Duration.ofMinutes(1)))
                    """,
                    entry.address(),
                    entry.service().stopGrace().toSeconds());
        }
    }

    private static void early(Findings findings, ServiceEntry entry, ServiceEntry database) {
        findings.add(
                TopologyCode.NEED_TOO_EARLY,
                entry.at("needs." + database.id(), "needs"),
                """
                {} starts as soon as {} has been started, though that tells its health.
                A database that is new, or recovers, takes no connection for a while; what comes too early fails, at the first start or after a reboot.
                Wait until it is healthy:
                    .needs({})
                """,
                entry.address(),
                database.address(),
                Detail.variable(database.service().name()));
    }
}
