package kz.tapbot.runtime.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.spi.Probe;
import kz.tapbot.runtime.spi.ProbeResult;
import kz.tapbot.runtime.spi.ProbeResult.Outcome;

/** Answers probes: from outside by connecting from here, everything else by the engine. */
final class HostProbes {

    private static final int LIMIT_MILLIS = 3_000;

    private HostProbes() {}

    static ProbeResult ask(Probe probe, Server server, Inhabitant inhabitant) {
        return probe instanceof Probe.FromOutside outside
                ? outside(outside, server)
                : inhabitant.session().probe(probe);
    }

    private static ProbeResult outside(Probe.FromOutside probe, Server server) {
        if (probe.from().isPresent()) {
            return new ProbeResult(
                    Outcome.UNKNOWN, "nothing can be tried from " + probe.from().get() + " here");
        }
        if (probe.port().protocol() != Protocol.TCP) {
            return new ProbeResult(Outcome.UNKNOWN, "only TCP is tried from outside");
        }
        String host = server.host().value();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, probe.port().number()), LIMIT_MILLIS);
            return new ProbeResult(
                    Outcome.OPEN, host + " answers on " + probe.port() + " to the machine that runs Tapbot");
        } catch (IOException e) {
            return new ProbeResult(
                    Outcome.CLOSED, host + " does not answer on " + probe.port() + " to the machine that runs Tapbot");
        }
    }
}
