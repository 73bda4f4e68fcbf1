package kz.tapbot.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.Topology;
import kz.tapbot.model.fixture.EditedTopologies;
import kz.tapbot.model.fixture.EditedTopologies.Edit;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.lower.Lowering;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.operation.EngineOperation;
import kz.tapbot.runtime.operation.FileOperation;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.OwnershipOperation;
import kz.tapbot.runtime.operation.ProtectionOperation;
import kz.tapbot.runtime.operation.SystemOperation;
import kz.tapbot.runtime.resource.Fingerprints;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever is done of a plan before it stops, the next plan goes on from there, and no working container is lost meanwhile. */
class InterruptionTest {

    private static final Topology OLD = Declared.shop();
    private static final Topology NEW = Declared.shop(
            postgres -> postgres.image(Image.of("postgres:16.10")),
            bot -> bot.image(Image.of("registry.example/bot:1.5.0")));

    @Test
    void an_update_that_stops_anywhere_is_finished_by_the_next_plan() {
        int operations = operations(OLD, NEW);
        String wanted = finished(OLD, NEW, operations);

        assertThat(operations).isGreaterThan(12);
        for (int after = 0; after <= operations; after++) {
            assertThat(finished(OLD, NEW, after))
                    .as("stopped after %s operations", after)
                    .isEqualTo(wanted);
        }
    }

    @Test
    void an_update_that_stops_anywhere_can_be_taken_back_by_the_next_plan() {
        int operations = operations(OLD, NEW);
        MemoryEstate untouched = MemoryEstate.create();
        perform(untouched, OLD, Integer.MAX_VALUE);

        for (int after = 0; after <= operations; after++) {
            MemoryEstate estate = MemoryEstate.create();
            perform(estate, OLD, Integer.MAX_VALUE);
            perform(estate, NEW, after);
            perform(estate, OLD, Integer.MAX_VALUE);
            assertThat(plan(estate, OLD).isEmpty())
                    .as("stopped after %s", after)
                    .isTrue();
            assertThat(running(estate)).containsExactlyInAnyOrder("bot", "postgres");
        }
    }

    @Test
    void a_service_that_may_run_twice_is_never_without_a_healthy_container() {
        int operations = operations(OLD, NEW);
        for (int after = 0; after <= operations; after++) {
            MemoryEstate estate = MemoryEstate.create();
            perform(estate, OLD, Integer.MAX_VALUE);
            perform(estate, NEW, after);
            assertThat(running(estate)).as("after %s", after).anyMatch(name -> name.startsWith("bot"));
        }
    }

    @Test
    void two_containers_never_write_to_one_volume() {
        int operations = operations(OLD, NEW);
        for (int after = 0; after <= operations; after++) {
            MemoryEstate estate = MemoryEstate.create();
            perform(estate, OLD, Integer.MAX_VALUE);
            perform(estate, NEW, after);
            assertThat(running(estate))
                    .as("after %s", after)
                    .filteredOn(name -> name.startsWith("postgres"))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Property(tries = 1000)
    void every_edit_of_an_estate_that_stops_anywhere_is_finished_by_the_next_plan(
            @ForAll("edits") Edit edit, @ForAll int where) {
        MemoryEstate straight = MemoryEstate.create();
        perform(straight, edit.before(), Integer.MAX_VALUE);
        int operations = perform(straight, edit.after(), Integer.MAX_VALUE);
        assertThat(PlanText.render(plan(straight, edit.after()))).startsWith("No changes.");

        MemoryEstate interrupted = MemoryEstate.create();
        perform(interrupted, edit.before(), Integer.MAX_VALUE);
        perform(interrupted, edit.after(), Math.floorMod(where, operations + 1));
        perform(interrupted, edit.after(), Integer.MAX_VALUE);
        assertThat(PlanText.render(plan(interrupted, edit.after()))).startsWith("No changes.");
        assertThat(interrupted.fingerprint()).isEqualTo(straight.fingerprint());
    }

    @Provide
    Arbitrary<Edit> edits() {
        return EditedTopologies.edits();
    }

    private static int operations(Topology before, Topology after) {
        MemoryEstate estate = MemoryEstate.create();
        perform(estate, before, Integer.MAX_VALUE);
        return perform(estate, after, Integer.MAX_VALUE);
    }

    private static String finished(Topology before, Topology after, int stop) {
        MemoryEstate estate = MemoryEstate.create();
        perform(estate, before, Integer.MAX_VALUE);
        perform(estate, after, stop);
        perform(estate, after, Integer.MAX_VALUE);
        assertThat(PlanText.render(plan(estate, after)))
                .as("stopped after %s", stop)
                .startsWith("No changes.");
        return estate.fingerprint();
    }

    private static List<String> running(MemoryEstate estate) {
        return estate.server("data").engine().containers().entrySet().stream()
                .filter(container -> container.getValue() == Health.HEALTHY || container.getValue() == Health.STARTING)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Plan plan(MemoryEstate estate, Topology topology) {
        List<Resource> desired = Lowering.lower(topology);
        List<ServerFacts> facts = new ArrayList<>();
        Map<ServerName, Fingerprints> fingerprints = new java.util.TreeMap<>();
        for (Server server : topology.servers()) {
            if (!server.planned()) {
                try (Session session = open(estate, topology, server)) {
                    ServerFacts found = session.observe(on(server, desired));
                    PlainContents contents = new PlainContents(estate);
                    found.publicKeys().forEach(contents::tell);
                    facts.add(found);
                    fingerprints.put(server.name(), contents);
                }
            }
        }
        return Planner.plan(topology.name(), desired, facts, fingerprints, PlanOptions.STANDARD.about(topology));
    }

    /** Plans, and performs the first so many operations of the plan, preparations first; answers how many there were. */
    private static int perform(MemoryEstate estate, Topology topology, int most) {
        Plan plan = plan(estate, topology);
        assertThat(plan.report().hasErrors()).as(PlanText.render(plan)).isFalse();
        int count = 0;
        for (boolean prepare : new boolean[] {true, false}) {
            for (Change change : plan.changes()) {
                Optional<Server> server = topology.server(change.server());
                try (Session session = open(estate, topology, server.orElseThrow())) {
                    for (Operation operation : prepare ? change.prepare() : operations(change)) {
                        if (count++ < most) {
                            perform(session, operation);
                        }
                    }
                }
            }
        }
        return count;
    }

    private static List<Operation> operations(Change change) {
        return change.steps().stream().map(Step::operation).toList();
    }

    private static List<Resource> on(Server server, List<Resource> all) {
        return all.stream()
                .filter(resource -> resource.server().equals(server.name()))
                .toList();
    }

    private static Session open(MemoryEstate estate, Topology topology, Server server) {
        return estate.driver()
                .open(server, new SessionContext(topology.name(), new PlainContents(estate), "test@test"));
    }

    private static void perform(Session session, Operation operation) {
        if (operation instanceof EngineOperation engine) {
            engine.performedBy(session.engine());
        } else if (operation instanceof SystemOperation system) {
            system.performedBy(session.system());
        } else if (operation instanceof FileOperation file) {
            file.performedBy(session.files());
        } else if (operation instanceof ProtectionOperation protection) {
            protection.performedBy(session.protection());
        } else if (operation instanceof OwnershipOperation ownership) {
            ownership.performedBy(session.ownership());
        }
    }
}
