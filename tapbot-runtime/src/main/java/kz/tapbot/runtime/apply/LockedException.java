package kz.tapbot.runtime.apply;

import java.io.Serial;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.spi.LockHolder;

/** Somebody else works on a server. Nothing was changed. */
public final class LockedException extends kz.tapbot.diagnostic.TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient ServerName server;
    private final transient LockHolder holder;

    /** With the server and who holds its lock. */
    public LockedException(ServerName server, LockHolder holder) {
        super("Server " + server + " is locked by " + holder
                + ". Nothing was changed. Wait until that run has ended; the lock " + "vanishes with its connection.");
        this.server = server;
        this.holder = holder;
    }

    /** The server. */
    public ServerName server() {
        return server;
    }

    /** Who holds its lock. */
    public LockHolder holder() {
        return holder;
    }
}
