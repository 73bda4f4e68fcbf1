package kz.tapbot.runtime.memory;

import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;

/** The driver of simulated servers. One that is found by {@link java.util.ServiceLoader} has an estate of its own. */
public final class MemoryDriver implements Driver {

    private final MemoryEstate estate;

    /** With a fresh estate, whose servers come into being when they are first opened. */
    public MemoryDriver() {
        this(MemoryEstate.create());
    }

    MemoryDriver(MemoryEstate estate) {
        this.estate = estate;
    }

    @Override
    public String name() {
        return "memory";
    }

    /** The servers behind it. */
    public MemoryEstate estate() {
        return estate;
    }

    @Override
    public Session open(Server server, SessionContext context) {
        return estate.open(server, context);
    }
}
