package kz.tapbot.validate.internal.routes;

import java.util.HashSet;
import java.util.Set;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Reach;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2510 and TB2511, lesson 9: certificates could not be issued because port 80 was closed. */
final class Proxies implements Check {

    /** The HTTP challenge is asked for at port 80 and no other (RFC 8555, 8.3), from addresses that the issuer does not tell. */
    private static final Port CHALLENGE = Port.tcp(80);

    private static final Port HTTPS = Port.tcp(443);

    @Override
    public void run(Estate estate, Findings findings) {
        Set<ServiceId> serving = new HashSet<>();
        for (ServiceEntry entry : estate.services()) {
            if (entry.active()) {
                for (Route route : entry.service().routes()) {
                    serving.add(route.proxy());
                }
            }
        }
        boolean issued = !estate.topology().certificateAuthorities().isEmpty();
        for (ServiceEntry entry : estate.services()) {
            if (entry.service().is(Trait.PROXY) && serving.contains(entry.id())) {
                judge(estate, findings, entry, issued);
            }
        }
    }

    private static void judge(Estate estate, Findings findings, ServiceEntry entry, boolean issued) {
        Service proxy = entry.service();
        if (proxy.publications().isEmpty()) {
            findings.add(TopologyCode.PROXY_UNREACHABLE, entry.subject(), """
                    {} serves routes and publishes no port.
                    Nobody outside its server reaches it, and so none of the services behind it.
                    Publish the ports of the web:
                        .publishes(Port.tcp(80)).publishes(Port.tcp(443))
                    """, entry.address());
        } else if (issued && publishes(proxy, HTTPS) && !open(estate, proxy)) {
            String issuer = Detail.variable(
                    estate.topology().certificateAuthorities().get(0).name());
            findings.add(TopologyCode.CHALLENGE_PORT_CLOSED, entry.at("publications"), """
                    {} serves host names with certificates of {}, but port 80 is not open to everybody.
                    The issuer asks for its HTTP challenge there, from addresses that nobody knows beforehand; each failed
                    try counts towards its limit. Port 80 only answers the challenge and sends visitors to HTTPS:
                        .publishes(Port.tcp(80))
                    """, entry.address(), issuer);
        }
    }

    private static boolean publishes(Service proxy, Port port) {
        for (Publication publication : proxy.publications()) {
            if (publication.host().equals(port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean open(Estate estate, Service proxy) {
        for (Publication publication : proxy.publications()) {
            if (publication.host().equals(CHALLENGE) && Reach.everybody(estate, publication)) {
                return true;
            }
        }
        return false;
    }
}
