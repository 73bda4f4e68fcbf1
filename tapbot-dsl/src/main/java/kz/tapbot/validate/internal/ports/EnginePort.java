package kz.tapbot.validate.internal.ports;

import kz.tapbot.model.host.FirewallRule;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2107: ports 2375 and 2376 are the engine's API, and who speaks with it is root (Docker, "Protect the Docker daemon socket"). */
final class EnginePort implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Publication publication : entry.service().publications()) {
            Port inside = new Port(publication.container(), publication.host().protocol());
            boolean loopback =
                    publication.bind().isPresent() && publication.bind().get().isLoopback();
            if (!loopback && (isEngine(publication.host()) || isEngine(inside))) {
                tell(findings, entry.publication(publication), "publishes", publication.host());
            }
        }
    }

    @Override
    public void run(Estate estate, Findings findings) {
        for (Server server : estate.servers()) {
            for (FirewallRule rule : server.open()) {
                if (isEngine(rule.port())) {
                    tell(
                            findings,
                            Subject.of(server.address(), server.places(), "open." + rule.port(), "open"),
                            "opens",
                            rule.port());
                }
            }
        }
    }

    private static boolean isEngine(Port port) {
        return port.protocol() == Protocol.TCP && (port.number() == 2375 || port.number() == 2376);
    }

    private static void tell(Findings findings, Subject said, String does, Port port) {
        findings.add(TopologyCode.ENGINE_PORT, said, """
                {} {} {}, the API of the container engine.
                Who speaks with the engine is root on the server, whatever address he comes from.
                Remove it. Tapbot reaches the engine through its SSH connection and needs no port.
                """, said, does, port);
    }
}
