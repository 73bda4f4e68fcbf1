package kz.tapbot.examples.tour;

import java.io.PrintStream;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.examples.estate.TapbotKzEstate;
import kz.tapbot.examples.estate.Versions;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.drift.DriftReport;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanText;
import kz.tapbot.runtime.prove.ProofReport;
import kz.tapbot.validate.Validator;

/** A walk through everything that Tapbot does, told to a stream. */
public final class Tour {

    private final PrintStream out;
    private final MemoryEstate machines = MemoryEstate.create();
    private final TapbotRuntime runtime =
            TapbotRuntime.builder().driver(machines.driver()).build();
    private int chapter;

    /** A tour told to the stream. */
    public Tour(PrintStream out) {
        this.out = out;
    }

    /**
     * Walks through.
     *
     * @return whether every step came out as it should
     */
    public boolean walk() {
        Topology today = TapbotKzEstate.topology(Versions.TODAY);
        chapter("The declaration is judged, before anything runs");
        Report report = Validator.validate(today);
        out.println(report);

        chapter("What has to be done on two bare servers (simulated, in memory)");
        boolean good = !report.hasErrors() && bringTo(today);

        chapter("One image tag changes in the declaration");
        Topology tomorrow = TapbotKzEstate.topology(Versions.TODAY.directus("10.13.1"));
        good &= bringTo(tomorrow);

        chapter("Somebody flushes the firewall of server data by hand");
        machines.server("data").host().flushFirewall();
        DriftReport drift = runtime.drift(tomorrow);
        out.println(drift);
        good &= !drift.isEmpty();

        chapter("The same declaration mends it");
        good &= bringTo(tomorrow) && runtime.drift(tomorrow).isEmpty();

        chapter(good ? "Done: the servers are as declared, and it is proved" : "Not done: see above");
        return good;
    }

    private boolean bringTo(Topology topology) {
        Plan plan = runtime.plan(topology);
        out.println(PlanText.render(plan));
        out.println();
        ApplyReport applied = runtime.apply(topology, ApplyOptions.standard().listener(this::tell));
        out.println(applied);
        out.println();
        ProofReport proof = runtime.prove(topology);
        out.println(proof);
        return applied.isDone() && proof.holds() && runtime.plan(topology).isEmpty();
    }

    private void tell(RuntimeEvent event) {
        if (event instanceof RuntimeEvent.ChangeDone done) {
            out.println("  done: " + done.action() + " " + done.address());
        } else if (event instanceof RuntimeEvent.ChangeFailed failed) {
            out.println("  failed: " + failed.address() + ": " + failed.why());
        }
    }

    private void chapter(String title) {
        chapter++;
        String line = chapter + ". " + title;
        out.println((chapter == 1 ? "" : "\n") + line + "\n" + "─".repeat(line.length()) + "\n");
    }
}
