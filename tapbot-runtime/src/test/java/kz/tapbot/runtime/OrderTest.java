package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.tapbot.model.fixture.EditedTopologies;
import kz.tapbot.model.fixture.EditedTopologies.Edit;
import kz.tapbot.model.fixture.Topologies;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.ChangeOutcome;
import kz.tapbot.runtime.apply.ChangeResult;
import kz.tapbot.runtime.event.RuntimeEvent;
import kz.tapbot.runtime.plan.Change;
import kz.tapbot.runtime.plan.Plan;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However many operations run at once, nothing begins before what it comes after is there. The events prove it. */
class OrderTest {

    @Property(tries = 1000)
    void parallelismNeverBreaksAnOrder(
            @ForAll("edits") Edit edit,
            @ForAll @IntRange(min = 1, max = 8) int all,
            @ForAll @IntRange(min = 1, max = 8) int onOneServer) {
        World world = new World(builder -> builder.parallelism(all, onOneServer));
        ApplyReport report = world.apply(edit.before());
        follow(report, world.events(), all, onOneServer);
    }

    @Property(tries = 1000)
    void parallelismNeverBreaksTheOrderOfAnUpdateOrADestroy(
            @ForAll("edits") Edit edit, @ForAll @IntRange(min = 2, max = 8) int parallelism) {
        World world = new World(builder -> builder.parallelism(parallelism, parallelism));
        world.apply(edit.before());
        int told = world.events().size();
        ApplyReport update = world.apply(edit.after());
        follow(update, world.events().subList(told, world.events().size()), parallelism, parallelism);
        told = world.events().size();
        ApplyReport destroy = world.tryToDestroy(edit.after());
        follow(destroy, world.events().subList(told, world.events().size()), parallelism, parallelism);
    }

    @Property(tries = 1000)
    void whenSomethingFailsAllThatComesAfterItIsLeftAndAllElseIsDone(
            @ForAll("edits") Edit edit,
            @ForAll @IntRange(min = 1, max = 8) int parallelism,
            @ForAll @IntRange(min = 0, max = 9999) int which) {
        World world = new World(builder -> builder.parallelism(parallelism, parallelism));
        Plan plan = world.runtime().plan(edit.before());
        List<Change> able = plan.changes().stream()
                .filter(change -> change.address().kind().equals("container"))
                .toList();
        Change failing = able.get(which % able.size());
        Address address = failing.address();
        edit.before()
                .servers()
                .forEach(server -> server.services().forEach(service -> {
                    if (address.equals(Address.parse("container:" + server.name() + "/" + service.name()))) {
                        world.estate().server(server.name()).faults().crashing(service.image());
                    }
                }));
        int told = world.events().size();
        ApplyReport report =
                world.runtime().apply(edit.before(), ApplyOptions.standard().purpose("break"));
        follow(report, world.events().subList(told, world.events().size()), parallelism, parallelism);
        Map<Address, ChangeOutcome> outcomes = new HashMap<>();
        report.changes().forEach(change -> outcomes.put(change.address(), change.outcome()));
        assertThat(outcomes.get(address)).isNotEqualTo(ChangeOutcome.DONE);
        for (Change change : plan.changes()) {
            boolean held = change.after().stream()
                    .anyMatch(before -> outcomes.getOrDefault(before, ChangeOutcome.DONE) != ChangeOutcome.DONE);
            assertThat(outcomes.get(change.address()) == ChangeOutcome.SKIPPED)
                    .as("%s is skipped only if something before it is not there:\n%s", change.address(), report)
                    .isEqualTo(held);
        }
    }

    @Provide
    Arbitrary<Edit> edits() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 2))
                .as((seed, size) -> EditedTopologies.edit(Topologies.estate(seed, size), ~seed, 2));
    }

    private static void follow(ApplyReport report, List<RuntimeEvent> events, int all, int onOneServer) {
        Map<Address, Change> changes = new HashMap<>();
        report.plan().changes().forEach(change -> changes.put(change.address(), change));
        Set<Address> done = new HashSet<>();
        Set<Address> running = new TreeSet<>();
        Set<Address> waiting = new HashSet<>();
        for (RuntimeEvent event : events) {
            if (event instanceof RuntimeEvent.ChangeStarted started) {
                Change change = changes.get(started.address());
                assertThat(change).isNotNull();
                assertThat(done)
                        .as("done before %s begins", change.address())
                        .containsAll(change.after().stream()
                                .filter(changes::containsKey)
                                .toList());
                List<Change> beside = running.stream()
                        .filter(one -> !waiting.contains(one))
                        .map(changes::get)
                        .filter(one -> one.server().equals(change.server()))
                        .toList();
                assertThat(beside.isEmpty()
                                || !change.confirmed() && beside.stream().noneMatch(Change::confirmed))
                        .as("%s has to be confirmed, or something beside it, of %s", change.address(), beside)
                        .isTrue();
                running.add(started.address());
                assertThat(running).hasSizeLessThanOrEqualTo(all);
                assertThat(running.stream()
                                .filter(one -> changes.get(one).server().equals(change.server()))
                                .filter(one -> !waiting.contains(one)))
                        .hasSizeLessThanOrEqualTo(onOneServer);
            } else if (event instanceof RuntimeEvent.OperationDone ended
                    && ended.operation().startsWith("start ")) {
                waiting.add(ended.address()); // for it to get healthy
            } else if (event instanceof RuntimeEvent.ChangeDone ended) {
                assertThat(running.remove(ended.address())).isTrue();
                done.add(ended.address());
            } else if (event instanceof RuntimeEvent.ChangeFailed failed) {
                running.remove(failed.address());
            }
        }
        assertThat(running).isEmpty();
        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(report.changes().stream()
                        .filter(change -> change.outcome() == ChangeOutcome.DONE)
                        .map(ChangeResult::address)
                        .toList());
    }
}
