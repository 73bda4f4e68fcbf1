package kz.tapbot.runtime.cli;

import kz.tapbot.diagnostic.InvalidTopologyException;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.runtime.cli.internal.output.Paint;
import kz.tapbot.validate.Validator;

/** {@code validate}: the findings are the result, so they go to stdout. */
final class ValidateVerb implements Verb {

    @Override
    public ExitCode run(Invocation in) {
        Report report = judge(in);
        ExitCode code = report.hasErrors() ? ExitCode.INVALID : ExitCode.DONE;
        if (in.json()) {
            in.outExactly(in.document(code).put("report", ReportJson.of(report)).pretty());
        } else {
            String text = report.toString();
            int end = text.indexOf('\n');
            String first = end < 0 ? text : text.substring(0, end);
            Paint paint = report.hasErrors() ? Paint.RED : report.diagnostics().isEmpty() ? Paint.GREEN : Paint.YELLOW;
            in.out(paint.on(first, in.colour()) + text.substring(first.length()));
        }
        return code;
    }

    /** A topology that cannot even be made tells why in the same form. */
    private static Report judge(Invocation in) {
        try {
            return Validator.validate(in.topology());
        } catch (InvalidTopologyException e) {
            return e.report();
        } catch (ExceptionInInitializerError e) {
            if (e.getCause() instanceof InvalidTopologyException invalid) {
                return invalid.report();
            }
            throw e;
        }
    }
}
