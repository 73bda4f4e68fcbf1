package kz.tapbot.runtime.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Supplier;
import kz.tapbot.model.Topology;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.cli.internal.option.Shown;
import kz.tapbot.runtime.cli.internal.option.UsageException;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.memory.MemoryDriver;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.StateMissingException;

/**
 * The servers that a verb works on.
 *
 * @param runtime by which they are reached
 * @param topology what they shall be
 * @param simulated whether they live in this process alone
 */
record Servers(TapbotRuntime runtime, Topology topology, boolean simulated) {

    private static final String MEMORY = "memory";

    /** The servers of the runtime that was chosen, with a topology that can work. */
    static Servers of(Invocation in, EventListener listener) {
        String name = in.arguments().value("--runtime").orElse(MEMORY);
        boolean simulated = name.equals(MEMORY);
        Driver driver = simulated ? new MemoryDriver() : found(name);
        Topology judged = in.judged();
        TapbotRuntime runtime = TapbotRuntime.builder()
                .driver(driver)
                .listener(listener)
                .environment(in.terminal().environment()::get)
                .build();
        if (simulated) {
            in.note("Runtime memory: simulated servers, empty at start, gone at the end; no secret is read.");
        }
        return new Servers(runtime, simulated ? withMadeUpSecrets(judged) : judged, simulated);
    }

    /** The same, for a verb that looks at what an earlier apply has left. Simulated servers have no earlier. */
    static Servers standing(Invocation in, EventListener listener) {
        Servers servers = of(in, listener);
        if (servers.simulated) {
            in.note("The topology is applied to them first.");
            servers.runtime.apply(servers.topology, ApplyOptions.standard());
        }
        return servers;
    }

    /** A plan for a verb that is going to change something: what was lost of Tapbot's own, and can be had back, is made again first. */
    Plan toChange(Supplier<Plan> planning) {
        try {
            return planning.get();
        } catch (StateMissingException e) {
            runtime.mend(topology);
            return planning.get();
        }
    }

    private static Driver found(String chosen) {
        int colon = chosen.indexOf(':');
        if (colon < 0) {
            return named(chosen);
        }
        try {
            return named(chosen.substring(0, colon)).at(chosen.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "Not a place for the runtime " + Shown.of(chosen.substring(0, colon)) + ": "
                            + Shown.of(String.valueOf(e.getMessage())) + ".",
                    "For example: --runtime docker:unix:///var/run/docker.sock");
        }
    }

    private static Driver named(String name) {
        TreeSet<String> names = new TreeSet<>(List.of(MEMORY));
        for (Driver driver : ServiceLoader.load(Driver.class)) {
            if (driver.name().equals(name)) {
                return driver;
            }
            names.add(driver.name());
        }
        throw new UsageException(
                "There is no runtime " + Shown.of(name) + ".",
                "There is: " + String.join(", ", names) + ". A driver on the class path would be found by its name.");
    }

    /** Nobody needs real secrets to try things out, and simulated servers are no place for them. */
    private static Topology withMadeUpSecrets(Topology topology) {
        if (topology.secrets().isEmpty()) {
            return topology;
        }
        List<SecretDeclaration> madeUp = new ArrayList<>();
        for (SecretDeclaration secret : topology.secrets()) {
            madeUp.add(SecretDeclaration.builder()
                    .from(secret)
                    .source(SecretSource.generated())
                    .build());
        }
        return Topology.builder().from(topology).secrets(madeUp).build();
    }
}
