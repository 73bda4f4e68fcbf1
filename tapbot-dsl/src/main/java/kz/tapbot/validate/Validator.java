package kz.tapbot.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.backups.BackupChecks;
import kz.tapbot.validate.internal.hosts.HostChecks;
import kz.tapbot.validate.internal.images.ImageChecks;
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

    private static final List<ServiceCheck> OF_A_SERVICE = new ArrayList<>();
    private static final List<Check> ALL = new ArrayList<>();

    static {
        Stream.of(
                        NameChecks.all(),
                        PortChecks.all(),
                        NetworkChecks.all(),
                        ServiceChecks.all(),
                        ImageChecks.all(),
                        ResourceChecks.all(),
                        RouteChecks.all(),
                        BackupChecks.all(),
                        SecretChecks.all(),
                        ScheduleChecks.all(),
                        HostChecks.all())
                .forEach(Validator::sort);
    }

    private Validator() {}

    private static void sort(List<Check> area) {
        for (Check check : area) {
            ALL.add(check);
            if (check instanceof ServiceCheck one) {
                OF_A_SERVICE.add(one);
            }
        }
    }

    /** Runs all checks and tells all that they find; nothing stops at the first. */
    public static Report validate(Topology topology) {
        Estate estate = new Estate(topology);
        Findings findings = new Findings();
        for (Check check : ALL) {
            check.run(estate, findings);
        }
        for (ServiceEntry entry : estate.services()) {
            for (ServiceCheck check : OF_A_SERVICE) {
                check.run(entry, estate, findings);
            }
        }
        return new Report(topology.address(), Acknowledging.of(topology, findings.all()));
    }
}
