package kz.tapbot.runtime.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.internal.access.SshTargets;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import kz.tapbot.ssh.SshLogin;
import kz.tapbot.ssh.SshTarget;

/** A driver that a command line finds: that by SSH, which makes a mistake that shuts it out of the server, says so, and waits for a line before it goes on. */
public final class MistakenDriver implements Driver {

    static final String NAME = "mistaken";

    /** What it says on standard output. */
    static final String SHUT_OUT = "Shut out.";

    private final String[] where;

    /** One that does not know its place yet. */
    public MistakenDriver() {
        this(new String[0]);
    }

    private MistakenDriver(String[] where) {
        this.where = where;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** At {@code ADDRESS,PORT,KEYFILE,MISTAKE,WINDOW}. */
    @Override
    public Driver at(String place) {
        return new MistakenDriver(place.split(","));
    }

    @Override
    public Session open(Server server, SessionContext context) {
        SshTarget target = SshTargets.to(
                        server,
                        server.ssh().user(),
                        where[0],
                        Integer.parseInt(where[1]),
                        SshLogin.keyFile(Path.of(where[2])))
                .limits(SmallServer.SHORT);
        return LockOuts.making(
                        LockOuts.all(server).get(Integer.parseInt(where[3])),
                        new HostDriver(any -> target),
                        Duration.ofSeconds(Long.parseLong(where[4])),
                        MistakenDriver::shutOut)
                .open(server, context);
    }

    private static void shutOut() {
        try {
            System.out.println(SHUT_OUT);
            if (System.in.read() < 0) {
                throw new IllegalStateException("nobody lets it go on");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
