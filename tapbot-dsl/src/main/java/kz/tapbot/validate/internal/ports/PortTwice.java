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
        for (Server server : estate.servers()) {
            Port ssh = Port.tcp(server.ssh().port());
            Subject said = Subject.of(server.address(), server.places(), "ssh.port", "ssh");
            claim(claims, server, new Claim(ssh, Optional.empty(), said, "has its sshd on"));
            for (HostService service : server.hostServices()) {
                Address address =
                        Address.on(server.name(), "host-service", service.name().value());
                Subject host = Subject.of(address, service.places(), "port");
                claim(claims, server, new Claim(service.port(), Optional.empty(), host, "listens on"));
            }
        }
        for (Link link : estate.topology().links()) {
            Subject said = Subject.of(link.address(), link.places(), "port");
            for (ServerName name : link.servers()) {
                estate.server(name)
                        .ifPresent(server -> claim(
                                claims,
                                server,
                                new Claim(Port.udp(link.port()), Optional.empty(), said, "listens on")));
            }
        }
        for (ServiceEntry entry : estate.services()) {
            if (entry.active()) {
                for (Publication publication : entry.service().publications()) {
                    Subject said = entry.at("publications." + publication.host(), "publications");
                    claim(claims, entry.server(), new Claim(publication.host(), publication.bind(), said, "publishes"));
                }
            }
        }
        claims.forEach((key, list) -> judge(findings, key, list));
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
                Give one of them another port, or serve both through the proxy, each by its own host name:
                    .publishes(Port.tcp({}), 80)
                """,
                later.subject(),
                later.does(),
                later.where(),
                key.server(),
                earlier.subject(),
                earlier.does(),
                earlier.where(),
                free(key.port()));
    }

    private static int free(Port taken) {
        return taken.number() < 1024 ? 8000 + taken.number() : Math.min(taken.number() + 1, 65_535);
    }
}
