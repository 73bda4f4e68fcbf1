package kz.tapbot.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kz.tapbot.growth.ProcessorTime;
import kz.tapbot.model.Topology;
import kz.tapbot.model.fixture.EditedTopologies;
import kz.tapbot.model.fixture.EditedTopologies.Edit;
import kz.tapbot.model.fixture.Topologies;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.lower.Lowering;
import kz.tapbot.runtime.resource.Resource;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PlanPropertyTest {

    @Property(tries = 1000)
    void what_is_as_declared_needs_no_change(@ForAll("estates") Topology topology) {
        assertThat(Scene.asDeclared(topology).text())
                .isEqualTo("No changes. The servers are as topology \"" + topology.name() + "\" declares them.");
    }

    @Property(tries = 1000)
    void on_bare_servers_everything_is_made_once_after_what_it_requires(@ForAll("estates") Topology topology) {
        Scene scene = Scene.bare(topology);
        Plan plan = scene.plan(PlanOptions.STANDARD);

        assertThat(plan.report().diagnostics()).isEmpty();
        assertThat(plan.changes()).allMatch(change -> change.action() == Action.CREATE);
        assertThat(plan.changes())
                .extracting(Change::address)
                .containsExactlyInAnyOrderElementsOf(
                        scene.desired().stream().map(Resource::address).toList());
        inOrder(plan);
        Map<Address, Change> byAddress =
                plan.changes().stream().collect(java.util.stream.Collectors.toMap(Change::address, change -> change));
        for (Resource resource : scene.desired()) {
            assertThat(byAddress.get(resource.address()).after()).isEqualTo(resource.requires());
        }
    }

    @Property(tries = 1000)
    void an_edit_plans_what_differs_in_order_and_nothing_that_is_foreign(@ForAll("edits") Edit edit) {
        Scene scene = Scene.bare(edit.after())
                .found(edit.before())
                .foreign("container:app/stranger", "somebody", "image=stranger:1.0");
        Plan plan = scene.plan(PlanOptions.STANDARD);

        inOrder(plan);
        assertThat(plan.changes()).noneMatch(change -> change.address().path().endsWith("stranger"));
        assertThat(plan.changes())
                .filteredOn(change -> change.action() == Action.UPDATE)
                .allMatch(change -> !change.steps().isEmpty());
    }

    @Property(tries = 1000)
    void the_order_of_what_is_given_does_not_matter(@ForAll("edits") Edit edit, @ForAll long seed) {
        Scene scene = Scene.bare(edit.after()).found(edit.before());
        List<Resource> shuffled = new ArrayList<>(scene.desired());
        Collections.shuffle(shuffled, new Random(seed));

        Plan plan = scene.plan(PlanOptions.STANDARD);
        Plan other = scene.plan(PlanOptions.STANDARD, shuffled);
        assertThat(PlanText.render(other)).isEqualTo(PlanText.render(plan));
        assertThat(PlanJson.write(other, PlanOptions.STANDARD)).isEqualTo(PlanJson.write(plan, PlanOptions.STANDARD));
    }

    @Property(tries = 1000)
    void destroying_removes_all_but_data_and_in_an_order(@ForAll("estates") Topology topology) {
        Scene scene = Scene.asDeclared(topology);
        Plan plan = scene.plan(PlanOptions.STANDARD.destroying());
        Set<Address> removed = new HashSet<>();
        plan.changes().forEach(change -> removed.add(change.address()));

        assertThat(plan.report().hasErrors()).isFalse();
        inOrder(plan);
        for (Resource resource : scene.desired()) {
            assertThat(removed.contains(resource.address()))
                    .as("%s is removed", resource.address())
                    .isEqualTo(!resource.holdsData());
        }
    }

    @Property(tries = 1000)
    void removing_the_declaration_removes_what_is_ours_but_data(@ForAll("estates") Topology topology) {
        List<Resource> nothing = List.of();
        Plan plan = Scene.asDeclared(topology).plan(PlanOptions.STANDARD, nothing);

        inOrder(plan);
        assertThat(plan.count(Action.REMOVE)).isEqualTo(plan.changes().size());
        assertThat(plan.changes()).noneMatch(change -> change.address().kind().equals("volume"));
    }

    @Test
    void ten_times_the_services_take_little_more_than_ten_times_as_long() {
        Topology some = Topologies.large(1_000);
        Topology many = Topologies.large(10_000);
        ProcessorTime.least(() -> plan(some));
        long small = ProcessorTime.least(() -> plan(some));
        long large = ProcessorTime.least(() -> plan(many));
        assertThat((double) large / small)
                .as("growth from 1,000 to 10,000 services")
                .isLessThan(40);
    }

    @Provide
    Arbitrary<Topology> estates() {
        return Topologies.estates();
    }

    @Provide
    Arbitrary<Edit> edits() {
        return EditedTopologies.edits();
    }

    private static void inOrder(Plan plan) {
        Set<Address> all = new HashSet<>();
        plan.changes().forEach(change -> all.add(change.address()));
        Set<Address> done = new HashSet<>();
        for (Change change : plan.changes()) {
            for (Address before : change.after()) {
                assertThat(!all.contains(before) || done.contains(before))
                        .as("%s comes after %s", change.address(), before)
                        .isTrue();
            }
            done.add(change.address());
        }
    }

    private static void plan(Topology topology) {
        List<Resource> desired = Lowering.lower(topology);
        Plan plan = Planner.plan(
                topology.name(),
                desired,
                List.of(ServerFacts.builder()
                        .server(topology.servers().get(0).name())
                        .system("")
                        .build()),
                Map.of(topology.servers().get(0).name(), Scene.PLAIN),
                PlanOptions.STANDARD);
        assertThat(PlanText.render(plan)).contains("to add");
    }
}
