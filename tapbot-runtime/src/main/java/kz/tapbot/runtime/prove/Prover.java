package kz.tapbot.runtime.prove;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.fleet.Fleet;
import kz.tapbot.runtime.plan.Change;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.spi.HostCheck;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;
import kz.tapbot.runtime.spi.Session;

/** Tries every claim that follows from a topology on the servers themselves. Changes nothing. */
public final class Prover {

    private static final int MOST_NAMED = 3;

    private Prover() {}

    /**
     * Proves a topology.
     *
     * @param plan what would still have to be done
     * @param fleet sessions on its servers
     */
    public static ProofReport prove(Topology topology, Plan plan, Fleet fleet) {
        Map<ServerName, List<Claim>> claims = new HashMap<>();
        for (Server server : topology.servers()) {
            if (!server.planned()) {
                claims.put(server.name(), claims(topology, server));
            }
        }
        List<ProvenClaim> proven = new ArrayList<>();
        fleet.servers().keySet().forEach(server -> proven.add(asDeclared(server, plan)));
        plan.report().diagnostics().stream()
                .filter(finding -> finding.severity() == kz.tapbot.diagnostic.code.Severity.ERROR)
                .forEach(finding -> proven.add(new ProvenClaim(
                        finding.address(),
                        "Nothing stands in the way of what is declared.",
                        "nothing",
                        finding.code().id() + " " + finding.summary(),
                        Verdict.BROKEN)));
        fleet.everywhere(server -> examined(server, fleet.session(server)))
                .values()
                .forEach(proven::addAll);
        fleet.everywhere(server -> tryAll(fleet.session(server), claims.getOrDefault(server, List.of())))
                .values()
                .forEach(proven::addAll);
        return new ProofReport(topology.name(), proven);
    }

    /** The claims of one server, in a stable order. Pure. */
    static List<Claim> claims(Topology topology, Server server) {
        List<Claim> claims = new ArrayList<>();
        new ServiceClaims(server, claims).claim();
        new PortClaims(topology, server, claims).claim();
        new LinkClaims(topology, server, claims).claim();
        return claims;
    }

    private static ProvenClaim asDeclared(ServerName server, Plan plan) {
        List<Change> changes = plan.changes().stream()
                .filter(change -> change.server().equals(server))
                .toList();
        String seen = "no changes";
        if (!changes.isEmpty()) {
            List<String> named = changes.stream()
                    .limit(MOST_NAMED)
                    .map(change -> change.action().verb() + " " + change.address())
                    .toList();
            seen = String.join(", ", named)
                    + (changes.size() > MOST_NAMED ? " and " + (changes.size() - MOST_NAMED) + " more" : "");
        }
        return new ProvenClaim(
                Address.of("server", server),
                "Everything on server " + server + " is as declared.",
                "no changes",
                seen,
                changes.isEmpty() ? Verdict.HOLDS : Verdict.BROKEN);
    }

    /** What a finished server has to show; unknown where it does not let us look. */
    private static List<ProvenClaim> examined(ServerName server, Session session) {
        try {
            return session.examine().stream()
                    .map(check -> new ProvenClaim(
                            check.about(),
                            check.sentence(),
                            check.expected(),
                            check.wrong().or(check::unknown).orElse(check.expected()),
                            verdict(check)))
                    .toList();
        } catch (OperationFailedException e) {
            return List.of(new ProvenClaim(
                    Address.of("server", server),
                    "Server " + server + " shows what a finished one has to.",
                    "it does",
                    String.valueOf(e.getMessage()),
                    Verdict.UNKNOWN));
        }
    }

    private static Verdict verdict(HostCheck check) {
        if (check.wrong().isPresent()) {
            return Verdict.BROKEN;
        }
        return check.unknown().isPresent() ? Verdict.UNKNOWN : Verdict.HOLDS;
    }

    /** What is tried from outside is tried together: what is dropped in silence takes its whole time, and so takes it once. */
    private static List<ProvenClaim> tryAll(Session session, List<Claim> claims) {
        List<Probe> together = claims.stream()
                .filter(Prover::isFromOutside)
                .flatMap(claim -> claim.probes().stream())
                .toList();
        Iterator<ProbeResult> answers = together.isEmpty()
                ? Collections.emptyIterator()
                : session.probe(together).iterator();
        List<ProvenClaim> proven = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            List<ProbeResult> results = new ArrayList<>();
            if (isFromOutside(claim)) {
                claim.probes().forEach(probe -> results.add(answers.next()));
            } else {
                results.addAll(session.probe(claim.probes()));
            }
            proven.add(judged(claim, results));
        }
        return proven;
    }

    private static boolean isFromOutside(Claim claim) {
        return claim.probes().stream().allMatch(Probe.FromOutside.class::isInstance);
    }

    private static ProvenClaim judged(Claim claim, List<ProbeResult> results) {
        Verdict verdict = Verdict.HOLDS;
        String seen = claim.expected();
        for (ProbeResult result : results) {
            if (result.outcome() == Outcome.UNKNOWN && verdict == Verdict.HOLDS) {
                verdict = Verdict.UNKNOWN;
                seen = result.detail();
            } else if (result.outcome() != claim.outcome() && result.outcome() != Outcome.UNKNOWN) {
                return proven(claim, result.detail(), Verdict.BROKEN);
            }
        }
        return proven(claim, seen, verdict);
    }

    private static ProvenClaim proven(Claim claim, String seen, Verdict verdict) {
        return new ProvenClaim(claim.about(), claim.sentence(), claim.expected(), seen, verdict);
    }
}
