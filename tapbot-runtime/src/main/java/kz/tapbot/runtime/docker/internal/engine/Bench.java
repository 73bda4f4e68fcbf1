package kz.tapbot.runtime.docker.internal.engine;

import kz.tapbot.model.name.Address;
import kz.tapbot.runtime.docker.internal.keep.Cabinet;
import kz.tapbot.runtime.docker.internal.link.Engine;
import kz.tapbot.runtime.docker.internal.mark.Owners;
import kz.tapbot.runtime.spi.SessionContext;

/**
 * What every operation needs.
 *
 * @param engine the connection
 * @param cabinet where files are kept
 * @param owners whose things are
 * @param context what the session knows of the run
 */
public record Bench(Engine engine, Cabinet cabinet, Owners owners, SessionContext context) {

    /** The address of something on the server. */
    Address address(String kind, String name) {
        return Address.on(engine.server(), kind, name);
    }
}
