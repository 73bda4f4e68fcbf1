package kz.tapbot.runtime.apply;

import java.time.Duration;

/** The text form of reports. */
final class ApplyText {

    private ApplyText() {}

    static String of(ApplyReport report) {
        if (report.changes().isEmpty() && report.isDone()) {
            return "No changes.";
        }
        StringBuilder out = new StringBuilder(headline(report));
        for (ChangeResult change : report.changes()) {
            if (change.outcome() != ChangeOutcome.DONE) {
                append(out, change);
            }
        }
        for (var server : report.lost()) {
            out.append("\n  The connection to ")
                    .append(server)
                    .append(" was lost. Apply again once it is reachable; the run goes on from what it finds.");
        }
        return out.toString();
    }

    static String seconds(Duration took) {
        long tenths = Math.max(0, (took.toMillis() + 50) / 100); // a clock may be set back
        return tenths / 10 + "." + tenths % 10 + " s";
    }

    private static String headline(ApplyReport report) {
        String verdict = switch (report.outcome()) {
            case DONE -> "Done";
            case FAILED_ROLLED_BACK -> "Failed and rolled back";
            case FAILED -> "Failed, not everything rolled back";
            case CANCELLED -> "Cancelled";
            case TIMED_OUT -> "Timed out";
        };
        return verdict + ": " + report.count(ChangeOutcome.DONE) + " done, " + report.count(ChangeOutcome.FAILED)
                + " failed, " + report.count(ChangeOutcome.SKIPPED) + " skipped in " + seconds(report.took()) + ".";
    }

    private static void append(StringBuilder out, ChangeResult change) {
        out.append("\n  ")
                .append(change.outcome() == ChangeOutcome.FAILED ? "failed" : "skipped")
                .append("  ")
                .append(change.address())
                .append("  ")
                .append(change.why().orElse(""));
        if (change.outcome() == ChangeOutcome.FAILED) {
            out.append(change.rolledBack() ? " The state before is there again." : " It was NOT rolled back.");
        }
        change.lines().forEach(line -> out.append("\n    | ").append(line));
    }
}
