package kz.tapbot.validate.internal.schedules;

import java.util.OptionalInt;
import kz.tapbot.model.alert.Alert;
import kz.tapbot.model.alert.Metric;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2851 to TB2853: an alert has a value it can reach, something to watch, and somebody to tell. */
final class Alerts implements Check {

    /** The longest life of a public certificate in days (CA/Browser Forum, Baseline Requirements 6.3.2). */
    private static final int LONGEST_CERTIFICATE = 398;

    private static final int HOURS_OF_A_YEAR = 8760;

    @Override
    public void run(Estate estate, Findings findings) {
        for (Alert alert : estate.topology().alerts()) {
            Subject said = Subject.of(alert.address(), alert.places());
            if (alert.notifies().isEmpty()) {
                findings.add(TopologyCode.ALERT_TO_NOBODY, said, """
                        {} tells nobody.
                        It would turn red where no one looks.
                        Say who is told:
                            .tells(team)
                        """, said);
            }
            threshold(findings, alert, Subject.of(alert.address(), alert.places(), "threshold"));
            String missing = missing(estate, alert.metric());
            if (!missing.isEmpty()) {
                findings.add(TopologyCode.ALERT_OF_NOTHING, said, """
                        {} watches {}, but there is no {}.
                        It can never turn red, and looks as if all were well.
                        Remove it, or declare what it is to watch.
                        """, said, alert.metric(), missing);
            }
        }
    }

    private static void threshold(Findings findings, Alert alert, Subject said) {
        OptionalInt threshold = alert.threshold();
        if (alert.metric() == Metric.CONTAINER_DOWN) {
            if (threshold.isPresent()) {
                tell(
                        findings,
                        said,
                        "has a threshold of " + threshold.getAsInt() + ", which " + alert.metric() + " has not");
            }
            return;
        }
        int most = most(alert.metric());
        if (threshold.isEmpty()) {
            tell(findings, said, "has no threshold, which " + alert.metric() + " needs: from 1 to " + most);
        } else if (threshold.getAsInt() < 1 || threshold.getAsInt() > most) {
            tell(
                    findings,
                    said,
                    "has a threshold of " + threshold.getAsInt() + "; that of " + alert.metric()
                            + " lies between 1 and " + most);
        }
    }

    private static int most(Metric metric) {
        return switch (metric) {
            case CPU, MEMORY, DISK, POSTGRES_CACHE_HITS, API_ERRORS -> 100;
            case CERTIFICATE_DAYS -> LONGEST_CERTIFICATE;
            case BACKUP_OVERDUE -> HOURS_OF_A_YEAR;
            case POSTGRES_CONNECTIONS -> 262_143;
            case CONTAINER_DOWN -> 0;
        };
    }

    private static void tell(Findings findings, Subject said, String problem) {
        findings.add(TopologyCode.THRESHOLD, said, """
                {} {}.
                Such an alert would be red always or never, and both teach people not to look.
                Set it to a value that is bad and can be reached.
                """, said, problem);
    }

    private static String missing(Estate estate, Metric metric) {
        boolean there = switch (metric) {
            case CPU, MEMORY, DISK -> !estate.servers().isEmpty();
            case CONTAINER_DOWN -> !estate.services().isEmpty();
            case POSTGRES_CONNECTIONS, POSTGRES_CACHE_HITS -> hasPostgres(estate);
            case API_ERRORS -> hasRoutes(estate);
            case CERTIFICATE_DAYS ->
                hasRoutes(estate) && !estate.topology().certificateAuthorities().isEmpty();
            case BACKUP_OVERDUE -> hasSchedule(estate);
        };
        if (there) {
            return "";
        }
        return switch (metric) {
            case CPU, MEMORY, DISK -> "server";
            case CONTAINER_DOWN -> "service in a container";
            case POSTGRES_CONNECTIONS, POSTGRES_CACHE_HITS -> "PostgreSQL service";
            case API_ERRORS -> "route";
            case CERTIFICATE_DAYS -> "route with an issuer of certificates";
            case BACKUP_OVERDUE -> "backup with a schedule";
        };
    }

    private static boolean hasPostgres(Estate estate) {
        for (ServiceEntry entry : estate.services()) {
            if (entry.service().kind().value().equals("postgres")
                    || entry.service().image().value().contains("postgres")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSchedule(Estate estate) {
        for (Backup backup : estate.topology().backups()) {
            if (backup.schedule().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasRoutes(Estate estate) {
        for (ServiceEntry entry : estate.services()) {
            if (!entry.service().routes().isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
