package kz.tapbot.runtime.host.result;

import java.util.List;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.Topology;

/**
 * A server as it was found.
 *
 * @param topology the topology of that one server, which rules and reachability can be asked of
 * @param findings what is wrong with it beside what the topology shows, and what has no words in it
 */
public record Surveyed(Topology topology, List<Diagnostic> findings) {

    /** Copies the findings. */
    public Surveyed {
        findings = List.copyOf(findings);
    }
}
