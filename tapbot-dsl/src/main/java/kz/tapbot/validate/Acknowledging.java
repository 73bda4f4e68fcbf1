package kz.tapbot.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.code.Severity;
import kz.tapbot.model.Topology;
import kz.tapbot.model.acknowledgement.Acknowledgement;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.place.DeclaredAt;
import kz.tapbot.rule.Estate;
import kz.tapbot.rule.Subject;
import kz.tapbot.validate.code.TopologyCode;

/** Turns warnings that the topology acknowledges into notes, and tells of acknowledgements that acknowledge nothing. */
final class Acknowledging {

    private record Key(String code, Address address) {}

    private final Map<Key, Acknowledgement> known = new HashMap<>();
    private final Map<Key, Severity> refused = new HashMap<>();
    private final Set<Key> used = new HashSet<>();
    private final List<Diagnostic> all = new ArrayList<>();

    private Acknowledging() {}

    /** The findings with what the topology says of them. */
    static List<Diagnostic> of(Topology topology, List<Diagnostic> findings) {
        if (topology.acknowledgements().isEmpty()) {
            return findings;
        }
        Acknowledging acknowledging = new Acknowledging();
        topology.acknowledgements()
                .forEach(one -> acknowledging.known.putIfAbsent(new Key(one.rule(), one.object()), one));
        findings.forEach(acknowledging::take);
        Set<Address> things = subjects(topology);
        topology.acknowledgements().forEach(one -> acknowledging.judge(one, things));
        return acknowledging.all;
    }

    private void take(Diagnostic finding) {
        Key key = new Key(finding.code().id(), finding.address());
        Acknowledgement by = known.get(key);
        if (by == null || finding.severity() != Severity.WARNING) {
            if (by != null) {
                refused.put(key, finding.severity());
            }
            all.add(finding);
            return;
        }
        used.add(key);
        List<DeclaredAt> places = new ArrayList<>();
        by.places().declaration().ifPresent(places::add);
        places.addAll(finding.places());
        String detail = finding.code().id() + " " + finding.summary() + ".\n" + finding.detail() + "\nAcknowledged: "
                + by.reason();
        all.add(new Diagnostic(TopologyCode.ACKNOWLEDGED, finding.address(), detail, places));
    }

    private void judge(Acknowledgement one, Set<Address> things) {
        Key key = new Key(one.rule(), one.object());
        if (one.isOfCode() && !used.contains(key)) {
            Severity severity = refused.get(key);
            tell(
                    one,
                    severity == null
                            ? one.rule() + " is not found for " + one.object()
                                    + ", or not any more.\nRemove the line, or name"
                                    + " the warning and the thing that are meant."
                            : one.rule() + " of " + one.object() + " is "
                                    + (severity == Severity.ERROR ? "an error" : "a note")
                                    + ", and only warnings can be acknowledged.\nMend it as it says, and remove the line.");
        } else if (!one.isOfCode() && !things.contains(one.object())) {
            tell(
                    one,
                    "There is no " + one.object()
                            + " that is to run, so that no rule is broken by it.\nRemove the line, or"
                            + " name the thing that is meant, by the address that the rule's violation begins with.");
        }
    }

    private void tell(Acknowledgement one, String detail) {
        List<DeclaredAt> places = one.places().declaration().map(List::of).orElse(List.of());
        all.add(new Diagnostic(TopologyCode.ACKNOWLEDGED_IN_VAIN, one.object(), detail, places));
    }

    private static Set<Address> subjects(Topology topology) {
        Estate estate = Estate.of(topology);
        Set<Address> things = new HashSet<>();
        Stream.of(
                        estate.servers(),
                        estate.services(),
                        estate.routes(),
                        estate.networks(),
                        estate.volumes(),
                        estate.backups(),
                        estate.users())
                .flatMap(List::stream)
                .map(Subject::address)
                .forEach(things::add);
        return things;
    }
}
