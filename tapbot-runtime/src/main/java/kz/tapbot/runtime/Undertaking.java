package kz.tapbot.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Events;
import kz.tapbot.runtime.apply.LockedException;
import kz.tapbot.runtime.apply.PlanRefusedException;
import kz.tapbot.runtime.apply.PlanRun;
import kz.tapbot.runtime.apply.StalePlanException;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.fleet.Fleet;
import kz.tapbot.runtime.fleet.Observation;
import kz.tapbot.runtime.lower.Lowering;
import kz.tapbot.runtime.operate.Recording;
import kz.tapbot.runtime.outline.Memory;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.plan.Planner;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.secret.PasswordHashes;
import kz.tapbot.runtime.secret.RunSecrets;
import kz.tapbot.runtime.secret.SecretUses;

/** One call: a topology, what it means on servers, and the sessions on them. */
final class Undertaking implements AutoCloseable {

    private final Topology topology;
    private final PlanOptions options;
    private final List<Resource> resources;
    private final Events events;
    private final RuntimeBuilder settings;
    private final Fleet fleet;

    private Undertaking(
            Topology topology,
            PlanOptions options,
            List<Resource> resources,
            Events events,
            RuntimeBuilder settings,
            Fleet fleet) {
        this.topology = topology;
        this.options = options;
        this.resources = resources;
        this.events = events;
        this.settings = settings;
        this.fleet = fleet;
    }

    /** Logs in everywhere. */
    static Undertaking begin(
            Topology topology,
            PlanOptions options,
            RuntimeBuilder settings,
            PasswordHashes hashes,
            EventListener listener) {
        return begin(topology, server -> true, options, settings, hashes, listener);
    }

    /** Logs in on some servers; what the others are to have is left out. */
    static Undertaking begin(
            Topology topology,
            Predicate<ServerName> where,
            PlanOptions options,
            RuntimeBuilder settings,
            PasswordHashes hashes,
            EventListener listener) {
        List<Resource> resources = options.isDestroy()
                ? List.of()
                : settings.managed(topology, Lowering.lower(topology)).stream()
                        .filter(resource -> where.test(resource.server()))
                        .toList();
        Map<ServerName, List<Resource>> byServer = new HashMap<>();
        for (Resource resource : resources) {
            byServer.computeIfAbsent(resource.server(), unused -> new ArrayList<>())
                    .add(resource);
        }
        Events events = new Events(settings.listener, listener);
        RunSecrets secrets = new RunSecrets(topology, SecretUses.of(resources), settings.environment);
        Topology visited = Topology.builder()
                .from(topology)
                .servers(topology.servers().stream()
                        .filter(server -> where.test(server.name()))
                        .toList())
                .build();
        Fleet fleet = Fleet.open(visited, settings.means(hashes, events), secrets, byServer);
        return new Undertaking(topology, options.about(topology), resources, events, settings, fleet);
    }

    Fleet fleet() {
        return fleet;
    }

    List<Resource> resources() {
        return resources;
    }

    Observation observe() {
        return fleet.observe();
    }

    /** The plan towards what is declared, from what was found, with what is to be told of secrets and systems. */
    Plan plan(Observation found) {
        List<ServerFacts> facts = List.copyOf(found.servers().values());
        Plan plan = Planner.plan(topology.name(), resources, facts, fleet.fingerprints(), options);
        List<Diagnostic> findings = new ArrayList<>(fleet.secrets().findings());
        if (!options.isDestroy()) {
            findings.addAll(Systems.compare(topology, found));
        }
        return findings.isEmpty() ? plan : plan.withReport(new Report(topology.address(), findings));
    }

    /** The plan to be shown, with what the servers remember. */
    Plan planToShow() {
        Plan plan = plan(observe());
        return plan.isEmpty() ? plan : plan.withApplied(Memory.read(fleet, topology));
    }

    ApplyReport apply(Optional<Plan> planned, ApplyOptions how) {
        ApplyReport report = apply(planned, how, this::plan, Recording.ofAll(fleet, resources));
        if (report.isDone() && options.isDestroy()) {
            Memory.forget(fleet, topology);
        } else if (report.isDone()) {
            Memory.write(fleet, topology);
        }
        return report;
    }

    /** Takes all locks, plans again in that way, does it, and records what runs then. */
    ApplyReport apply(
            Optional<Plan> planned, ApplyOptions how, Function<Observation, Plan> planning, Recording recording) {
        long begin = settings.ticker.nanos();
        fleet.lock(how.purpose()).ifPresent(held -> {
            throw new LockedException(held.getKey(), held.getValue());
        });
        recording.prepare();
        SortedSet<ServerName> takenBack = fleet.takeBackUnconfirmed();
        Observation found = observe();
        Plan plan = planning.apply(found);
        if (plan.report().hasErrors()) {
            throw new PlanRefusedException(plan.report());
        }
        if (planned.isPresent() && !planned.get().fingerprint().equals(plan.fingerprint())) {
            throw new StalePlanException(plan, takenBack);
        }
        List<ServerName> interrupted = found.servers().values().stream()
                .filter(facts -> facts.interrupted().isPresent())
                .map(ServerFacts::server)
                .toList();
        if (plan.isEmpty() && interrupted.isEmpty()) {
            recording.record(found, plan, List.of());
            return ApplyReport.nothing(plan, settings.ticker.since(begin));
        }
        fleet.secrets().readAll();
        fleet.makeSecrets();
        PlanRun.Parallelism parallelism = new PlanRun.Parallelism(settings.parallelism, settings.perServer);
        ApplyReport report = new PlanRun(plan, fleet, parallelism, settings.ticker, events, how).run(interrupted);
        recording.record(found, plan, report.changes());
        return report;
    }

    @Override
    public void close() {
        fleet.close();
    }
}
