package kz.tapbot.rule.library;

import static kz.tapbot.TopologyRules.servers;
import static kz.tapbot.TopologyRules.volumes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.server.ServerSize;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.rule.Condition;
import kz.tapbot.rule.DescribedPredicate;
import kz.tapbot.rule.Subject;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.Violations;

/** Rules about what servers have and what is promised of it. */
public final class CapacityRules {

    /** What a server has is known; offered, as a small estate gets on without. */
    public static final TopologyRule SERVERS_SAY_THEIR_SIZE = servers()
            .should(Condition.that(
                    "have a declared size", one -> one.server().size().isPresent(), one -> "has no declared size"))
            .named("servers-say-their-size")
            .because("without one nothing tells that more memory or disk is promised than there is")
            .mendedBy("say what the machine has: size(cpus(2), gib(4), gib(80))")
            .allowEmpty();

    /** An update finds room beside what it replaces; offered, as it costs memory that is idle in between. */
    public static final TopologyRule SERVERS_HAVE_ROOM_FOR_AN_UPDATE = servers()
            .that(DescribedPredicate.describe(
                    "have a declared size",
                    (Subject.OfServer one) -> one.server().size().isPresent()))
            .should(Condition.of("have memory left for one more of their largest service", CapacityRules::room))
            .named("servers-have-room-for-an-update")
            .because("the new one starts beside the old one, and both run until the new one is healthy")
            .mendedBy("lower the limits, move a service to another server, or take a larger machine and say its size")
            .allowEmpty();

    /** How much a volume is to hold is known; offered, as some are small for ever. */
    public static final TopologyRule VOLUMES_SAY_THEIR_SIZE = volumes()
            .that()
            .mayNotBeLost()
            .should()
            .haveAnExpectedSize()
            .named("volumes-say-their-size")
            .because("a full disk stops every database on it, and nothing can be held against the disk without it")
            .mendedBy("say what it is expected to grow to: server.volume(\"files\", v -> v.expectedSize(gib(20)))")
            .allowEmpty();

    private CapacityRules() {}

    private static void room(Subject.OfServer one, Violations violations) {
        List<Service> services = one.server().services().stream()
                .filter(service -> !service.planned())
                .toList();
        Optional<Service> largest = services.stream()
                .filter(CapacityRules::overlaps)
                .max(Comparator.comparing(service -> service.limits().memory().orElseThrow()));
        if (largest.isEmpty()) {
            return;
        }
        DataSize more = largest.get().limits().memory().orElseThrow();
        DataSize needed = services.stream()
                .flatMap(service -> service.limits().memory().stream())
                .reduce(more, DataSize::plus);
        ServerSize size = one.server().size().orElseThrow();
        if (needed.compareTo(size.memory()) > 0) {
            violations.add(
                    one,
                    "has " + size.memory() + " of memory, and its services may take " + needed + " while service:"
                            + one.server().name() + "/" + largest.get().name() + ", which may take " + more
                            + ", is replaced",
                    "size");
        }
    }

    /** Whether old and new run side by side in an update: they publish no port, and write to nothing in common. */
    private static boolean overlaps(Service service) {
        return service.limits().memory().isPresent()
                && service.publications().isEmpty()
                && service.mounts().stream().allMatch(mount -> mount.readOnly());
    }
}
