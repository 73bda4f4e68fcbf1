package kz.tapbot.validate.internal.names;

import java.util.Optional;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.model.backup.Destination;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Route;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2007: what is only planned will not be there when what leans on it starts. */
final class PlannedReference implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        if (!entry.active()) {
            return;
        }
        for (Need need : entry.service().needs()) {
            if (planned(estate, need.service())) {
                Subject said = entry.at("needs." + need.service(), "needs");
                tell(findings, said, "needs", need.service().address());
            }
        }
        for (Route route : entry.service().routes()) {
            if (planned(estate, route.proxy())) {
                tell(findings, entry.route(route), "is served by", route.proxy().address());
            }
        }
    }

    @Override
    public void run(Estate estate, Findings findings) {
        for (Backup backup : estate.topology().backups()) {
            backup(estate, findings, backup);
        }
    }

    private static void backup(Estate estate, Findings findings, Backup backup) {
        Subject sources = Subject.of(backup.address(), backup.places(), "sources");
        for (BackupSource source : backup.sources()) {
            if (source.data().isPresent() && planned(estate, source.data().get().service())) {
                tell(findings, sources, "saves", source.data().get().address());
            }
        }
        Subject targets = Subject.of(backup.address(), backup.places(), "targets");
        for (BackupTarget target : backup.targets()) {
            if (target.destination() instanceof Destination.Directory directory
                    && planned(estate, directory.server())) {
                tell(findings, targets, "goes to", directory);
            }
        }
    }

    private static boolean planned(Estate estate, ServiceId id) {
        Optional<ServiceEntry> entry = estate.service(id);
        return entry.isPresent() && !entry.get().active();
    }

    private static boolean planned(Estate estate, ServerName name) {
        Optional<Server> server = estate.server(name);
        return server.isPresent() && server.get().planned();
    }

    private static void tell(Findings findings, Subject said, String does, Object planned) {
        findings.add(TopologyCode.PLANNED_REFERENCE, said, """
                {} {} {}, which is only planned.
                What is planned is part of the model but of no machine, so it will not be there.
                Make it active by taking its planned() away, or plan both.
                """, said, does, planned);
    }
}
