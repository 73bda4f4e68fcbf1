package kz.tapbot.validate;

import static kz.tapbot.validate.TapbotEstate.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import kz.tapbot.model.alert.Alert;
import kz.tapbot.model.alert.Metric;
import kz.tapbot.model.name.AlertName;
import kz.tapbot.model.name.NotifierName;
import kz.tapbot.model.schedule.Schedule;
import org.junit.jupiter.api.Test;

/** What is told of schedules and alerts. */
class SchedulesFindingsTest {

    @Test
    void a_schedule_that_matches_no_day_is_told() {
        assertThat(Judged.findings(Change.backup(b -> b.schedule(Schedule.cron("0 0 30 2 *")))))
                .isEqualTo("""
                error TB2801  Schedule that never runs
                  at backup:nightly
                  backup:nightly is to run by "0 0 30 2 *", which matches no day of any year.
                  It would be installed without a word and never come.
                  Mend the expression, or say it in words:
                      .dailyAt("02:00")
                  declared at (TapbotKz.java:114)""");
    }

    @Test
    void a_schedule_that_cannot_be_read_is_told() {
        assertThat(Judged.findings(Change.backup(b -> b.schedule(Schedule.cron("61 2 * * *")))))
                .isEqualTo("""
                error TB2801  Schedule that never runs
                  at backup:nightly
                  backup:nightly is to run by "61 2 * * *", which cannot be read: value 61 not in range [0, 59].
                  It would be installed without a word and never come.
                  Mend the expression, or say it in words:
                      .dailyAt("02:00")
                  declared at (TapbotKz.java:114)""");
    }

    @Test
    void a_day_that_not_every_month_has_is_told() {
        assertThat(Judged.findings(Change.backup(b -> b.drill(Schedule.monthly(31, "04:00")))))
                .isEqualTo("""
                warning TB2802  Schedule that leaves months out
                  at backup:nightly
                  backup:nightly runs on day 31 of the month, which not every month has.
                  Months without that day are left out, and nobody is told.
                  Take a day that every month has:
                      Schedule.monthly(28, "04:00")
                  declared at (TapbotKz.java:114)""");
    }

    @Test
    void a_time_that_the_clocks_skip_is_told() {
        assertThat(Judged.findings(Change.server("data", s -> s.timeZone(ZoneId.of("Europe/Berlin")))))
                .isEqualTo("""
                warning TB2803  Schedule in the hour that the clocks skip
                  at backup:nightly
                  backup:nightly runs at 02:00 in the time zone Europe/Berlin, whose clocks go from 02:00 to 03:00 once a year.
                  On that day the time does not come, and the run is late or left out.
                  Take a time outside that hour:
                      .dailyAt("04:30")
                  declared at (TapbotKz.java:114)""");
    }

    @Test
    void a_backup_every_minute_is_told() {
        assertThat(Judged.findings(Change.backup(b -> b.schedule(Schedule.every(Duration.ofMinutes(1))))))
                .isEqualTo("""
                warning TB2804  Backup every few minutes
                  at backup:nightly
                  backup:nightly runs every minute.
                  One run will not be done before the next is due, and the work is felt by all who use the service.
                  Run it every quarter of an hour at most:
                      .at(Schedule.every(Duration.ofMinutes(15)))
                  declared at (TapbotKz.java:114)""");
    }

    @Test
    void an_alert_that_tells_nobody_is_told() {
        assertThat(Judged.findings(Change.topology(t -> t.addAlerts(Alert.builder()
                        .name(AlertName.of("memory"))
                        .metric(Metric.MEMORY)
                        .threshold(85)
                        .places(at(190))
                        .build()))))
                .isEqualTo("""
                warning TB2851  Alert that tells nobody
                  at alert:memory
                  alert:memory tells nobody.
                  It would turn red where no one looks.
                  Say who is told:
                      .tells(team)
                  declared at (TapbotKz.java:190)""");
    }

    @Test
    void a_percentage_out_of_range_is_told() {
        assertThat(Judged.findings(
                        Change.topology(t -> t.addAlerts(TapbotEstate.alert("memory", Metric.MEMORY, 850, 191)))))
                .isEqualTo("""
                error TB2852  Threshold out of range
                  at alert:memory
                  alert:memory has a threshold of 850; that of MEMORY lies between 1 and 100.
                  Such an alert would be red always or never, and both teach people not to look.
                  Set it to a value that is bad and can be reached.
                  declared at (TapbotKz.java:191)""");
    }

    @Test
    void a_missing_threshold_is_told() {
        assertThat(Judged.findings(Change.topology(t -> t.addAlerts(Alert.builder()
                        .name(AlertName.of("memory"))
                        .metric(Metric.MEMORY)
                        .addNotifies(NotifierName.of("team"))
                        .places(at(190))
                        .build()))))
                .isEqualTo("""
                error TB2852  Threshold out of range
                  at alert:memory
                  alert:memory has no threshold, which MEMORY needs: from 1 to 100.
                  Such an alert would be red always or never, and both teach people not to look.
                  Set it to a value that is bad and can be reached.
                  declared at (TapbotKz.java:190)""");
    }

    @Test
    void a_threshold_that_means_nothing_is_told() {
        assertThat(Judged.findings(
                        Change.topology(t -> t.addAlerts(TapbotEstate.alert("down", Metric.CONTAINER_DOWN, 1, 192)))))
                .isEqualTo("""
                error TB2852  Threshold out of range
                  at alert:down
                  alert:down has a threshold of 1, which CONTAINER_DOWN has not.
                  Such an alert would be red always or never, and both teach people not to look.
                  Set it to a value that is bad and can be reached.
                  declared at (TapbotKz.java:192)""");
    }

    @Test
    void an_alert_of_nothing_is_told() {
        assertThat(Judged.findings(Change.topology(t -> t.certificateAuthorities(List.of())
                        .addAlerts(TapbotEstate.alert("certificates", Metric.CERTIFICATE_DAYS, 30, 193)))))
                .isEqualTo("""
                warning TB2853  Alert that watches nothing
                  at alert:certificates
                  alert:certificates watches CERTIFICATE_DAYS, but there is no route with an issuer of certificates.
                  It can never turn red, and looks as if all were well.
                  Remove it, or declare what it is to watch.
                  declared at (TapbotKz.java:193)""");
    }
}
