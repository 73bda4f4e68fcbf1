package kz.tapbot.runtime.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.operation.Adopt;
import kz.tapbot.runtime.operation.Disown;
import kz.tapbot.runtime.resource.ContainerResource;
import org.jspecify.annotations.Nullable;

/**
 * Decides what happens to one container, and how. What an interrupted run left is brought into order first, so that all that follows
 * begins with at most one container, which has the service's name.
 */
final class ContainerPlanning {

    private final Drafting drafting;
    private final Ground ground;
    private final ContainerResource wanted;
    private final Address address;
    private final String name;
    private final ContainerSteps ways;
    private final List<Step> tidy = new ArrayList<>(2);
    private @Nullable Observed current;
    private boolean running;

    ContainerPlanning(Drafting drafting, Ground ground, Address address, ContainerResource wanted) {
        this.drafting = drafting;
        this.ground = ground;
        this.wanted = wanted;
        this.address = address;
        this.name = wanted.name().value();
        this.ways = new ContainerSteps(address, wanted);
        this.current = ground.find(address);
        this.running = current != null && ground.health(name) != Health.STOPPED;
    }

    void plan() {
        Observed before = ground.leftover(address, ContainerSteps.BEFORE);
        Observed next = ground.leftover(address, ContainerSteps.NEXT);
        if (isForeign(before) || isForeign(next) || isForeignAndStays(current)) {
            return;
        }
        if (drafting.losesVolume(wanted)) {
            Draft draft = draft(Action.REPLACE, "a volume of it is replaced");
            draft.steps(ways.create());
            drafting.pull(draft, wanted);
            return;
        }
        tidy(before, next);
        if (current == null) {
            create();
        } else {
            change(current);
        }
    }

    private void create() {
        Draft draft = draft(Action.CREATE, tidy.isEmpty() ? Drafting.NOT_THERE : "an interrupted run never got to it");
        draft.differences(drafting.summary(wanted)).steps(tidy).steps(ways.create());
        drafting.pull(draft, wanted);
    }

    private void change(Observed found) {
        boolean adopted = !ground.isOurs(found);
        List<Difference> differences = Differences.all(found.attributes(), attributes());
        String forced = drafting.networkRemade(wanted, found);
        if (!differences.isEmpty() || !forced.isEmpty()) {
            Draft draft = draft(
                    adopted ? Action.ADOPT : Action.UPDATE,
                    adopted ? Drafting.ASKED : forced.isEmpty() ? Differences.cause(differences) : forced);
            draft.differences(differences).steps(tidy);
            adopt(draft, adopted);
            update(draft, !forced.isEmpty());
        } else if (adopted) {
            adopt(draft(Action.ADOPT, Drafting.ASKED), true);
        } else if (!running && shallRun()) {
            draft(Action.UPDATE, tidy.isEmpty() ? "it does not run" : "an interrupted update is taken back")
                    .steps(tidy)
                    .steps(ways.startAgain());
        } else if (!tidy.isEmpty()) {
            draft(Action.UPDATE, "an interrupted update is finished").steps(tidy);
        }
    }

    private void adopt(Draft draft, boolean adopted) {
        if (adopted) {
            draft.step(new Adopt(address), new Disown(address));
        }
    }

    private void update(Draft draft, boolean forced) {
        drafting.pull(draft, wanted);
        if (wanted.canOverlap() && !forced && running) {
            draft.steps(ways.startFirst())
                    .consequence(
                            "The new one starts beside the old one and takes over when it is healthy: no interruption.");
            return;
        }
        long away = wanted.service()
                .stopGrace()
                .plus(ContainerSteps.startUp(wanted.service()))
                .toSeconds();
        draft.steps(ways.stopFirst())
                .consequence("The old one is stopped first, " + reason(forced) + ": away for up to about " + away
                        + " s. It comes back if the new one does not get healthy.");
        List<String> dependents = drafting.dependentsOf(address);
        if (!dependents.isEmpty()) {
            draft.consequence("Meanwhile without it: " + String.join(", ", dependents) + ".");
        }
    }

    private String reason(boolean forced) {
        if (forced) {
            return "since its network is made anew";
        }
        if (!wanted.service().publications().isEmpty()) {
            return "since both would publish "
                    + wanted.service().publications().first().host();
        }
        for (Mount mount : wanted.service().mounts()) {
            if (!mount.readOnly() && mount.memory().isEmpty()) {
                return "since both would write to "
                        + mount.volume()
                                .map(id -> "volume " + id.volume())
                                .orElseGet(
                                        () -> mount.host().map(Object::toString).orElse("one place"));
            }
        }
        return "since it does not run";
    }

    /** Leaves at most one container, under the service's name, in {@link #current}; notes what that takes. */
    private void tidy(@Nullable Observed before, @Nullable Observed next) {
        if (before != null) {
            if (current != null && ground.health(name) == Health.HEALTHY) {
                tidy.addAll(ways.finish());
            } else {
                tidy.addAll(ways.goBack(current != null));
                current = before;
                running = ground.health(name + ContainerSteps.BEFORE) != Health.STOPPED;
            }
        }
        if (next != null) {
            tidy.addAll(ways.dropNext());
        }
    }

    private boolean isForeign(@Nullable Observed leftover) {
        if (leftover == null || ground.isOurs(leftover)) {
            return false;
        }
        drafting.findings().notOurs(leftover, List.of());
        return true;
    }

    private boolean isForeignAndStays(@Nullable Observed found) {
        if (found == null || ground.isOurs(found) || drafting.adopts(address)) {
            return false;
        }
        drafting.findings().notOurs(found, Differences.all(found.attributes(), attributes()));
        return true;
    }

    private boolean shallRun() {
        RestartPolicy policy = wanted.service().restart();
        return policy == RestartPolicy.ALWAYS || policy == RestartPolicy.UNLESS_STOPPED;
    }

    private SortedMap<String, String> attributes() {
        return Collections.unmodifiableSortedMap(wanted.attributes(ground.fingerprints()));
    }

    private Draft draft(Action action, String cause) {
        return drafting.add(new Draft(address, wanted, action, cause));
    }
}
