package kz.tapbot.runtime.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Publication;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.operation.PullImage;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.resource.Resource;
import org.jspecify.annotations.Nullable;

/** The changes of a plan while it is made, and what one of them needs to know of others. */
final class Drafting {

    static final String NOT_THERE = "not there yet";
    static final String ASKED = "its adoption was asked for";

    private final Map<Address, Resource> desired;
    private final PlanOptions options;
    private final Findings findings;
    private final Map<Address, Draft> drafts = new LinkedHashMap<>();
    private final Set<String> pulled = new HashSet<>();
    private @Nullable Map<Address, List<String>> dependents;

    Drafting(Map<Address, Resource> desired, PlanOptions options, Findings findings) {
        this.desired = desired;
        this.options = options;
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    PlanOptions options() {
        return options;
    }

    Map<Address, Resource> desired() {
        return desired;
    }

    Map<Address, Draft> drafts() {
        return drafts;
    }

    Draft add(Draft draft) {
        drafts.put(draft.address(), draft);
        return draft;
    }

    boolean adopts(Address address) {
        return options.adopt().contains(address);
    }

    /** The change of a container, or of the one whose leftover the address is. */
    Optional<Draft> ofContainer(Address address) {
        return Optional.ofNullable(drafts.get(base(address)));
    }

    /** The address of the container that one left by an interrupted run stands for; others' own. */
    static Address base(Address address) {
        String path = address.path();
        for (String suffix : List.of(ContainerSteps.BEFORE, ContainerSteps.NEXT)) {
            if (path.endsWith(suffix)) {
                return new Address(address.kind(), path.substring(0, path.length() - suffix.length()));
            }
        }
        return address;
    }

    /**
     * Has the image brought before anything changes, once a server; where the engine itself is still to be installed or started, only after that.
     * And tells of secrets that cannot be hidden.
     */
    void pull(Draft draft, ContainerResource container) {
        PullImage pull = new PullImage(draft.address(), container.service().image(), container.login());
        Draft engine = drafts.get(new Address("engine", draft.server().value()));
        if (engine != null && isBrought(engine)) {
            draft.first(List.of(Step.of(pull)));
        } else if (pulled.add(draft.server() + " " + container.service().image())) {
            draft.prepare(pull);
        }
        for (Map.Entry<String, EnvironmentValue> variable :
                container.service().environment().entrySet()) {
            if (variable.getValue().secret().isPresent()) {
                draft.consequence("The secret in its variable " + variable.getKey()
                        + " can be read by whoever may inspect the container.");
            }
        }
    }

    private static boolean isBrought(Draft engine) {
        return engine.action() == Action.CREATE
                || engine.differences().stream()
                        .anyMatch(difference -> difference.attribute().equals(DaemonResource.STOPPED));
    }

    /** What a newcomer wants to know of a new container: its image, and what it opens. */
    List<Difference> summary(ContainerResource container) {
        List<Difference> summary = new ArrayList<>(1);
        summary.add(fresh("image", container.service().image()));
        for (Publication publication : container.service().publications()) {
            summary.add(fresh("publish " + publication.host(), publication.container()));
        }
        return summary;
    }

    private static Difference fresh(String attribute, Object value) {
        return new Difference(attribute, Optional.empty(), Optional.of(value.toString()));
    }

    /** Whether a volume of the container is removed and made anew. */
    boolean losesVolume(ContainerResource container) {
        for (Address required : container.requires()) {
            if (required.kind().equals("volume") && isReplaced(required)) {
                return true;
            }
        }
        return false;
    }

    boolean isReplaced(Address address) {
        Draft draft = drafts.get(address);
        return draft != null && draft.action() == Action.REPLACE;
    }

    /** Why a container has to be made anew though nothing about itself differs; empty if it has not. */
    String networkRemade(ContainerResource container, Observed found) {
        for (Address required : container.requires()) {
            if (required.kind().equals("network")) {
                Draft draft = drafts.get(required);
                boolean remade = draft != null && (draft.action() == Action.REPLACE || draft.action() == Action.CREATE);
                if (remade && found.attributes().containsKey("network " + Kind.rest(required))) {
                    return "its network " + Kind.rest(required) + " is made anew";
                }
            }
        }
        return "";
    }

    /** The services that need a container, as {@code server/service}. */
    List<String> dependentsOf(Address container) {
        Map<Address, List<String>> known = dependents;
        if (known == null) {
            known = new HashMap<>();
            for (Resource resource : desired.values()) {
                if (resource instanceof ContainerResource dependent) {
                    for (Address required : dependent.requires()) {
                        if (required.kind().equals("container")) {
                            known.computeIfAbsent(required, first -> new ArrayList<>(1))
                                    .add(dependent.server() + "/" + dependent.name());
                        }
                    }
                }
            }
            known.values().forEach(list -> list.sort(null));
            dependents = known;
        }
        return known.getOrDefault(container, List.of());
    }
}
