package kz.tapbot.runtime.plan;

import java.util.Collection;
import java.util.List;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.operation.Operation;

/**
 * A number for everything that a plan says: two plans with the same number do the same. It is no protection against somebody who wants
 * two plans to have one number, but such a person could as well write the plan.
 */
final class PlanHash {

    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long FACTOR = 0x100000001B3L;
    private static final long OTHER_FACTOR = 0xC2B2AE3D27D4EB4FL;

    private long one = SEED;
    private long other = FACTOR;

    static String of(TopologyName topology, PlanOptions options, List<Draft> drafts, Collection<Diagnostic> findings) {
        PlanHash hash = new PlanHash();
        hash.add(topology.value());
        hash.add(options.isDestroy() ? "destroy" : "");
        options.adopt().forEach(hash::add);
        options.removeData().forEach(data -> hash.add("remove data of " + data));
        for (Draft draft : drafts) {
            hash.add(draft);
        }
        for (Diagnostic finding : findings) {
            hash.add(finding.code().id());
            hash.add(finding.detail());
        }
        return String.format("%016x%016x", hash.one, hash.other);
    }

    private void add(Draft draft) {
        Change change = draft.change();
        add(change.address());
        add(change.action().sign());
        for (Difference difference : change.differences()) {
            add(difference.attribute());
            add(difference.before().orElse(""));
            add(difference.after().orElse(""));
        }
        for (Operation operation : change.prepare()) {
            add(operation);
        }
        for (Step step : change.steps()) {
            add(step.operation());
        }
        draft.resource().ifPresent(this::add);
    }

    private void add(Object value) {
        String text = value.toString();
        long a = one;
        long b = other;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            a = (a ^ c) * FACTOR;
            b = Long.rotateLeft(b, 13) + c * OTHER_FACTOR;
        }
        one = (a ^ text.length()) * FACTOR;
        other = b * OTHER_FACTOR + one;
    }
}
