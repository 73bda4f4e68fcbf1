package kz.tapbot.runtime.cli;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.plan.Change;
import kz.tapbot.runtime.plan.Difference;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.plan.PlanText;

/** The JSON form of a plan, which is the form in which it is saved too. */
final class PlanForm {

    private PlanForm() {}

    static Json of(Plan plan, PlanOptions options, ExitCode code) {
        return Invocation.document("plan", code)
                .put("topology", plan.topology())
                .put("fingerprint", plan.fingerprint())
                .put("adopt", options.adopt().stream().map(Address::toString).toList())
                .put(
                        "removeData",
                        options.removeData().stream().map(Address::toString).toList())
                .put("summary", PlanText.summary(plan))
                .put("changes", plan.changes().stream().map(PlanForm::of).toList())
                .put("report", ReportJson.of(plan.report()));
    }

    private static Json of(Change change) {
        return new Json()
                .put("address", change.address())
                .put("server", change.server())
                .put("action", change.action().verb())
                .put("cause", change.cause())
                .put(
                        "differences",
                        change.differences().stream().map(PlanForm::of).toList())
                .put("consequences", change.consequences())
                .put("after", change.after().stream().map(Address::toString).toList())
                .put("confirmed", change.confirmed());
    }

    private static Json of(Difference difference) {
        return new Json()
                .put("attribute", difference.attribute())
                .put("before", difference.before())
                .put("after", difference.after());
    }
}
