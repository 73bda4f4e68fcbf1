package kz.tapbot.validate.internal.schedules;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.model.backup.Backup;
import kz.tapbot.model.backup.BackupSource;
import kz.tapbot.model.schedule.Schedule;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;

/** TB2801 to TB2804: every schedule comes, in every month, on every day, and not all the time. */
final class Schedules implements Check {

    private static final Duration LEAST_PAUSE = Duration.ofMinutes(5);

    @Override
    public void run(Estate estate, Findings findings) {
        for (Backup backup : estate.topology().backups()) {
            if (backup.schedule().isPresent()) {
                Schedule schedule = backup.schedule().get();
                Subject said = Subject.of(backup.address(), backup.places(), "schedule");
                judge(estate, findings, backup, said, schedule);
                if (isTooOften(schedule)) {
                    findings.add(TopologyCode.BACKUP_TOO_OFTEN, said, """
                            {} runs {}.
                            One run will not be done before the next is due, and the work is felt by all who use the service.
                            Run it every quarter of an hour at most:
                                .at(Schedule.every(Duration.ofMinutes(15)))
                            """, said, often(schedule));
                }
            }
            if (backup.drill().isPresent()) {
                Subject said = Subject.of(backup.address(), backup.places(), "drill", "restoreDrill");
                judge(estate, findings, backup, said, backup.drill().get());
            }
        }
    }

    private static void judge(Estate estate, Findings findings, Backup backup, Subject said, Schedule schedule) {
        if (schedule instanceof Schedule.Cron cron) {
            Optional<String> problem = Crontab.problem(cron.expression());
            if (problem.isPresent()) {
                findings.add(TopologyCode.NEVER_RUNS, said, """
                        {} is to run by "{}", which {}.
                        It would be installed without a word and never come.
                        Mend the expression, or say it in words:
                            .dailyAt("02:00")
                        """, said, cron.expression(), problem.get());
                return;
            }
        }
        Times times = Times.of(schedule);
        if (times.day() > 28) {
            findings.add(
                    TopologyCode.SKIPS_MONTHS,
                    said,
                    """
                    {} runs on day {} of the month, which not every month has.
                    Months without that day are left out, and nobody is told.
                    Take a day that every month has:
                        Schedule.monthly(28, "{}")
                    """,
                    said,
                    times.day(),
                    times.at().map(Object::toString).orElse("02:00"));
        }
        for (ZoneId zone : zones(estate, backup).values()) {
            Optional<ClockChange.Gap> gap = ClockChange.skipped(zone, times);
            if (gap.isPresent()) {
                findings.add(
                        TopologyCode.IN_CLOCK_CHANGE,
                        said,
                        """
                        {} runs at {} in the time zone {}, whose clocks go from {} to {} once a year.
                        On that day the time does not come, and the run is late or left out.
                        Take a time outside that hour:
                            .dailyAt("04:30")
                        """,
                        said,
                        times.at().orElseThrow(),
                        zone,
                        gap.get().from(),
                        gap.get().to());
            }
        }
    }

    private static Map<String, ZoneId> zones(Estate estate, Backup backup) {
        Map<String, ZoneId> zones = new TreeMap<>();
        for (BackupSource source : backup.sources()) {
            Optional<Server> server = estate.server(source.on());
            if (server.isPresent()) {
                zones.put(server.get().timeZone().getId(), server.get().timeZone());
            }
        }
        return zones;
    }

    private static boolean isTooOften(Schedule schedule) {
        if (schedule instanceof Schedule.Every every) {
            return every.pause().compareTo(LEAST_PAUSE) < 0;
        }
        if (schedule instanceof Schedule.Cron cron) {
            String minutes = cron.expression().substring(0, cron.expression().indexOf(' '));
            return minutes.equals("*") || minutes.length() == 3 && minutes.startsWith("*/") && minutes.charAt(2) < '5';
        }
        return false;
    }

    private static String often(Schedule schedule) {
        if (schedule instanceof Schedule.Every every) {
            long minutes = every.pause().toMinutes();
            return minutes == 1 ? "every minute" : "every " + minutes + " minutes";
        }
        return "by " + schedule;
    }
}
