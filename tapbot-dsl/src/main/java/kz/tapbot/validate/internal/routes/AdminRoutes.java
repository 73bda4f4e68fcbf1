package kz.tapbot.validate.internal.routes;

import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2507 to TB2509, lessons 1 and 4: a login from the first second, and a second wall before what rules over a server. */
final class AdminRoutes implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Service service = entry.service();
        // A socket that nobody said is there is told of by itself (TB2309).
        boolean ruling = service.is(Trait.ADMIN_INTERFACE) || service.is(Trait.ENGINE_ACCESS);
        boolean inner = entry.admin() || entry.database();
        for (Route route : service.routes()) {
            if (inner && route.login().kind() == LoginKind.NOBODY) {
                withoutLogin(findings, entry, route);
            } else if (ruling && estate.everybody(route.openTo())) {
                open(findings, entry, route);
            }
        }
    }

    private static void withoutLogin(Findings findings, ServiceEntry entry, Route route) {
        findings.add(
                TopologyCode.ADMIN_WITHOUT_LOGIN, entry.route(route), """
                {} is served at {} and asks nobody to log in.
                It rules over the server or holds its data; whoever opens the page can do so too, whatever the reason given.
                Let the service ask, or the proxy if the service cannot:
                    Access.proxyLogin("admin", Secret.generated("{}-login"))
                """, entry.address(), route.host(), label(route));
    }

    private static void open(Findings findings, ServiceEntry entry, Route route) {
        if (entry.engine()) {
            findings.add(
                    TopologyCode.ADMIN_ROUTE_ENGINE,
                    entry.route(route),
                    """
                    {} speaks with the container engine and is served to everybody at {}.
                    Whoever guesses its password, or finds a hole in its login, is root on {}.
                    Put a second wall before the login, the administrators' addresses:
                        Access.ownLogin().onlyFrom(admins)
                    """,
                    entry.address(),
                    route.host(),
                    entry.server().address());
        } else {
            findings.add(TopologyCode.ADMIN_ROUTE_OPEN, entry.route(route), """
                    {} is an admin interface and is served to everybody at {}.
                    Only its login stands between the Internet and what it rules over.
                    Put a second wall before the login, the administrators' addresses:
                        Access.ownLogin().onlyFrom(admins)
                    """, entry.address(), route.host());
        }
    }

    private static String label(Route route) {
        return route.host().value().substring(0, route.host().value().indexOf('.'));
    }
}
