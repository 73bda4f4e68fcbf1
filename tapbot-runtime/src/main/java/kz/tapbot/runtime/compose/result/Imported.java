package kz.tapbot.runtime.compose.result;

import java.util.List;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.Topology;

/**
 * What an import gives.
 *
 * @param topology the topology: what of the file can be carried over, without a password in it
 * @param className the class that the source declares
 * @param source Java source that declares an equal topology; has no password in it
 * @param findings what was not carried over, and what is wrong with the file beside what the topology shows
 */
public record Imported(Topology topology, String className, String source, List<Diagnostic> findings) {

    /** Copies the findings. */
    public Imported {
        findings = List.copyOf(findings);
    }
}
