package kz.tapbot.validate;

import java.util.List;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.backups.BackupChecks;
import kz.tapbot.validate.internal.hosts.HostChecks;
import kz.tapbot.validate.internal.names.NameChecks;
import kz.tapbot.validate.internal.networks.NetworkChecks;
import kz.tapbot.validate.internal.ports.PortChecks;
import kz.tapbot.validate.internal.resources.ResourceChecks;
import kz.tapbot.validate.internal.routes.RouteChecks;
import kz.tapbot.validate.internal.schedules.ScheduleChecks;
import kz.tapbot.validate.internal.secrets.SecretChecks;
import kz.tapbot.validate.internal.services.ServiceChecks;

/** Judges whether a topology can work. Pure: the same topology gives the same report, and nothing is read but the topology. */
public final class Validator {

    private static final List<List<Check>> CHECKS = List.of(
            NameChecks.all(),
            PortChecks.all(),
            NetworkChecks.all(),
            ServiceChecks.all(),
            ResourceChecks.all(),
            RouteChecks.all(),
            BackupChecks.all(),
            SecretChecks.all(),
            ScheduleChecks.all(),
            HostChecks.all());

    private Validator() {}

    /** Runs all checks and tells all that they find; nothing stops at the first. */
    public static Report validate(Topology topology) {
        Estate estate = new Estate(topology);
        Findings findings = new Findings();
        for (List<Check> area : CHECKS) {
            for (Check check : area) {
                check.run(estate, findings);
            }
        }
        return new Report(topology.address(), findings.all());
    }
}
