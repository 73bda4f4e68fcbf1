package kz.tapbot.runtime.prove;

import java.util.List;
import kz.tapbot.model.name.TopologyName;

/**
 * Whether the running servers keep every claim of a topology.
 *
 * @param topology the topology
 * @param claims every claim, in a stable order
 */
public record ProofReport(TopologyName topology, List<ProvenClaim> claims) {

    /** Copies the claims. */
    public ProofReport {
        claims = List.copyOf(claims);
    }

    /** Whether no claim is broken. What could not be seen is no proof against, and is counted apart. */
    public boolean holds() {
        return count(Verdict.BROKEN) == 0;
    }

    /** How many claims have a verdict. */
    public long count(Verdict verdict) {
        return claims.stream().filter(claim -> claim.verdict() == verdict).count();
    }

    /** The text form: one line for each claim that does not hold, then the count; ends without a line break. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (ProvenClaim claim : claims) {
            if (claim.verdict() != Verdict.HOLDS) {
                out.append(claim.verdict() == Verdict.BROKEN ? "broken   " : "unknown  ")
                        .append(claim.about())
                        .append("  ")
                        .append(claim.sentence())
                        .append("\n         expected: ")
                        .append(claim.expected())
                        .append("; seen: ")
                        .append(claim.seen())
                        .append("\n");
            }
        }
        out.append("Proof: ")
                .append(count(Verdict.HOLDS))
                .append(" of ")
                .append(claims.size())
                .append(" claims hold");
        long unknown = count(Verdict.UNKNOWN);
        return out.append(unknown == 0 ? "." : "; " + unknown + " could not be seen from here.")
                .toString();
    }
}
