package kz.tapbot.runtime.cli;

import java.util.Optional;
import kz.tapbot.runtime.apply.PlanRefusedException;
import kz.tapbot.runtime.cli.internal.output.Paint;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanLine;
import kz.tapbot.runtime.plan.PlanText;

/** Shows a plan, in colour where there is colour. */
final class PlanPage {

    private PlanPage() {}

    /**
     * Shows a plan that is about to be applied, and whether it cannot be.
     *
     * @throws PlanRefusedException if it cannot, where only JSON is wanted
     */
    static boolean isRefused(Invocation in, Plan plan) {
        boolean refused = plan.report().hasErrors();
        if (in.json() && refused) {
            throw new PlanRefusedException(plan.report());
        }
        if (!in.json()) {
            print(in, plan);
        }
        if (refused) {
            in.note("Nothing was changed: the errors in the plan come first.");
        }
        return refused;
    }

    /** The same, and how the verb ends where the plan cannot be applied or has nothing to do; nothing if it goes on. */
    static Optional<ExitCode> end(Invocation in, Plan plan) {
        if (isRefused(in, plan)) {
            return Optional.of(ExitCode.RULE_VIOLATED);
        }
        if (!plan.isEmpty()) {
            return Optional.empty();
        }
        if (in.json()) {
            in.outExactly(in.document(ExitCode.DONE).put("outcome", "done").pretty());
        }
        return Optional.of(ExitCode.DONE);
    }

    static void print(Invocation in, Plan plan) {
        if (!in.colour()) {
            in.out(PlanText.render(plan));
            return;
        }
        StringBuilder page = new StringBuilder();
        for (PlanLine line : PlanText.lines(plan)) {
            page.append(page.isEmpty() ? "" : "\n").append(paint(line.kind()).on(line.text(), true));
        }
        in.out(page.toString());
    }

    private static Paint paint(PlanLine.Kind kind) {
        return switch (kind) {
            case CREATE, CLOSED -> Paint.GREEN;
            case UPDATE, FINDING, OPENED -> Paint.YELLOW;
            case REPLACE, REMOVE -> Paint.RED;
            case ADOPT -> Paint.CYAN;
            case SERVER, SUMMARY -> Paint.BOLD;
            case DIFFERENCE -> Paint.DIM;
            case CONSEQUENCE, BLANK -> Paint.PLAIN;
        };
    }
}
