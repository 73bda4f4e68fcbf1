package kz.tapbot.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Events;
import kz.tapbot.runtime.apply.LockedException;
import kz.tapbot.runtime.daily.EngineEvent;
import kz.tapbot.runtime.daily.EventQuery;
import kz.tapbot.runtime.daily.ExecStreams;
import kz.tapbot.runtime.daily.Leftover;
import kz.tapbot.runtime.daily.LogLine;
import kz.tapbot.runtime.daily.LogQuery;
import kz.tapbot.runtime.daily.NewerImages;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.daily.Sink;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.fleet.Fleet;
import kz.tapbot.runtime.fleet.Observation;
import kz.tapbot.runtime.fleet.Visit;
import kz.tapbot.runtime.operate.Merge;
import kz.tapbot.runtime.operate.Newer;
import kz.tapbot.runtime.operate.Pruning;
import kz.tapbot.runtime.operate.Recording;
import kz.tapbot.runtime.operate.Releases;
import kz.tapbot.runtime.operate.Rollback;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.plan.Restarts;
import kz.tapbot.runtime.prove.ProofReport;
import kz.tapbot.runtime.prove.Prover;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.secret.PasswordHashes;
import kz.tapbot.runtime.spi.DailyWork;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Session;

/**
 * What people do with running containers from day to day. Reached by {@link TapbotRuntime#daily()}; as safe and as free of things to close as that.
 *
 * <p>Every method throws {@link kz.tapbot.runtime.spi.UnreachableException} if a server cannot be reached, and
 * {@link kz.tapbot.runtime.spi.OperationFailedException} if a container is not there or not of this topology.
 */
public final class DayToDay {

    private final RuntimeBuilder settings;
    private final PasswordHashes hashes;

    DayToDay(RuntimeBuilder settings, PasswordHashes hashes) {
        this.settings = settings;
        this.hashes = hashes;
    }

    /**
     * Reads the logs of services, merged in the order of time. Where they are followed it returns when the sink wants no more.
     *
     * @param services whose; each on a server that is not only planned
     */
    public void logs(Topology topology, Collection<ServiceId> services, LogQuery query, Sink<LogLine> sink) {
        try (Visit visit = visit(topology, services)) {
            List<Merge.Source<LogLine>> sources = services.stream()
                    .distinct()
                    .sorted()
                    .map(service -> (Merge.Source<LogLine>)
                            to -> visit.session(service.server()).daily().log(service.service(), query, to))
                    .toList();
            new Merge<>(LogLine::at, query.follow(), sink).run(sources);
        }
    }

    /**
     * Runs a command in a service's container and waits for its end. Arguments are passed as they are, through no shell, and noted nowhere.
     *
     * @return its exit status
     */
    public int exec(Topology topology, ServiceId service, List<String> command, ExecStreams streams) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("There is no command to run.");
        }
        try (Visit visit = visit(topology, List.of(service))) {
            return visit.session(service.server()).daily().exec(service.service(), command, streams);
        }
    }

    /**
     * Restarts the containers of services as they are, each after those it needs, and waits until they are healthy. Takes the locks of their servers.
     *
     * @throws kz.tapbot.runtime.apply.LockedException if somebody else works on one of the servers
     */
    public ApplyReport restart(Topology topology, Collection<ServiceId> services, ApplyOptions how) {
        Set<ServerName> servers = new TreeSet<>();
        services.forEach(service -> servers.add(service.server()));
        try (Undertaking call = begin(topology, servers::contains, how.listener())) {
            List<ContainerResource> containers = services.stream()
                    .distinct()
                    .map(service -> container(call, service))
                    .toList();
            return call.apply(
                    Optional.empty(),
                    how,
                    found -> {
                        containers.forEach(container -> refuseForeign(topology, container, found));
                        return Restarts.plan(topology.name(), containers);
                    },
                    Recording.NONE);
        }
    }

    /** The releases of a service that are kept on its server, newest first. */
    public List<Release> releases(Topology topology, ServiceId service) {
        try (Visit visit = visit(topology, List.of(service))) {
            return visit.session(service.server()).daily().releases(service.service());
        }
    }

    /**
     * What going back to a release would do: a plan for the one container. What is the service's own comes from the release, what ties it to others stays as it is declared.
     *
     * @param to the release's number; the one before the one that runs if absent
     * @throws kz.tapbot.runtime.spi.OperationFailedException if there is no such release
     */
    public RollbackPlan planRollback(Topology topology, ServiceId service, OptionalInt to) {
        Address container =
                Address.on(service.server(), "container", service.service().value());
        Release release;
        Topology back;
        try (Visit visit = visit(topology, List.of(service))) {
            DailyWork daily = visit.session(service.server()).daily();
            release = Releases.chosen(service, daily.releases(service.service()), to);
            back = Rollback.topology(topology, service, daily.definition(service.service(), release.number()));
        }
        try (Undertaking call = begin(back, service.server()::equals, EventListener.NONE)) {
            Plan plan = Rollback.alone(call.plan(call.observe()), container);
            return new RollbackPlan(service, release, plan, back);
        }
    }

    /**
     * Goes back to a release, in the way of every update: beside the old one or after it, with its health awaited, and with the state before if that fails. The declaration stays as
     * it is, so that the next plan would undo it.
     *
     * @throws kz.tapbot.runtime.apply.StalePlanException if it would not be planned so any more
     * @throws kz.tapbot.runtime.apply.LockedException if somebody else works on the server
     * @throws kz.tapbot.runtime.apply.PlanRefusedException if the plan has errors
     */
    public ApplyReport rollback(RollbackPlan planned, ApplyOptions how) {
        ServiceId service = planned.service();
        try (Undertaking call = begin(planned.topology(), service.server()::equals, how.listener())) {
            ContainerResource container = container(call, service);
            return call.apply(
                    Optional.of(planned.plan()),
                    how,
                    found -> Rollback.alone(call.plan(found), container.address()),
                    Recording.ofRollback(
                            call.fleet(), container, planned.release().number()));
        }
    }

    /** Tells what happened to containers of ours on these servers' engines, merged in the order of time. Where it is followed it returns when the sink wants no more. */
    public void events(Topology topology, Collection<ServerName> servers, EventQuery query, Sink<EngineEvent> sink) {
        try (Visit visit = Visit.on(servers, topology, means())) {
            List<Merge.Source<EngineEvent>> sources = servers.stream()
                    .distinct()
                    .sorted()
                    .map(server -> (Merge.Source<EngineEvent>)
                            to -> visit.session(server).daily().events(query, to))
                    .toList();
            new Merge<>(EngineEvent::at, query.follow(), sink).run(sources);
        }
    }

    /** Which newer images there are for what these services are pinned to. Registries that cannot be asked are told, not thrown. */
    public List<NewerImages> newerImages(Topology topology, Collection<ServiceId> services) {
        try (Visit visit = Visit.withLogins(servers(services), topology, means())) {
            Map<String, SortedSet<String>> tags = new HashMap<>();
            Map<String, String> unknown = new HashMap<>();
            List<NewerImages> all = new ArrayList<>();
            for (Server server : topology.servers()) {
                for (Service service : server.services()) {
                    ServiceId id = new ServiceId(server.name(), service.name());
                    if (services.contains(id)) {
                        Image image = service.image();
                        ask(visit.session(server.name()).daily(), topology, image, tags, unknown);
                        all.add(
                                unknown.containsKey(image.name())
                                        ? Newer.unknown(id, image, unknown.getOrDefault(image.name(), ""))
                                        : Newer.among(id, image, tags.getOrDefault(image.name(), new TreeSet<>())));
                    }
                }
            }
            return all;
        }
    }

    private static void ask(
            DailyWork daily,
            Topology topology,
            Image image,
            Map<String, SortedSet<String>> tags,
            Map<String, String> unknown) {
        if (tags.containsKey(image.name()) || unknown.containsKey(image.name())) {
            return;
        }
        try {
            tags.put(image.name(), daily.tags(image, topology.login(image.registry())));
        } catch (OperationFailedException e) {
            unknown.put(image.name(), String.valueOf(e.getMessage()));
        }
    }

    /** What of ours lies on these servers and is not needed any more. Changes nothing. */
    public List<Leftover> leftovers(Topology topology, Collection<ServerName> servers) {
        try (Visit visit = Visit.on(servers, topology, means())) {
            return leftovers(topology, servers, visit::session);
        }
    }

    /**
     * Removes what is not needed any more, if it still is not. Takes the locks of the servers.
     *
     * @param chosen what was shown
     * @return what is gone
     * @throws kz.tapbot.runtime.apply.LockedException if somebody else works on one of the servers
     */
    public List<Leftover> prune(Topology topology, Collection<Leftover> chosen) {
        Set<ServerName> servers = new TreeSet<>();
        chosen.forEach(leftover -> servers.add(leftover.server()));
        try (Undertaking call = begin(topology, servers::contains, EventListener.NONE)) {
            call.fleet().lock("prune").ifPresent(held -> {
                throw new LockedException(held.getKey(), held.getValue());
            });
            List<Leftover> still = leftovers(topology, servers, call.fleet()::session).stream()
                    .filter(chosen::contains)
                    .toList();
            still.forEach(
                    leftover -> call.fleet().session(leftover.server()).daily().remove(leftover));
            return still;
        }
    }

    private static List<Leftover> leftovers(
            Topology topology, Collection<ServerName> servers, Function<ServerName, Session> sessions) {
        List<Leftover> all = new ArrayList<>();
        for (Server server : topology.servers()) {
            if (servers.contains(server.name()) && !server.planned()) {
                Set<ServiceName> declared = new TreeSet<>();
                server.services().forEach(service -> declared.add(service.name()));
                all.addAll(Pruning.choose(
                        server.name(),
                        topology.name(),
                        declared,
                        sessions.apply(server.name()).daily().stock()));
            }
        }
        return all;
    }

    /** Whether after a rollback the container is what it was in that release, and every claim about its service holds. */
    public ProofReport prove(RollbackPlan done) {
        ServiceId service = done.service();
        Address container =
                Address.on(service.server(), "container", service.service().value());
        try (Undertaking call = begin(done.topology(), service.server()::equals, EventListener.NONE)) {
            Plan plan = Rollback.alone(call.plan(call.observe()), container);
            ProofReport all = Prover.prove(done.topology(), plan, call.fleet());
            Set<Address> about = Set.of(container, service.address(), Address.of("server", service.server()));
            return new ProofReport(
                    all.topology(),
                    all.claims().stream()
                            .filter(claim -> about.contains(claim.about()))
                            .toList());
        }
    }

    private Undertaking begin(Topology topology, Predicate<ServerName> where, EventListener listener) {
        return Undertaking.begin(topology, where, PlanOptions.STANDARD, settings, hashes, listener);
    }

    private static ContainerResource container(Undertaking call, ServiceId service) {
        return call.resources().stream()
                .filter(ContainerResource.class::isInstance)
                .map(ContainerResource.class::cast)
                .filter(one ->
                        one.server().equals(service.server()) && one.name().equals(service.service()))
                .findFirst()
                .orElseThrow(() -> new OperationFailedException("No container is declared for " + service + "."));
    }

    private static void refuseForeign(Topology topology, ContainerResource container, Observation found) {
        ServerFacts facts = found.servers().get(container.server());
        Observed there = facts == null ? null : facts.things().get(container.address());
        if (there == null) {
            throw new OperationFailedException("There is no container " + container.name() + " on server "
                    + container.server() + ". \"plan\" shows what is missing.");
        }
        if (!there.owner().is(topology.name())) {
            throw new OperationFailedException("The container " + container.name() + " on server " + container.server()
                    + " is not of this topology. It was left alone.");
        }
    }

    private Visit visit(Topology topology, Collection<ServiceId> services) {
        return Visit.on(servers(services), topology, means());
    }

    private static Set<ServerName> servers(Collection<ServiceId> services) {
        Set<ServerName> servers = new TreeSet<>();
        services.forEach(service -> servers.add(service.server()));
        return servers;
    }

    private Fleet.Means means() {
        return settings.means(hashes, new Events(settings.listener));
    }
}
