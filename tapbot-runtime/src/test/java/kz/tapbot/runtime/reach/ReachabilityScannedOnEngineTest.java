package kz.tapbot.runtime.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabNetwork;
import kz.tapbot.lab.LabServer;
import kz.tapbot.lab.Neighbour;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.host.HostDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * What is answered on paper is what knocking finds on real servers, cell by cell: from outside by both families, from the other server, from every container.
 * Each generated estate is applied after the one before, by SSH, and then once more with one setting changed. A few of them, or forty with
 * {@code tapbot.lab.long}; {@code tapbot.scan.seed} and {@code tapbot.scan.count} choose others.
 */
@OnEngine
class ReachabilityScannedOnEngineTest {

    private static final long FEW = 2;
    private static final long MANY = 40;

    private final LabNetwork network = LabNetwork.open(true);
    private LabSide lab;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() {
        Neighbour neighbour = network.neighbour();
        List<LabServer> servers = LabSide.NAMES.stream()
                .map(name -> network.ready("lab-" + name, neighbour))
                .toList();
        lab = new LabSide(LabSide.NAMES, servers, neighbour);
        lab.prepare();
        runtime = TapbotRuntime.builder()
                .driver(new HostDriver(server -> lab.machine(server.name()).target(22)))
                .environment(name -> name.equals(LabPages.VARIABLE) ? LabSide.PASSWORD : null)
                .who("tester@lab")
                .build();
    }

    @AfterEach
    void end() {
        network.close();
    }

    @TestFactory
    Stream<DynamicTest> paper_and_scan_agree_on_every_cell_before_and_after_a_setting_is_changed(
            TestReporter reporter) {
        long first = Long.getLong("tapbot.scan.seed", 1);
        long count = Long.getLong("tapbot.scan.count", Boolean.getBoolean("tapbot.lab.long") ? MANY : FEW);
        return LongStream.range(first, first + count)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> agree(seed, reporter)));
    }

    private void agree(long seed, TestReporter reporter) {
        Topology topology = LabEstates.of(seed, lab);
        Map<String, String> computed = Question.computed(topology, lab);
        OneSetting changed = OneSetting.of(topology, seed).stream()
                .filter(one -> !Question.computed(one.topology(), lab).equals(computed))
                .findFirst()
                .orElseThrow();
        Map<String, String> before = scanned(topology, "seed " + seed);
        Map<String, String> after = scanned(changed.topology(), "seed " + seed + " with a change of " + changed.what());
        assertThat(after).isNotEqualTo(before);
        reporter.publishEntry(
                "seed " + seed, before.size() + " and " + after.size() + " cells; changed " + changed.what());
    }

    private Map<String, String> scanned(Topology topology, String what) {
        topology.servers().forEach(lab::address);
        ApplyReport report = runtime.apply(topology, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s: %s", what, report).isTrue();
        topology.servers().forEach(server -> LabListeners.start(lab.machine(server.name()), server));
        PaperAndScan both = PaperAndScan.of(topology, lab);
        assertThat(String.join("\n\n", both.differences().values()))
                .as("%s: differences of %s cells", what, both.found().size())
                .isEmpty();
        return both.found();
    }
}
