package kz.tapbot.runtime.cli;

import java.util.Locale;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.ChangeResult;
import kz.tapbot.runtime.cli.internal.output.Json;
import kz.tapbot.runtime.drift.DriftReport;
import kz.tapbot.runtime.drift.Drifted;
import kz.tapbot.runtime.plan.Difference;
import kz.tapbot.runtime.prove.ProofReport;
import kz.tapbot.runtime.prove.ProvenClaim;
import kz.tapbot.runtime.prove.Verdict;

/** The JSON forms of what came of a run, a proof and a look for drift. */
final class ApplyJson {

    private ApplyJson() {}

    static Json of(ApplyReport report) {
        return new Json()
                .put("run", report.run())
                .put("outcome", word(report.outcome()))
                .put("changes", report.changes().stream().map(ApplyJson::of).toList())
                .put("lost", report.lost().stream().map(Object::toString).toList())
                .put("millis", report.took().toMillis());
    }

    private static Json of(ChangeResult change) {
        return new Json()
                .put("address", change.address())
                .put("action", change.action().verb())
                .put("outcome", word(change.outcome()))
                .put("why", change.why())
                .put("rolledBack", change.rolledBack())
                .put("lines", change.lines())
                .put("millis", change.took().toMillis());
    }

    static Json of(ProofReport report) {
        return new Json()
                .put("holds", report.holds())
                .put("holding", report.count(Verdict.HOLDS))
                .put("broken", report.count(Verdict.BROKEN))
                .put("unknown", report.count(Verdict.UNKNOWN))
                .put("claims", report.claims().stream().map(ApplyJson::of).toList());
    }

    private static Json of(ProvenClaim claim) {
        return new Json()
                .put("about", claim.about())
                .put("claim", claim.sentence())
                .put("expected", claim.expected())
                .put("seen", claim.seen())
                .put("verdict", word(claim.verdict()));
    }

    static Json of(DriftReport report) {
        return new Json()
                .put("ours", report.ours().stream().map(ApplyJson::of).toList())
                .put(
                        "unmanaged",
                        report.unmanaged().stream()
                                .map(thing -> new Json()
                                        .put("server", thing.server())
                                        .put("address", thing.address())
                                        .put("owner", thing.owner()))
                                .toList());
    }

    private static Json of(Drifted thing) {
        return new Json()
                .put("address", thing.address())
                .put("kind", word(thing.kind()))
                .put(
                        "differences",
                        thing.differences().stream().map(ApplyJson::of).toList());
    }

    private static Json of(Difference difference) {
        return new Json()
                .put("attribute", difference.attribute())
                .put("found", difference.before())
                .put("declared", difference.after());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
