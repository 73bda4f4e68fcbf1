package kz.tapbot.runtime.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import kz.tapbot.diagnostic.InvalidTopologyException;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.diagnostic.TapbotException;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.apply.LockedException;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.apply.PlanRefusedException;
import kz.tapbot.runtime.apply.StalePlanException;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.compose.result.UnreadableComposeException;
import kz.tapbot.runtime.plan.UnreadablePlanException;
import kz.tapbot.runtime.secret.SecretUnavailableException;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.StateMissingException;
import kz.tapbot.runtime.spi.StateTamperedException;
import kz.tapbot.runtime.spi.UnreachableException;

/**
 * Why a command did not do what was asked for: the one place where exceptions become exit codes.
 *
 * @param code how the command ends
 * @param message what is wrong
 * @param hint what to do, if there is a word to say
 * @param report the findings that are the reason, if they are
 * @param stack the mistake in Tapbot, if it is one
 */
record Failure(
        ExitCode code, String message, Optional<String> hint, Optional<Report> report, Optional<Throwable> stack) {

    static Failure of(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof UsageException usage) {
            return new Failure(
                    ExitCode.INVALID,
                    String.valueOf(usage.getMessage()),
                    Optional.of(usage.hint()),
                    Optional.empty(),
                    Optional.empty());
        }
        if (cause instanceof NotDeclaredException) {
            return new Failure(
                    ExitCode.INVALID,
                    String.valueOf(cause.getMessage()),
                    Optional.of("Run again with --stacktrace to see why."),
                    Optional.empty(),
                    Optional.ofNullable(cause.getCause()));
        }
        if (cause instanceof NotConfirmedException unconfirmed) {
            return told(ExitCode.NOT_CONFIRMED, unconfirmed, unconfirmed.hint());
        }
        if (cause instanceof InvalidTopologyException invalid) {
            return reported(ExitCode.INVALID, invalid.report());
        }
        if (cause instanceof SecretUnavailableException secret) {
            return reported(ExitCode.INVALID, secret.report());
        }
        if (cause instanceof PlanRefusedException refused) {
            return reported(ExitCode.RULE_VIOLATED, refused.report());
        }
        if (cause instanceof InvalidValueException value) {
            String text = "error " + value.code().id() + "  " + value.code().summary() + "\n  " + value.getMessage();
            return new Failure(ExitCode.INVALID, text, Optional.empty(), Optional.empty(), Optional.empty());
        }
        if (cause instanceof StalePlanException) {
            return told(ExitCode.NOT_CONFIRMED, cause, "");
        }
        if (cause instanceof LockedException) {
            return told(ExitCode.LOCKED, cause, "");
        }
        if (cause instanceof UnreachableException
                || cause instanceof StateMissingException
                || cause instanceof StateTamperedException) {
            return told(ExitCode.UNREACHABLE, cause, "");
        }
        if (cause instanceof OperationFailedException failed) {
            return told(ExitCode.ROLLED_BACK, failed, String.join("\n", failed.lines()));
        }
        if (cause instanceof UnreadableComposeException unreadable) {
            return reported(ExitCode.INVALID, unreadable.report());
        }
        if (cause instanceof UnreadablePlanException unreadable) {
            return reported(ExitCode.INVALID, unreadable.report());
        }
        return internal(cause);
    }

    /** Whether it is thrown to be told. */
    static boolean isKnown(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        return cause instanceof TapbotException || cause instanceof InvalidValueException;
    }

    /** How a command ends after a run with this outcome. */
    static ExitCode code(Outcome outcome) {
        return switch (outcome) {
            case DONE -> ExitCode.DONE;
            case FAILED_ROLLED_BACK -> ExitCode.ROLLED_BACK;
            case FAILED -> ExitCode.NOT_ROLLED_BACK;
            case CANCELLED -> ExitCode.NOT_CONFIRMED;
            case TIMED_OUT -> ExitCode.TIMED_OUT;
        };
    }

    /** For people, over one line or more; ends without a line break. */
    String text(boolean withStack) {
        StringBuilder out = new StringBuilder(message);
        hint.ifPresent(line -> out.append('\n').append(line));
        if (withStack && stack.isPresent()) {
            StringWriter written = new StringWriter();
            stack.get().printStackTrace(new PrintWriter(written));
            out.append('\n').append(written.toString().stripTrailing());
        }
        return out.toString();
    }

    Json json(String verb) {
        Json error = new Json().put("message", message).put("hint", hint);
        report.ifPresent(findings -> error.put("report", ReportJson.of(findings)));
        return Invocation.document(verb, code).put("error", error);
    }

    private static Failure told(ExitCode code, Throwable cause, String hint) {
        Optional<String> shown = Optional.of(hint).filter(line -> !line.isEmpty());
        return new Failure(code, String.valueOf(cause.getMessage()), shown, Optional.empty(), Optional.empty());
    }

    private static Failure reported(ExitCode code, Report report) {
        return new Failure(code, report.toString(), Optional.empty(), Optional.of(report), Optional.empty());
    }

    /** Without the message of what was thrown: nobody has thought about what is in it. */
    private static Failure internal(Throwable cause) {
        String where = "";
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (where.isEmpty() && frame.getClassName().startsWith("kz.tapbot.")) {
                where = " at " + frame.getClassName() + ":" + frame.getLineNumber();
            }
        }
        return new Failure(
                ExitCode.INTERNAL,
                "Internal error: " + cause.getClass().getName() + where + ". This is a bug in Tapbot.",
                Optional.of("Run again with --stacktrace and report what it shows."),
                Optional.empty(),
                Optional.of(cause));
    }

    /** A topology in a static field fails inside the initialisation of its class, the second time with another error. */
    static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; depth < 10; depth++) {
            boolean wrapper = cause instanceof ExceptionInInitializerError
                    || cause instanceof NoClassDefFoundError
                    || cause instanceof java.util.concurrent.ExecutionException
                    || cause instanceof java.util.concurrent.CompletionException;
            if (!wrapper || cause.getCause() == null) {
                return cause;
            }
            cause = cause.getCause();
        }
        return cause;
    }
}
