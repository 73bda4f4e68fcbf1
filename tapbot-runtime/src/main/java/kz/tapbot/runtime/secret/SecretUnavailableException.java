package kz.tapbot.runtime.secret;

import java.io.Serial;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.diagnostic.TapbotException;

/** Secrets have no usable value; the report names all of them and never shows one. Nothing was changed. */
public final class SecretUnavailableException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Report report;

    /** With all of them. */
    public SecretUnavailableException(Report report) {
        super(report.toString());
        this.report = report;
    }

    /** All of them, each with what to do. */
    public Report report() {
        return report;
    }
}
