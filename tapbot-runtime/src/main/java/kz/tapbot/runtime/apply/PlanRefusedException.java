package kz.tapbot.runtime.apply;

import java.io.Serial;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.diagnostic.TapbotException;

/** A plan has errors. Nothing was changed. */
public final class PlanRefusedException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Report report;

    /** With what forbids it. */
    public PlanRefusedException(Report report) {
        super(report.toString());
        this.report = report;
    }

    /** What forbids it. */
    public Report report() {
        return report;
    }
}
