package kz.tapbot.runtime.plan;

import java.io.Serial;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.diagnostic.TapbotException;

/** A saved plan cannot be read; the report says why. */
public final class UnreadablePlanException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Report report;

    UnreadablePlanException(Report report) {
        super(report.toString());
        this.report = report;
    }

    /** What is wrong with it. */
    public Report report() {
        return report;
    }
}
