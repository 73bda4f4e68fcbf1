package kz.tapbot.validate.internal.ports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2101: one listener a port, protocol and address; sshd, services, host services and links all count. */
final class PortTwice implements Check {

    /** A port of a server. */
    private record Key(ServerName server, Port port) {}

    @Override
    public void run(Estate estate, Findings findings) {
        Map<Key, List<Claim>> claims = new HashMap<>();
        estate.servers().forEach(server -> server(claims, server));
        for (Link link : estate.topology().links()) {
            Subject said = Subject.of(link.address(), link.places(), "port");
            for (ServerName name : link.servers()) {
                Claim claim = new Claim(Port.udp(link.port()), Optional.empty(), said, "listens on", ".port({})");
                estate.server(name).ifPresent(server -> claim(claims, server, claim));
            }
        }
        for (ServiceEntry entry : estate.services()) {
            if (entry.active()) {
                entry.service().publications().forEach(publication -> publication(claims, entry, publication));
            }
        }
        claims.forEach((key, list) -> judge(findings, key, list));
    }

    private static void server(Map<Key, List<Claim>> claims, Server server) {
        Port ssh = Port.tcp(server.ssh().port());
        Subject said = Subject.of(server.address(), server.places(), "ssh.port", "ssh");
        claim(claims, server, new Claim(ssh, Optional.empty(), said, "has its sshd on", ".ssh(ssh -> ssh.port({}))"));
        for (HostService service : server.hostServices()) {
            Address address =
                    Address.on(server.name(), "host-service", service.name().value());
            Subject host = Subject.of(address, service.places(), "port");
            claim(
                    claims,
                    server,
                    new Claim(
                            service.port(),
                            Optional.empty(),
                            host,
                            "listens on",
                            "Port." + service.port().protocol().text() + "({})"));
        }
    }

    private static void publication(Map<Key, List<Claim>> claims, ServiceEntry entry, Publication publication) {
        Port port = publication.host();
        String move = ".publishes(Port." + port.protocol().text() + "({}), p -> p.containerPort("
                + publication.container() + "))";
        Subject said = entry.publication(publication);
        claim(claims, entry.server(), new Claim(port, publication.bind(), said, "publishes", move));
    }

    private static void claim(Map<Key, List<Claim>> claims, Server server, Claim claim) {
        claims.computeIfAbsent(new Key(server.name(), claim.port()), key -> new ArrayList<>(1))
                .add(claim);
    }

    private static void judge(Findings findings, Key key, List<Claim> claims) {
        if (claims.size() < 2) {
            return;
        }
        List<Claim> firsts = new ArrayList<>();
        for (Claim claim : Subject.inSourceOrder(claims, Claim::subject)) {
            Optional<Claim> first = firsts.stream().filter(claim::clashes).findFirst();
            if (first.isEmpty()) {
                firsts.add(claim);
            } else {
                tell(findings, key, claim, first.get());
            }
        }
    }

    private static void tell(Findings findings, Key key, Claim later, Claim earlier) {
        findings.clash(
                TopologyCode.PORT_TWICE,
                later.subject(),
                earlier.subject(),
                """
                {} {} {} of server:{}, but {} already {} {}.
                Two listeners cannot have one port of a server; the second does not start.
                {}:
                    {}
                """,
                later.subject(),
                later.does(),
                later.where(),
                key.server(),
                earlier.subject(),
                earlier.does(),
                earlier.where(),
                later.does().equals("publishes")
                        ? "Give one of them another port, or serve both through the proxy, each by its own host name"
                        : "Give one of them another port",
                Detail.of(later.move(), free(key.port())));
    }

    private static int free(Port taken) {
        return taken.number() < 1024 ? 8000 + taken.number() : Math.min(taken.number() + 1, 65_535);
    }
}
