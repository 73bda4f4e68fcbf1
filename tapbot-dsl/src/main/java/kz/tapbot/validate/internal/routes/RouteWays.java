package kz.tapbot.validate.internal.routes;

import java.util.Optional;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2501, TB2504 and TB2506, lessons 5 and 7: a route leads through a proxy, over a common network, to an open port. */
final class RouteWays implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Route route : entry.service().routes()) {
            Optional<ServiceEntry> proxy = estate.service(route.proxy());
            if (proxy.isPresent()
                    && proxy.get().server().name().equals(entry.server().name())) {
                way(findings, entry, route, proxy.get());
            }
            port(findings, entry, route);
        }
    }

    private static void way(Findings findings, ServiceEntry entry, Route route, ServiceEntry proxy) {
        if (!proxy.service().is(Trait.PROXY)) {
            findings.add(
                    TopologyCode.NOT_A_PROXY, entry.route(route), """
                    {} is to be served at {} by {}, which is no proxy.
                    Only a proxy listens for host names and passes requests on; this service would not know of the route.
                    Name the proxy of its server:
                        .servedBy(proxy, zone.host("app"), 8080, Access.ownLogin())
                    """, entry.address(), route.host(), proxy.address());
        } else if (proxy != entry && !entry.sharesNetworkWith(proxy)) {
            String network = proxy.service().networks().isEmpty()
                    ? "web"
                    : Detail.variable(
                            proxy.service().networks().first().network().network());
            findings.add(
                    TopologyCode.ROUTE_WITHOUT_NETWORK,
                    entry.route(route),
                    """
                    {} is served at {} by {}, but shares no network with it.
                    The proxy would find no way to it and answer every visitor with 502 or 504.
                    Put it on one of the proxy's networks:
                        .joins({})
                    """,
                    entry.address(),
                    route.host(),
                    proxy.address(),
                    network);
        }
    }

    private static void port(Findings findings, ServiceEntry entry, Route route) {
        Service service = entry.service();
        if (!service.listens().isEmpty() && !service.listens().contains(Port.tcp(route.port()))) {
            findings.add(
                    TopologyCode.ROUTE_PORT,
                    entry.route(route),
                    """
                    {} is served at {} from its port {}/tcp, but listens on {} only.
                    The proxy would get no connection and answer every visitor with 502.
                    Route to one of these ports, or say that the service listens there:
                        .listens(Port.tcp({}))
                    """,
                    entry.address(),
                    route.host(),
                    route.port(),
                    Detail.list(service.listens()),
                    route.port());
        }
    }
}
