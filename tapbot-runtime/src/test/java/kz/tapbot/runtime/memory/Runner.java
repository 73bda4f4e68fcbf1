package kz.tapbot.runtime.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.contract.KnownContents;
import kz.tapbot.runtime.contract.Performing;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.lower.Lowering;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.plan.Change;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.plan.Planner;
import kz.tapbot.runtime.plan.Step;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;

/** Plans and performs one operation after another, as simply as can be. */
final class Runner {

    private final MemoryEstate estate;
    private final KnownContents contents = new KnownContents();

    Runner(MemoryEstate estate) {
        this.estate = estate;
    }

    KnownContents contents() {
        return contents;
    }

    Plan plan(Topology topology) {
        topology.secrets().forEach(secret -> contents.set(secret.name().value(), "value of " + secret.name()));
        List<Resource> desired = Lowering.lower(topology);
        List<ServerFacts> facts = new ArrayList<>();
        Map<ServerName, KnownContents> fingerprints = new HashMap<>();
        sessions(topology).values().forEach(session -> {
            try (session) {
                facts.add(session.observe(desired));
            }
        });
        facts.forEach(one -> fingerprints.put(one.server(), contents));
        return Planner.plan(topology.name(), desired, facts, fingerprints, PlanOptions.STANDARD);
    }

    void perform(Topology topology, Plan plan) {
        Map<ServerName, Session> sessions = sessions(topology);
        for (Change change : plan.changes()) {
            change.prepare().forEach(operation -> perform(sessions, change, operation));
        }
        for (Change change : plan.changes()) {
            change.steps().stream().map(Step::operation).forEach(operation -> perform(sessions, change, operation));
        }
        sessions.values().forEach(Session::close);
    }

    private static void perform(Map<ServerName, Session> sessions, Change change, Operation operation) {
        Session session = sessions.get(change.server());
        if (session != null) {
            Performing.perform(session, operation);
        }
    }

    void apply(Topology topology) {
        perform(topology, plan(topology));
    }

    private Map<ServerName, Session> sessions(Topology topology) {
        Map<ServerName, Session> sessions = new TreeMap<>();
        for (Server server : topology.servers()) {
            if (!server.planned()) {
                sessions.put(
                        server.name(),
                        estate.driver().open(server, new SessionContext(topology.name(), contents, "test@here")));
            }
        }
        return sessions;
    }
}
