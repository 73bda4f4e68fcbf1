package kz.tapbot.runtime;

import java.util.List;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.facts.ServerFacts;
import kz.tapbot.runtime.operation.EngineOperations;
import kz.tapbot.runtime.operation.FileOperations;
import kz.tapbot.runtime.operation.OwnershipOperations;
import kz.tapbot.runtime.operation.ProtectionOperations;
import kz.tapbot.runtime.operation.SystemOperations;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.spi.DailyWork;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.HostState;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;

/**
 * A driver with bad manners around the sessions of another one.
 *
 * @param driver the one that works
 * @param beforeObserving what happens before a server is looked at
 * @param afterClosing what happens when a session has ended
 */
public record SpoiltDriver(Driver driver, Runnable beforeObserving, Runnable afterClosing) implements Driver {

    @Override
    public String name() {
        return driver.name();
    }

    @Override
    public Session open(Server server, SessionContext context) {
        return new Spoilt(driver.open(server, context), this);
    }

    private record Spoilt(Session session, SpoiltDriver by) implements Session {

        @Override
        public ServerFacts observe(List<Resource> desired) {
            by.beforeObserving.run();
            return session.observe(desired);
        }

        @Override
        public SystemOperations system() {
            return session.system();
        }

        @Override
        public FileOperations files() {
            return session.files();
        }

        @Override
        public ProtectionOperations protection() {
            return session.protection();
        }

        @Override
        public EngineOperations engine() {
            return session.engine();
        }

        @Override
        public OwnershipOperations ownership() {
            return session.ownership();
        }

        @Override
        public HostState state() {
            return session.state();
        }

        @Override
        public ProbeResult probe(Probe probe) {
            return session.probe(probe);
        }

        @Override
        public DailyWork daily() {
            return session.daily();
        }

        @Override
        public void close() {
            session.close();
            by.afterClosing.run();
        }
    }
}
