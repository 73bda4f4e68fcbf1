package kz.tapbot.runtime.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.fleet.Observation;
import kz.tapbot.runtime.plan.Action;
import kz.tapbot.runtime.plan.Change;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.RuntimeCode;

/** Reads drift from a plan that would mend it, and from what else was found. */
public final class DriftFinder {

    /** Kinds of which something that nobody declared can matter: it runs, holds, opens or allows something. */
    private static final Set<String> MATTERS =
            Set.of("container", "network", "volume", "user", "sudo", "firewall-rule", "unit", "jail");

    private DriftFinder() {}

    /** What is different from what was declared, and what nobody declared. */
    public static DriftReport find(Plan mending, Observation found) {
        List<Drifted> ours = new ArrayList<>();
        for (Change change : mending.changes()) {
            ours.add(rolledBack(change, found)
                    .map(release -> new Drifted(
                            change.address(), Drifted.Kind.ROLLED_BACK, words(release), change.differences()))
                    .orElseGet(() -> new Drifted(
                            change.address(), kind(change.action()), change.cause(), change.differences())));
        }
        for (Diagnostic finding : mending.report().diagnostics()) {
            if (finding.code() == RuntimeCode.NOT_OURS) {
                ours.add(new Drifted(finding.address(), Drifted.Kind.TAKEN, "it exists and is not ours", List.of()));
            }
        }
        ours.sort(Comparator.comparing(Drifted::address));
        TreeMap<Address, Unmanaged> unmanaged = new TreeMap<>();
        for (ServerFacts facts : found.servers().values()) {
            for (Observed thing : facts.things().values()) {
                boolean foreign = !thing.owner().is(found.topology());
                if (foreign && MATTERS.contains(thing.address().kind())) {
                    unmanaged.put(
                            thing.address(),
                            new Unmanaged(
                                    facts.server(),
                                    thing.address(),
                                    thing.owner().toString()));
                }
            }
        }
        return new DriftReport(found.topology(), ours, List.copyOf(unmanaged.values()));
    }

    private static Optional<Release> rolledBack(Change change, Observation found) {
        ServerFacts facts = found.servers().get(change.server());
        // Without a difference it is what is declared, and only does not run.
        boolean other = change.address().kind().equals("container")
                && change.action() == Action.UPDATE
                && !change.differences().isEmpty();
        return facts == null || !other
                ? Optional.empty()
                : facts.releases().entrySet().stream()
                        .filter(entry -> Address.on(facts.server(), "container", entry.getKey())
                                .equals(change.address()))
                        .map(Map.Entry::getValue)
                        .filter(release -> release.rolledBackTo().isPresent())
                        .findFirst();
    }

    private static String words(Release release) {
        return "to release " + release.rolledBackTo().orElse(0) + " by " + release.who() + " at " + release.at();
    }

    private static Drifted.Kind kind(Action action) {
        return switch (action) {
            case CREATE -> Drifted.Kind.MISSING;
            case UPDATE, REPLACE, ADOPT -> Drifted.Kind.CHANGED;
            case REMOVE -> Drifted.Kind.LEFT_OVER;
        };
    }
}
