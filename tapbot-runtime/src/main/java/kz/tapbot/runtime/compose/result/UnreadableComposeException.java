package kz.tapbot.runtime.compose.result;

import java.io.Serial;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.diagnostic.TapbotException;

/** A file cannot be read as a Compose file at all; the report says why and where. */
public final class UnreadableComposeException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Report report;

    /** With why. */
    public UnreadableComposeException(Report report) {
        super(report.toString());
        this.report = report;
    }

    /** Why and where. */
    public Report report() {
        return report;
    }
}
