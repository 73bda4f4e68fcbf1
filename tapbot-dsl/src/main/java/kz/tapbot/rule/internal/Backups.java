package kz.tapbot.rule.internal;

import kz.tapbot.model.backup.BackupTarget;
import kz.tapbot.model.backup.Retention;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.Subject;

/** What is demanded of backups. */
final class Backups {

    static final Condition<Subject.OfBackup> SCHEDULED = Condition.that(
            "be scheduled",
            one -> one.backup().schedule().isPresent(),
            one -> "has no schedule, so that it runs only by hand");

    static final Condition<Subject.OfBackup> OFF_SITE = Condition.that(
            "leave the servers",
            one -> one.backup().targets().stream()
                    .anyMatch(target -> target.destination().offSite()),
            one -> "keeps all its copies on servers of this estate");

    static final Condition<Subject.OfBackup> ENCRYPTED =
            Condition.that("be encrypted", one -> one.backup().encryption().isPresent(), one -> "is not encrypted");

    static final Condition<Subject.OfBackup> DRILL = Condition.that(
            "be restored as a drill", one -> one.backup().drill().isPresent(), one -> "is never restored as a test");

    private static final int DAYS_OF_A_WEEK = 7;
    private static final int DAYS_OF_A_MONTH = 30;

    private Backups() {}

    static Condition<Subject.OfBackup> keep(int days) {
        return Condition.that(
                "keep copies for " + days + " days",
                one -> longest(one) >= days,
                one -> "keeps copies for " + longest(one) + " days at most");
    }

    private static int longest(Subject.OfBackup one) {
        return one.backup().targets().stream()
                .map(BackupTarget::retention)
                .mapToInt(Backups::days)
                .max()
                .orElse(0);
    }

    private static int days(Retention retention) {
        return Math.max(
                retention.days(), Math.max(retention.weeks() * DAYS_OF_A_WEEK, retention.months() * DAYS_OF_A_MONTH));
    }
}
