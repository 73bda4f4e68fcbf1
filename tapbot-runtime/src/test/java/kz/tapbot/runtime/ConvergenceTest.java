package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.tapbot.model.Topology;
import kz.tapbot.model.fixture.EditedTopologies;
import kz.tapbot.model.fixture.EditedTopologies.Edit;
import kz.tapbot.model.fixture.Topologies;
import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.memory.SimulatedCrash;
import kz.tapbot.runtime.prove.ProofReport;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is declared and whatever happens on the way, applying ends with what is declared. */
class ConvergenceTest {

    @Property(tries = 1000)
    void afterAnApplyNothingIsLeftToDoAndEveryClaimHolds(@ForAll("estates") Topology topology) {
        World world = new World();
        world.apply(topology);
        world.isAsDeclared(topology);
        ProofReport proof = world.runtime().prove(topology);
        assertThat(proof.holds()).as("%s", proof).isTrue();
        assertThat(world.runtime().drift(topology).isEmpty()).isTrue();
    }

    @Property(tries = 1000)
    void anEditIsReachedAndForeignThingsStayAsTheyAre(@ForAll("edits") Edit edit) {
        World world = new World();
        edit.before().servers().forEach(world::furnish);
        world.apply(edit.before());
        Map<Address, Map<String, String>> foreign = world.foreign(edit.before());
        world.apply(edit.after());
        world.isAsDeclared(edit.after());
        assertThat(world.foreign(edit.after())).isEqualTo(foreign);

        World straight = new World();
        edit.after().servers().forEach(straight::furnish);
        straight.apply(edit.after());
        assertThat(lines(observed(world, edit.after())))
                .containsExactlyElementsOf(lines(observed(straight, edit.after())));
    }

    @Property(tries = 1000)
    void aCrashAtAnyMomentIsHealedByTheNextRun(
            @ForAll("edits") Edit edit, @ForAll @IntRange(min = 0, max = 9999) int moment, @ForAll boolean after) {
        World calm = new World();
        calm.apply(edit.before());
        long first = calm.estate().recorder().writes();
        calm.apply(edit.after());
        long second = calm.estate().recorder().writes() - first;
        World world = new World();
        crash(world, first, moment, after, edit.before());
        crash(world, second, moment, after, edit.after());
        world.isAsDeclared(edit.after());
        assertThat(world.estate().fingerprint()).isEqualTo(calm.estate().fingerprint());
    }

    @Property(tries = 1000)
    void aDestroyTakesEverythingOfOursAndNothingElse(@ForAll("estates") Topology topology) {
        World world = new World();
        topology.servers().forEach(world::furnish);
        Map<Address, Map<String, String>> before = world.foreign(topology);
        world.apply(topology);
        ApplyReport report = world.tryToDestroy(topology);
        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(world.runtime()
                        .planDestroy(topology, DestroyOptions.keepData())
                        .isEmpty())
                .isTrue();
        Map<Address, Map<String, String>> left = new TreeMap<>(world.foreign(topology));
        left.keySet()
                .removeIf(address ->
                        !before.containsKey(address) || address.kind().equals("engine"));
        before.keySet().removeIf(address -> address.kind().equals("engine"));
        assertThat(lines(left)).containsExactlyElementsOf(lines(before));
    }

    @Provide
    Arbitrary<Topology> estates() {
        return Topologies.estates();
    }

    @Provide
    Arbitrary<Edit> edits() {
        return EditedTopologies.edits();
    }

    /** Applies and is killed at so many ten-thousandths of the effects; then applies again without doing anything by hand. */
    private static void crash(World world, long effects, int moment, boolean after, Topology topology) {
        int effect = (int) (1 + moment * effects / 10_000);
        if (after) {
            world.estate().interruptions().crashAfterEffect(effect);
        } else {
            world.estate().interruptions().crashBeforeEffect(effect);
        }
        assertThatExceptionOfType(SimulatedCrash.class).isThrownBy(() -> world.tryToApply(topology));
        world.estate().interruptions().clear();
        world.apply(topology);
    }

    /** Generated secrets and the keys of links differ from estate to estate, and so do the fingerprints of what holds them. */
    private static List<String> lines(Map<Address, Map<String, String>> things) {
        return things.entrySet().stream()
                .map(Map.Entry::toString)
                .map(line -> line.replaceAll("keyed:[0-9a-f]+", "keyed").replaceAll("[A-Za-z0-9+/]{43}=", "key"))
                .toList();
    }

    private static Map<Address, Map<String, String>> observed(World world, Topology topology) {
        Map<Address, Map<String, String>> all = new TreeMap<>();
        world.runtime()
                .observe(topology)
                .servers()
                .values()
                .forEach(facts -> facts.things().forEach((address, thing) -> all.put(address, thing.attributes())));
        return all;
    }
}
