package kz.tapbot.runtime.cli;

import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.memory.MemoryDriver;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;

/** Simulated servers that outlive a command, as real ones do: those that the thread has put up, found by {@code --runtime standing}. */
public final class StandingDriver implements Driver {

    private static final ThreadLocal<Driver> STANDING = ThreadLocal.withInitial(MemoryDriver::new);

    private final Driver driver = STANDING.get();

    /** Lets the commands of this thread find the servers of that driver. */
    static void putUp(Driver driver) {
        STANDING.set(driver);
    }

    @Override
    public String name() {
        return "standing";
    }

    @Override
    public Session open(Server server, SessionContext context) {
        return driver.open(server, context);
    }
}
