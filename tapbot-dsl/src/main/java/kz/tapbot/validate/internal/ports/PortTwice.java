package kz.tapbot.validate.internal.ports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.link.Link;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Publication;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;
import org.jspecify.annotations.Nullable;

/** TB2101: one listener a port, protocol and address; sshd, services, host services and links all count. */
final class PortTwice implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        Map<String, Map<Integer, List<Claim>>> servers = new HashMap<>();
        for (Server server : estate.servers()) {
            // Of two servers with one name the first counts; that there are two is told by TB2001.
            if (!servers.containsKey(server.name().value())) {
                servers.put(server.name().value(), own(server));
            }
        }
        for (Link link : estate.topology().links()) {
            for (ServerName name : link.servers()) {
                Optional<Server> server = estate.server(name);
                if (server.isPresent()) {
                    Port port = Port.udp(link.port());
                    claim(servers.get(name.value()), new Claim(server.get(), port, Optional.empty(), link));
                }
            }
        }
        for (ServiceEntry entry : estate.services()) {
            if (entry.active() && !entry.service().publications().isEmpty()) {
                for (Publication publication : entry.service().publications()) {
                    Claim claim = new Claim(entry.server(), publication.host(), publication.bind(), entry);
                    claim(servers.get(entry.server().name().value()), claim);
                }
            }
        }
        for (Map<Integer, List<Claim>> claims : servers.values()) {
            for (List<Claim> same : claims.values()) {
                judge(findings, same);
            }
        }
    }

    private static Map<Integer, List<Claim>> own(Server server) {
        Map<Integer, List<Claim>> claims = new HashMap<>();
        claim(claims, new Claim(server, Port.tcp(server.ssh().port()), Optional.empty(), server));
        for (HostService service : server.hostServices()) {
            claim(claims, new Claim(server, service.port(), Optional.empty(), service));
        }
        return claims;
    }

    private static void claim(@Nullable Map<Integer, List<Claim>> claims, Claim claim) {
        if (claims == null) {
            throw new IllegalStateException(
                    "not a server of the estate: " + claim.server().name());
        }
        int key = claim.port().number() * 2 + (claim.port().protocol() == Protocol.TCP ? 0 : 1);
        List<Claim> same = claims.get(key);
        if (same == null) {
            same = new ArrayList<>(1);
            claims.put(key, same);
        }
        same.add(claim);
    }

    private static void judge(Findings findings, List<Claim> claims) {
        if (claims.size() < 2) {
            return;
        }
        List<Claim> firsts = new ArrayList<>();
        for (Claim claim : Subject.inSourceOrder(claims, Claim::subject)) {
            Optional<Claim> first = firsts.stream().filter(claim::clashes).findFirst();
            if (first.isEmpty()) {
                firsts.add(claim);
            } else {
                tell(findings, claim, first.get());
            }
        }
    }

    private static void tell(Findings findings, Claim later, Claim earlier) {
        findings.clash(
                TopologyCode.PORT_TWICE,
                later.subject(),
                earlier.subject(),
                """
                {} {} {} of {}, but {} already {} {}.
                Two listeners cannot have one port of a server; the second does not start.
                {}:
                    {}
                """,
                later.subject(),
                later.does(),
                later.where(),
                later.server().address(),
                earlier.subject(),
                earlier.does(),
                earlier.where(),
                later.owner() instanceof ServiceEntry
                        ? "Give one of them another port, or serve both through the proxy, each by its own host name"
                        : "Give one of them another port",
                later.moved());
    }
}
