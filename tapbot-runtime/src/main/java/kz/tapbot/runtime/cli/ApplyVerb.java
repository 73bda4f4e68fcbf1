package kz.tapbot.runtime.cli;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.StalePlanException;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.cli.internal.output.Paint;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanJson;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.plan.SavedPlan;
import kz.tapbot.runtime.prove.ProofReport;

/** {@code apply}: shows the plan, asks, does it and proves the result. */
final class ApplyVerb implements Verb {

    /** In bytes; that of ten thousand services has a third. */
    private static final int LARGEST_PLAN = 64 << 20;

    @Override
    public ExitCode run(Invocation in) {
        Running.check(in);
        Optional<String> saved = saved(in);
        PlanOptions options = saved.map(ApplyVerb::options).orElseGet(() -> PlanVerb.options(in));
        Servers servers = Servers.of(in, EventListener.NONE);
        Plan plan = Exposing.shown(
                servers.toChange(() -> servers.runtime().plan(servers.topology(), options)), servers.topology());
        saved.ifPresent(text -> check(text, plan, options));
        if (PlanPage.isRefused(in, plan)) {
            return ExitCode.RULE_VIOLATED;
        }
        if (plan.isEmpty()) {
            return nothing(in, plan, options);
        }
        new Question(in).confirm(plan, options.removeData());
        ApplyReport report =
                Running.run(in, "apply", how -> servers.runtime().apply(servers.topology(), plan, options, how));
        Optional<ProofReport> proof =
                report.isDone() ? Optional.of(servers.runtime().prove(servers.topology())) : Optional.empty();
        return tell(in, report, proof);
    }

    /** The text of the saved plan, if one is named. */
    private static Optional<String> saved(Invocation in) {
        Optional<String> file = in.arguments().operand();
        if (file.isPresent() && (in.arguments().has("--adopt") || in.arguments().has("--remove-data"))) {
            throw new UsageException(
                    "A saved plan has its own --adopt and --remove-data.", "Give them to \"plan --out\" instead.");
        }
        return file.map(ApplyVerb::read);
    }

    private static String read(String file) {
        byte[] bytes = UserFile.bytes("plan", file, LARGEST_PLAN, "Make one with: plan --out FILE");
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static PlanOptions options(String text) {
        PlanOptions options = PlanJson.read(text).options();
        if (options.isDestroy()) {
            throw new UsageException("The saved plan takes everything down.", "\"destroy\" does that, not \"apply\".");
        }
        return options;
    }

    private static void check(String text, Plan plan, PlanOptions options) {
        SavedPlan saved = PlanJson.read(text);
        if (!saved.topology().equals(plan.topology())) {
            throw new UsageException(
                    "The saved plan is for the topology \"" + saved.topology() + "\", not for \"" + plan.topology()
                            + "\".",
                    "Apply it with the program it was made with.");
        }
        if (!saved.isStill(plan)) {
            throw new StalePlanException(plan);
        }
        if (!PlanJson.isAsWritten(text, plan, options)) {
            throw new UsageException(
                    "The plan file was edited: it does not say what it said when it was saved.",
                    "Make the plan again, with the options that you want: plan --out FILE");
        }
    }

    private static ExitCode nothing(Invocation in, Plan plan, PlanOptions options) {
        if (in.json()) {
            Json document = in.document(ExitCode.DONE)
                    .ready("plan", PlanJson.write(plan, options))
                    .put("outcome", "done");
            in.outExactly(document.pretty());
        }
        return ExitCode.DONE;
    }

    static ExitCode tell(Invocation in, ApplyReport report, Optional<ProofReport> proof) {
        ExitCode applied = Failure.code(report.outcome());
        ExitCode code = applied == ExitCode.DONE ? proof.map(ProveVerb::code).orElse(ExitCode.DONE) : applied;
        if (in.json()) {
            Json document = in.document(code).put("apply", ApplyJson.of(report));
            proof.ifPresent(claims -> document.put("proof", ApplyJson.of(claims)));
            in.outExactly(document.pretty());
        } else {
            in.out((report.isDone() ? Paint.GREEN : Paint.RED).on(report.toString(), in.colour()));
            proof.ifPresent(claims -> ProveVerb.print(in, claims));
        }
        return code;
    }
}
