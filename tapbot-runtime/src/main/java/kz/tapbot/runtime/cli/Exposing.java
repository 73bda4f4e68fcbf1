package kz.tapbot.runtime.cli;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.reach.Exposure;
import kz.tapbot.reach.ExposureDifference;
import kz.tapbot.reach.Step;
import kz.tapbot.reach.Verdict;
import kz.tapbot.runtime.plan.ExposureChanges;
import kz.tapbot.runtime.plan.Plan;

/** Works out what a plan opens and closes, from what the servers were declared to be before and are now. */
final class Exposing {

    private Exposing() {}

    /** The plan with what it opens and closes. */
    static Plan shown(Plan plan, Topology after) {
        TreeSet<ServerName> unknown = new TreeSet<>();
        after.servers().stream()
                .filter(server -> !server.planned())
                .map(Server::name)
                .filter(server -> !plan.applied().containsKey(server))
                .forEach(unknown::add);
        return plan.isEmpty() ? plan : plan.withExposure(changes(plan, after, unknown));
    }

    /** The plan with what it closes; of a server of which nothing is known nothing can be told. */
    static Plan ofDestroy(Plan plan) {
        Topology nothing = Topology.builder().name(plan.topology()).build();
        return plan.isEmpty() || plan.applied().isEmpty()
                ? plan
                : plan.withExposure(changes(plan, nothing, new TreeSet<>()));
    }

    private static ExposureChanges changes(Plan plan, Topology after, SortedSet<ServerName> unknown) {
        List<ExposureChanges.One> all = ExposureDifference.between(plan.applied(), after).changes().stream()
                .map(Exposing::one)
                .toList();
        return new ExposureChanges(all, unknown);
    }

    private static ExposureChanges.One one(ExposureDifference.Change change) {
        Exposure row = change.row();
        Optional<String> place = row.steps().stream()
                .reduce((earlier, later) -> later)
                .flatMap(Step::place)
                .map(Object::toString);
        return new ExposureChanges.One(
                ExposureChanges.Effect.valueOf(change.kind().name()),
                row.server(),
                row.at(),
                row.leadsTo(),
                row.from().toString(),
                row.verdict() == Verdict.LOGIN,
                place,
                change.toString());
    }
}
