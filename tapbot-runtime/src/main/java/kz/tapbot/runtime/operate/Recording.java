package kz.tapbot.runtime.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.apply.ChangeOutcome;
import kz.tapbot.runtime.apply.ChangeResult;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.facts.ContainerFacts;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.fleet.Fleet;
import kz.tapbot.runtime.fleet.Observation;
import kz.tapbot.runtime.plan.Change;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.UnreachableException;

/**
 * Records after a run which release each service runs. It goes by what is found, not by what was just done, so that what a killed run could not record is recorded by
 * the next one.
 */
public final class Recording {

    /** Records nothing. */
    public static final Recording NONE = new Recording(Optional.empty(), Map.of(), OptionalInt.empty());

    private final Optional<Fleet> fleet;
    private final Map<Address, ContainerResource> containers;
    private final OptionalInt rolledBackTo;

    private Recording(Optional<Fleet> fleet, Map<Address, ContainerResource> containers, OptionalInt rolledBackTo) {
        this.fleet = fleet;
        this.containers = containers;
        this.rolledBackTo = rolledBackTo;
    }

    /** Of all containers among what is declared. */
    public static Recording ofAll(Fleet fleet, List<Resource> declared) {
        Map<Address, ContainerResource> all = declared.stream()
                .filter(ContainerResource.class::isInstance)
                .map(ContainerResource.class::cast)
                .collect(Collectors.toMap(
                        ContainerResource::address, container -> container, (a, b) -> a, TreeMap::new));
        return new Recording(Optional.of(fleet), all, OptionalInt.empty());
    }

    /** Of one container, which goes back to a release. */
    public static Recording ofRollback(Fleet fleet, ContainerResource container, int release) {
        return new Recording(Optional.of(fleet), Map.of(container.address(), container), OptionalInt.of(release));
    }

    /** Brings what will be needed, before anything is planned. To be called with all locks held. */
    public void prepare() {
        rolledBackTo.ifPresent(release -> containers
                .values()
                .forEach(container -> fleet.ifPresent(
                        all -> all.session(container.server()).daily().restore(container.name(), release))));
    }

    /**
     * Records.
     *
     * @param found what was found before the run
     * @param plan what was to be done
     * @param results what came of it
     */
    public void record(Observation found, Plan plan, List<ChangeResult> results) {
        Map<Address, ChangeResult> ended =
                results.stream().collect(Collectors.toMap(ChangeResult::address, result -> result, (a, b) -> b));
        Set<Address> planned = plan.changes().stream().map(Change::address).collect(Collectors.toSet());
        Map<ServerName, List<Service>> due = new TreeMap<>();
        containers.forEach((address, container) -> {
            ChangeResult result = ended.get(address);
            boolean came = result != null && result.outcome() == ChangeOutcome.DONE;
            if (planned.contains(address) ? came : isUnrecorded(found, container)) {
                due.computeIfAbsent(container.server(), any -> new ArrayList<>())
                        .add(container.service());
            }
        });
        due.forEach(this::record);
    }

    /** Whether it is as declared and works, and nobody has recorded that. */
    private boolean isUnrecorded(Observation found, ContainerResource container) {
        ServerFacts facts = found.servers().get(container.server());
        String name = container.name().value();
        ContainerFacts vitals = facts == null ? null : facts.containers().get(name);
        if (facts == null || vitals == null || vitals.health() != Health.HEALTHY) {
            return false;
        }
        Release recorded = facts.releases().get(name);
        // Declared again as it was rolled back to: it is no rollback any more.
        return recorded == null || recorded.rolledBackTo().isPresent() != rolledBackTo.isPresent();
    }

    private void record(ServerName server, List<Service> services) {
        try {
            fleet.ifPresent(all -> all.session(server).daily().record(services, rolledBackTo));
        } catch (OperationFailedException e) {
            // One that vanished meanwhile takes the others with it; alone, each of them is recorded.
            if (services.size() > 1) {
                services.forEach(service -> record(server, List.of(service)));
            }
        } catch (UnreachableException e) {
            // What was asked for is there, which matters more; the next run records it.
        }
    }
}
