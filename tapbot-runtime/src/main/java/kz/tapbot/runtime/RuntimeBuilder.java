package kz.tapbot.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.event.EventListener;
import kz.tapbot.runtime.fleet.Fleet;
import kz.tapbot.runtime.fleet.Ticker;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.secret.PasswordHashes;
import kz.tapbot.runtime.spi.Driver;
import org.jspecify.annotations.Nullable;

/** Makes a {@link TapbotRuntime}. */
public final class RuntimeBuilder {

    @Nullable Driver driver;

    final Map<ServerName, Driver> drivers = new HashMap<>();
    EventListener listener = EventListener.NONE;
    int parallelism = 64;
    int perServer = 16;
    Ticker ticker = Ticker.system();
    Function<String, @Nullable String> environment = System::getenv;
    String who = "";

    RuntimeBuilder() {}

    /** The driver of every server that has none of its own. */
    public RuntimeBuilder driver(Driver all) {
        driver = all;
        return this;
    }

    /** The driver of one server. */
    public RuntimeBuilder driver(ServerName server, Driver own) {
        drivers.put(server, own);
        return this;
    }

    /** Is told of everything that happens in every call; an apply may have one more. */
    public RuntimeBuilder listener(EventListener all) {
        listener = all;
        return this;
    }

    /**
     * How many changes are made at once, on all servers together and on a single one; 64 and 16 unless said: most of the time is spent waiting. One that only waits for
     * a container to get healthy does not count on its server.
     */
    public RuntimeBuilder parallelism(int all, int onOneServer) {
        if (all < 1 || onOneServer < 1) {
            throw new IllegalArgumentException(
                    "At least one operation must be able to run, not " + all + " and " + onOneServer + ".");
        }
        parallelism = all;
        perServer = onOneServer;
        return this;
    }

    /** The clock that times are taken from and waited by. */
    public RuntimeBuilder ticker(Ticker other) {
        ticker = other;
        return this;
    }

    /** Where secrets from environment variables are read; {@link System#getenv(String)} unless said. */
    public RuntimeBuilder environment(Function<String, @Nullable String> other) {
        environment = other;
        return this;
    }

    /** Who runs it, {@code user@machine}, as locks and journals name it; taken from the system unless said. */
    public RuntimeBuilder who(String name) {
        who = name;
        return this;
    }

    Fleet.Means means(PasswordHashes hashes, EventListener events) {
        return new Fleet.Means(
                this::driverOf, environment, hashes, who.isEmpty() ? Who.runsThis() : who, ticker, events);
    }

    /** Those resources that the drivers of their servers bring about. */
    List<Resource> managed(Topology topology, List<Resource> resources) {
        Map<ServerName, Driver> chosen = new HashMap<>();
        topology.servers().forEach(server -> {
            if (!server.planned()) {
                chosen.put(server.name(), driverOf(server));
            }
        });
        return resources.stream()
                .filter(resource -> {
                    Driver its = chosen.get(resource.server());
                    return its == null || its.manages(resource);
                })
                .toList();
    }

    private Driver driverOf(Server server) {
        Driver own = drivers.get(server.name());
        Driver chosen = own == null ? driver : own;
        if (chosen == null) {
            throw new IllegalStateException("Server " + server.name() + " has no driver, and there is none for all:\n"
                    + "    TapbotRuntime.builder().driver(…)");
        }
        return chosen;
    }

    /** What is set now, whatever is set later. */
    private RuntimeBuilder copy() {
        RuntimeBuilder copy = new RuntimeBuilder();
        copy.driver = driver;
        copy.drivers.putAll(drivers);
        copy.listener = listener;
        copy.parallelism = parallelism;
        copy.perServer = perServer;
        copy.ticker = ticker;
        copy.environment = environment;
        copy.who = who;
        return copy;
    }

    /**
     * The runtime.
     *
     * @throws IllegalStateException if it was given no driver
     */
    public TapbotRuntime build() {
        if (driver == null && drivers.isEmpty()) {
            throw new IllegalStateException("A runtime needs a driver. For simulated servers:\n"
                    + "    TapbotRuntime.builder().driver(MemoryEstate.create().driver()).build()");
        }
        return new TapbotRuntime(copy());
    }
}
