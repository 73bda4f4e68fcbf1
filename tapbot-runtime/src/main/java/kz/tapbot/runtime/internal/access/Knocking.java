package kz.tapbot.runtime.internal.access;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;

/** Tries a port of a server from the machine that runs Tapbot. */
public final class Knocking {

    private static final int LIMIT_MILLIS = 3_000;

    private Knocking() {}

    /** Whether the port answers within three seconds; unknown for one that is not of TCP. */
    public static ProbeResult at(HostAddress host, Port port) {
        if (port.protocol() != Protocol.TCP) {
            return new ProbeResult(Outcome.UNKNOWN, "only TCP is tried from outside");
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.value(), port.number()), LIMIT_MILLIS);
            return new ProbeResult(Outcome.OPEN, host + " answers on " + port + " to the machine that runs Tapbot");
        } catch (IOException e) {
            return new ProbeResult(
                    Outcome.CLOSED, host + " does not answer on " + port + " to the machine that runs Tapbot");
        }
    }
}
