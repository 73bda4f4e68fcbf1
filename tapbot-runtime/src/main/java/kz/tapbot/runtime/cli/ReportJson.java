package kz.tapbot.runtime.cli;

import java.util.Locale;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.diagnostic.code.Severity;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.runtime.cli.internal.output.Json;

/** The JSON form of findings. */
final class ReportJson {

    private ReportJson() {}

    static Json of(Report report) {
        return new Json()
                .put("subject", report.subject())
                .put("errors", report.count(Severity.ERROR))
                .put("warnings", report.count(Severity.WARNING))
                .put("notes", report.count(Severity.NOTE))
                .put(
                        "findings",
                        report.diagnostics().stream().map(ReportJson::of).toList());
    }

    private static Json of(Diagnostic finding) {
        return new Json()
                .put("code", finding.code().id())
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("summary", finding.summary())
                .put("address", finding.address())
                .put("detail", finding.detail())
                .put(
                        "places",
                        finding.places().stream().map(DeclaredAt::toString).toList());
    }
}
