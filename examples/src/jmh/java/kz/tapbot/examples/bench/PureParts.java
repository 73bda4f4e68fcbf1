package kz.tapbot.examples.bench;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.model.Topology;
import kz.tapbot.model.json.ReadResult;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.reach.ExposureTable;
import kz.tapbot.reach.Reachability;
import kz.tapbot.rule.Estate;
import kz.tapbot.rule.RuleResult;
import kz.tapbot.rule.library.ReadyRules;
import kz.tapbot.runtime.lower.Lowering;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanJson;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.plan.PlanText;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.validate.Validator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** How long each pure step takes once the machine is warm: what an embedder sees who plans again and again in one process. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PureParts {

    /** How many resources the estate has. */
    @Param({"1000", "10000"})
    public int resources;

    private Topology topology;
    private List<Resource> lowered;
    private Plan plan;
    private byte[] json;

    /**
     * Runs the benchmarks.
     *
     * @param args JMH's own, for example {@code -p resources=1000 judge}
     */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        if (PureParts.class.getClassLoader() instanceof URLClassLoader loader) {
            // JMH starts its forks with this class path, of which Maven's loader says nothing.
            System.setProperty(
                    "java.class.path",
                    Stream.of(loader.getURLs())
                            .map(PureParts::path)
                            .collect(Collectors.joining(System.getProperty("path.separator"))));
        }
        new Runner(new CommandLineOptions(args)).run();
    }

    private static String path(URL url) {
        try {
            return Path.of(new URI(url.toString())).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes what the steps begin with. */
    @Setup
    public void begin() {
        topology = WideEstate.of(resources);
        lowered = Lowering.lower(topology);
        plan = Planning.plan(topology, lowered);
        json = TopologyJson.write(topology).getBytes(StandardCharsets.UTF_8);
    }

    /** From the lambdas to the topology, which is judged, too. */
    @Benchmark
    public Topology declareAndJudge() {
        return WideEstate.of(resources);
    }

    /** All checks. */
    @Benchmark
    public Report judge() {
        return Validator.validate(topology);
    }

    /** Who reaches what, for every server. */
    @Benchmark
    public ExposureTable expose() {
        return Reachability.of(topology).exposure();
    }

    /** All ready rules that are no matter of taste. */
    @Benchmark
    public List<RuleResult> rules() {
        Estate estate = Estate.of(topology);
        return ReadyRules.standard().stream().map(rule -> rule.evaluate(estate)).toList();
    }

    /** From the topology to resources. */
    @Benchmark
    public List<Resource> lower() {
        return Lowering.lower(topology);
    }

    /** From resources to changes in their order, on bare servers. */
    @Benchmark
    public Plan plan() {
        return Planning.plan(topology, lowered);
    }

    /** The plan as text. */
    @Benchmark
    public String renderText() {
        return PlanText.render(plan);
    }

    /** The plan as JSON. */
    @Benchmark
    public String renderJson() {
        return PlanJson.write(plan, PlanOptions.STANDARD);
    }

    /** The topology as JSON. */
    @Benchmark
    public String writeJson() {
        return TopologyJson.write(topology);
    }

    /** The topology from JSON. */
    @Benchmark
    public ReadResult readJson() {
        return TopologyJson.read(json, "topology.json");
    }
}
