package kz.tapbot.model.json;

import java.util.Optional;
import kz.tapbot.diagnostic.InvalidTopologyException;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;

/**
 * What came of reading a file: a topology, or what is wrong with the file.
 *
 * @param topology the topology; empty if anything is wrong
 * @param report everything that is wrong; without findings if there is a topology. Its subject is {@code file:} and the file's name
 */
public record ReadResult(Optional<Topology> topology, Report report) {

    /** Checks that it is one of both. */
    public ReadResult {
        if (topology.isPresent() == report.hasErrors()) {
            throw new IllegalArgumentException("a result is either a topology or errors");
        }
    }

    /**
     * The topology.
     *
     * @throws InvalidTopologyException with the report, if anything is wrong
     */
    public Topology orElseThrow() {
        return topology.orElseThrow(() -> new InvalidTopologyException(report));
    }
}
