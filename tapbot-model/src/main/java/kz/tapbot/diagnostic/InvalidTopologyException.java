package kz.tapbot.diagnostic;

import java.io.Serial;

/** A topology cannot work; the report says all that is wrong with it. */
public final class InvalidTopologyException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Report report;

    /** With everything that was found. */
    public InvalidTopologyException(Report report) {
        super(report.toString());
        this.report = report;
    }

    /** Everything that was found. */
    public Report report() {
        return report;
    }
}
