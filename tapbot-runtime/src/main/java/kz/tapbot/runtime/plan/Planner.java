package kz.tapbot.runtime.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.TopologyName;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.Fingerprints;
import kz.tapbot.runtime.resource.ProvisionResource;
import kz.tapbot.runtime.resource.Resource;

/**
 * Compares what shall be with what was found, and says what has to be done. Pure: the same input gives the same plan, in whatever order
 * it is given. When exactly which action is taken is written in {@code docs/planning.md}.
 */
public final class Planner {

    private final TopologyName topology;
    private final PlanOptions options;
    private final Findings findings;
    private final Map<Address, Resource> desired;
    private final Map<ServerName, Ground> grounds = new HashMap<>();
    private final Drafting drafting;

    private Planner(TopologyName topology, List<Resource> resources, PlanOptions options) {
        this.topology = topology;
        this.options = options;
        this.findings = new Findings(options);
        this.desired = new HashMap<>(resources.size() * 2);
        for (Resource resource : resources) {
            Address address = resource.address();
            Resource before = desired.put(address, resource);
            if (before != null && !before.equals(resource)) {
                findings.declaredTwice(address);
            }
        }
        this.drafting = new Drafting(desired, options, findings);
    }

    /**
     * Makes a plan.
     *
     * @param topology the topology whose mark says what is ours
     * @param desired what shall be on its servers
     * @param observed what was found on each server
     * @param fingerprints how the contents of each server are compared
     * @param options what the plan may do beyond
     * @throws IllegalArgumentException if a server was observed for which no fingerprints are given
     */
    public static Plan plan(
            TopologyName topology,
            List<Resource> desired,
            List<ServerFacts> observed,
            Map<ServerName, ? extends Fingerprints> fingerprints,
            PlanOptions options) {
        return new Planner(topology, desired, options).plan(observed, fingerprints);
    }

    private Plan plan(List<ServerFacts> observed, Map<ServerName, ? extends Fingerprints> fingerprints) {
        for (ServerFacts facts : observed) {
            Fingerprints known = fingerprints.get(facts.server());
            if (known == null) {
                throw new IllegalArgumentException("no fingerprints are given for server " + facts.server());
            }
            grounds.put(facts.server(), new Ground(topology, facts, known));
        }
        if (!options.isDestroy()) {
            draft();
        }
        Removals removals = new Removals(drafting);
        grounds.values().forEach(removals::plan);
        new Preconditions(drafting, grounds).check();
        grounds.values().forEach(this::tell);
        nothingToAdopt();
        List<Draft> order = new Ordering(drafting).order(grounds);
        List<Change> changes = new ArrayList<>(order.size());
        for (Draft draft : order) {
            changes.add(draft.change());
        }
        Report report = findings.report(topology);
        return new Plan(topology, () -> PlanHash.of(topology, options, order, report.diagnostics()), changes, report);
    }

    /** Networks and volumes come before the containers that have to follow them, and containers before what is inside them. */
    private void draft() {
        List<Map.Entry<Address, Resource>> containers = new ArrayList<>();
        List<Map.Entry<Address, Resource>> provisions = new ArrayList<>();
        TreeSet<ServerName> unknown = new TreeSet<>();
        for (Map.Entry<Address, Resource> entry : desired.entrySet()) {
            Resource resource = entry.getValue();
            Ground ground = grounds.get(resource.server());
            if (ground == null) {
                unknown.add(resource.server());
            } else if (resource instanceof ContainerResource) {
                containers.add(entry);
            } else if (resource instanceof ProvisionResource) {
                provisions.add(entry);
            } else {
                new ResourcePlanning(drafting, ground, entry.getKey(), resource).plan();
            }
        }
        containers.sort(Map.Entry.comparingByKey());
        for (Map.Entry<Address, Resource> entry : containers) {
            ContainerResource container = (ContainerResource) entry.getValue();
            Ground ground = grounds.get(container.server());
            if (ground != null) {
                new ContainerPlanning(drafting, ground, entry.getKey(), container).plan();
            }
        }
        for (Map.Entry<Address, Resource> entry : provisions) {
            Ground ground = grounds.get(entry.getValue().server());
            if (ground != null) {
                new ResourcePlanning(drafting, ground, entry.getKey(), entry.getValue()).plan();
            }
        }
        unknown.forEach(findings::notObserved);
    }

    private void tell(Ground ground) {
        ground.facts().interrupted().ifPresent(last -> findings.interrupted(ground.server(), last));
        ground.facts().incidents().forEach(findings::incident);
        ground.facts().notes().forEach(note -> findings.note(ground.server(), note));
        ground.facts().releases().forEach((name, release) -> {
            Address container = Address.on(ground.server(), "container", name);
            Draft draft = drafting.drafts().get(container);
            if (release.rolledBackTo().isPresent()
                    && draft != null
                    && !draft.differences().isEmpty()) {
                findings.rolledBack(container, release);
            }
        });
    }

    private void nothingToAdopt() {
        for (Address address : options.adopt()) {
            Draft draft = drafting.drafts().get(address);
            if (draft == null || draft.action() != Action.ADOPT) {
                Observed found = null;
                for (Ground ground : grounds.values()) {
                    found = found == null ? ground.find(address) : found;
                }
                findings.nothingToAdopt(address, Optional.ofNullable(found));
            }
        }
    }
}
