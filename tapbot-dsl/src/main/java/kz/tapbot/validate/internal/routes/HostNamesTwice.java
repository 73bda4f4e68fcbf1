package kz.tapbot.validate.internal.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Route;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2502 and TB2503, lesson 19: one host name was claimed by two services, and one service had two homes. */
final class HostNamesTwice implements Check {

    /** Somebody wants the requests for a path of a host name. */
    private record Claim(ServerName server, String path, Subject subject) {}

    @Override
    public void run(Estate estate, Findings findings) {
        Map<HostName, List<Claim>> claims = new HashMap<>();
        for (ServiceEntry entry : estate.services()) {
            if (entry.active()) {
                for (Route route : entry.service().routes()) {
                    claim(
                            claims,
                            route.host(),
                            new Claim(entry.id().server(), plain(route.path()), entry.route(route)));
                }
            }
        }
        for (Server server : estate.servers()) {
            for (HostService service : server.hostServices()) {
                if (service.host().isPresent() && !server.planned()) {
                    Address address = Address.on(
                            server.name(), "host-service", service.name().value());
                    Subject said = Subject.of(address, service.places(), "host");
                    claim(claims, service.host().get(), new Claim(server.name(), ":" + service.port(), said));
                }
            }
        }
        for (Map.Entry<HostName, List<Claim>> host : claims.entrySet()) {
            judge(findings, host.getKey(), host.getValue());
        }
    }

    private static void claim(Map<HostName, List<Claim>> claims, HostName host, Claim claim) {
        List<Claim> same = claims.get(host);
        if (same == null) {
            same = new ArrayList<>(1);
            claims.put(host, same);
        }
        same.add(claim);
    }

    private static String plain(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    private static void judge(Findings findings, HostName host, List<Claim> claims) {
        if (claims.size() < 2) {
            return;
        }
        List<Claim> inOrder = Subject.inSourceOrder(claims, Claim::subject);
        Claim home = inOrder.get(0);
        Map<String, Claim> paths = new HashMap<>();
        for (Claim claim : inOrder) {
            if (!claim.server().equals(home.server())) {
                twoHomes(findings, host, claim, home);
                continue;
            }
            Claim first = paths.putIfAbsent(claim.path(), claim);
            if (first != null) {
                findings.clash(
                        TopologyCode.ROUTE_TWICE,
                        claim.subject(),
                        first.subject(),
                        """
                        {} claims {}, which {} claims already.
                        The proxy would send each visitor to one of the two, and nobody chose to which.
                        Give each a host name of its own, or one of them a path:
                            zone.host("{}-2")
                        """,
                        claim.subject(),
                        shown(host, claim),
                        first.subject(),
                        label(host));
            }
        }
    }

    private static void twoHomes(Findings findings, HostName host, Claim later, Claim home) {
        findings.clash(
                TopologyCode.HOST_ON_TWO_SERVERS,
                later.subject(),
                home.subject(),
                """
                {} on server:{} claims {}, whose home is server:{} with {}.
                A name points to one server, so that visitors and the issuer of certificates would reach one of them by chance.
                Give each server a name of its own, and put a load balancer before them if they are to share one:
                    zone.host("{}-2")
                """,
                later.subject(),
                later.server(),
                host,
                home.server(),
                home.subject(),
                label(host));
    }

    private static String shown(HostName host, Claim claim) {
        return claim.path().equals("/") ? host.value() : host + claim.path();
    }

    private static String label(HostName host) {
        return host.value().substring(0, host.value().indexOf('.'));
    }
}
