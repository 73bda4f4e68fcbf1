package kz.tapbot.examples.bench;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.HostConfig;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.tapbot.docker.http.Dialers;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.docker.DockerDriver;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;

/** One process of the engine benchmark: brings services about as a user's program does, or makes the bare calls that no tool could save. */
final class EngineOnce {

    private static final int AT_ONCE = 8;

    private EngineOnce() {}

    /**
     * Runs once.
     *
     * @param args the engine's address; the number of services; {@code converge}, {@code apply} without a plan before it, or {@code raw-up} and {@code raw-same} for the
     *     bare calls
     */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        int count = Integer.parseInt(args[1]);
        if (args[2].equals("converge")) {
            converge(args[0], RaceServices.topology(count));
            return;
        }
        if (args[2].equals("apply")) {
            end(runtime(args[0]).apply(RaceServices.topology(count), ApplyOptions.standard()));
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try (DockerClient client = DockerClients.connect(Dialers.at(URI.create(args[0])))) {
            if (args[2].equals("raw-up")) {
                rawUp(client, threads, count);
            } else {
                rawSame(client, threads, count);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            threads.shutdown();
        }
    }

    /** Whether there is nothing to do, seen by a runtime that knows nothing yet. */
    static boolean isSame(String engine, int count) {
        return runtime(engine).plan(RaceServices.topology(count)).isEmpty();
    }

    private static void converge(String engine, Topology topology) {
        TapbotRuntime runtime = runtime(engine);
        Plan plan = runtime.plan(topology);
        if (plan.isEmpty()) {
            System.out.println("No changes.");
            return;
        }
        end(runtime.apply(topology, plan, PlanOptions.STANDARD, ApplyOptions.standard()));
    }

    private static TapbotRuntime runtime(String engine) {
        return TapbotRuntime.builder().driver(new DockerDriver().at(engine)).build();
    }

    private static void end(ApplyReport report) {
        System.out.println(report);
        System.exit(report.isDone() ? 0 : 1);
    }

    /** A network, and then for each service create and start: all side by side. */
    private static void rawUp(DockerClient client, ExecutorService threads, int count)
            throws InterruptedException, ExecutionException {
        client.createNetworkCmd().withName(RaceServices.NAME).exec();
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = RaceServices.NAME + "-" + i;
            work.add(() -> {
                String id = client.createContainerCmd(RaceServices.IMAGE)
                        .withName(name)
                        .withCmd("sleep", "infinity")
                        .withHostConfig(HostConfig.newHostConfig().withNetworkMode(RaceServices.NAME))
                        .exec()
                        .getId();
                return client.startContainerCmd(id).exec();
            });
        }
        all(threads, work);
        System.out.println("up");
    }

    /** A list of each kind, and a look at each container: all side by side. */
    private static void rawSame(DockerClient client, ExecutorService threads, int count)
            throws InterruptedException, ExecutionException {
        Future<?> networks = threads.submit(() -> client.listNetworksCmd().exec());
        Future<?> volumes = threads.submit(() -> client.listVolumesCmd().exec());
        List<Callable<Object>> work = new ArrayList<>();
        client.listContainersCmd()
                .withShowAll(true)
                .exec()
                .forEach(container -> work.add(
                        () -> client.inspectContainerCmd(container.getId()).exec()));
        if (work.size() < count) {
            throw new IllegalStateException("only " + work.size() + " containers");
        }
        all(threads, work);
        networks.get();
        volumes.get();
        System.out.println("same");
    }

    private static void all(ExecutorService threads, List<Callable<Object>> work)
            throws InterruptedException, ExecutionException {
        for (Future<Object> one : threads.invokeAll(work)) {
            one.get();
        }
    }
}
