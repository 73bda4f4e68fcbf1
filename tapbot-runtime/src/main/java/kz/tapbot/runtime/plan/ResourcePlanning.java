package kz.tapbot.runtime.plan;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.facts.Observed;
import kz.tapbot.runtime.facts.Owner;
import kz.tapbot.runtime.operation.Adopt;
import kz.tapbot.runtime.operation.Disown;
import kz.tapbot.runtime.operation.RestartUnit;
import kz.tapbot.runtime.resource.DaemonResource;
import kz.tapbot.runtime.resource.FileResource;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.ProvisionResource;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.resource.Sharing;
import kz.tapbot.runtime.resource.UnitResource;
import kz.tapbot.runtime.resource.VolumeResource;

/** Decides what happens to one thing other than a container. */
final class ResourcePlanning {

    private final Drafting drafting;
    private final Ground ground;
    private final Resource wanted;
    private final Address address;

    ResourcePlanning(Drafting drafting, Ground ground, Address address, Resource wanted) {
        this.drafting = drafting;
        this.ground = ground;
        this.wanted = wanted;
        this.address = address;
    }

    void plan() {
        Observed found = ground.find(address);
        if (found == null) {
            create();
        } else if (isInReplacedVolume()) {
            put(draft(Action.REPLACE, "the volume it is in is replaced"));
        } else if (ground.isOurs(found)) {
            List<Difference> differences = Differences.all(found.attributes(), attributes());
            if (!differences.isEmpty()) {
                change(found, differences, Action.UPDATE, Differences.cause(differences));
            }
        } else if (drafting.adopts(address)) {
            List<Difference> differences = foreignDifferences(found);
            change(found, differences, Action.ADOPT, Drafting.ASKED);
        } else {
            foreign(found);
        }
    }

    private void create() {
        Draft draft = draft(Action.CREATE, Drafting.NOT_THERE).differences(summary());
        if (wanted instanceof DaemonResource) {
            draft.consequence("Installs the container engine.");
        }
        if (wanted instanceof UnitResource unit && !unit.reads().isEmpty()) {
            restart(draft, unit); // its package has started it already, with the configuration it came with
        }
        put(draft);
    }

    private void foreign(Observed found) {
        List<Difference> differences = foreignDifferences(found);
        if (differences.isEmpty() && wanted.sharing() != Sharing.NONE) {
            return;
        }
        if (wanted.sharing() == Sharing.SETTING) {
            change(found, differences, Action.UPDATE, Differences.cause(differences) + setBy(found.owner()));
        } else if (isOfOurPackage()) {
            change(found, differences, Action.UPDATE, "a package of ours brought it");
        } else {
            drafting.findings().notOurs(found, differences);
        }
    }

    private static String setBy(Owner owner) {
        boolean known = owner.topology().isPresent() || !owner.note().isEmpty();
        return known ? ", set by " + Shown.plain(owner.toString()) : "";
    }

    private void change(Observed found, List<Difference> differences, Action action, String cause) {
        boolean replace = false;
        for (Difference difference : differences) {
            replace |= wanted.replacedOn().contains(difference.attribute());
        }
        replace |= !differences.isEmpty() && (wanted instanceof NetworkResource || wanted instanceof VolumeResource);
        if (replace && wanted.holdsData() && !drafting.options().mayLose(address)) {
            drafting.findings().dataGuarded(address, differences);
            return;
        }
        Draft draft = replace && action == Action.UPDATE
                ? draft(Action.REPLACE, cause + ", which cannot be changed in place")
                : draft(action, cause);
        draft.differences(differences);
        if (action == Action.ADOPT) {
            draft.step(new Adopt(address), new Disown(address));
        }
        if (replace) {
            Replacements.replace(draft, wanted, found, ground);
        } else if (!differences.isEmpty()) {
            update(draft, found, differences);
        }
    }

    private void update(Draft draft, Observed found, List<Difference> differences) {
        if (wanted instanceof DaemonResource) {
            boolean live = "true".equals(found.attributes().get("live-restore"));
            draft.consequence("Restarts the container engine; "
                    + (live
                            ? "containers run on meanwhile."
                            : "containers stop and start with it, since live-restore is off."));
        }
        if (wanted instanceof UnitResource unit && readsAnew(differences)) {
            restart(draft, unit).consequence("Restarts " + unit.name() + ", which reads its configuration only then.");
        }
        put(draft);
    }

    /** Before the unit is set, so that what it reads is not remembered as read should the restart never happen. */
    private Draft restart(Draft draft, UnitResource unit) {
        return draft.step(new RestartUnit(address, unit.name()));
    }

    private static boolean readsAnew(List<Difference> differences) {
        for (Difference difference : differences) {
            if (difference.attribute().startsWith("reads ")) {
                return true;
            }
        }
        return false;
    }

    private void put(Draft draft) {
        draft.step(Puts.put(address, wanted));
        if (wanted.canLockOut()) {
            draft.confirmed(true).consequence(LOCK_OUT);
        }
    }

    static final String LOCK_OUT = "Is taken back by itself unless a fresh login confirms it.";

    /** Others' settings may have more to them than is ours to say. */
    private List<Difference> foreignDifferences(Observed found) {
        return wanted.sharing() == Sharing.SETTING
                ? Differences.wanted(found.attributes(), attributes())
                : Differences.all(found.attributes(), attributes());
    }

    /** Whether it is a file that came with a package that Tapbot installed, so that nobody wrote it by hand before Tapbot came. */
    private boolean isOfOurPackage() {
        if (wanted instanceof FileResource) {
            for (Address required : wanted.requires()) {
                if (Kind.of(required) == Kind.PACKAGE && ground.isOurs(ground.find(required))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isInReplacedVolume() {
        if (wanted instanceof ProvisionResource) {
            for (Address required : wanted.requires()) {
                if (drafting.isReplaced(required)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is shown of something new: all of what opens doors or sets the system, nothing where the name says it. */
    private List<Difference> summary() {
        return switch (Kind.of(address)) {
            case PACKAGE, DIRECTORY, UNIT, LINK_KEY, VOLUME, PROVISION -> List.of();
            case FILE ->
                List.of(new Difference("purpose", Optional.empty(), Optional.of(((FileResource) wanted).purpose())));
            default -> Differences.fresh(attributes());
        };
    }

    private SortedMap<String, String> attributes() {
        return wanted.attributes(ground.fingerprints());
    }

    private Draft draft(Action action, String cause) {
        return drafting.add(new Draft(address, wanted, action, cause));
    }
}
