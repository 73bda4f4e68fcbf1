package kz.tapbot.examples.embedding;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.model.json.ReadResult;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanText;
import kz.tapbot.validate.Validator;

/**
 * Another tool that uses Tapbot: it takes a topology as JSON, such as a review bot would find in a change request, judges it, and
 * rehearses it on simulated servers. Nothing is printed and nothing real is touched; what came of it is a value.
 */
public final class EstateReviewer {

    /**
     * What came of a review.
     *
     * @param acceptable whether it can work
     * @param findings what was found, for people
     * @param plan what would be done on bare servers, for people
     * @param events what happened in the rehearsal, a line each
     */
    public record Review(boolean acceptable, String findings, String plan, List<String> events) {}

    /** Reviews a topology in JSON. */
    public Review review(byte[] json, String fileName) {
        ReadResult read = TopologyJson.read(json, fileName);
        return read.topology().map(this::review).orElseGet(() -> refused(read.report()));
    }

    private Review review(Topology topology) {
        Report report = Validator.validate(topology);
        return report.hasErrors() ? refused(report) : rehearse(topology, report);
    }

    private static Review rehearse(Topology topology, Report report) {
        List<String> events = new ArrayList<>();
        TapbotRuntime runtime =
                TapbotRuntime.builder().driver(MemoryEstate.create().driver()).build();
        Plan plan = runtime.plan(topology);
        boolean done = runtime.apply(topology, ApplyOptions.standard().listener(event -> events.add(event.toString())))
                .isDone();
        return new Review(done, report.toString(), PlanText.render(plan), List.copyOf(events));
    }

    private static Review refused(Report report) {
        return new Review(false, report.toString(), "", List.of());
    }
}
