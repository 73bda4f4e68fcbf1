package kz.tapbot.validate.internal.services;

import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Reach;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/**
 * TB2309, lesson 21: the engine's socket was mounted into web-facing containers. A service that says that it has engine access is
 * judged by its routes (TB2507); one that does not say so, or stands before all others, has no business with the socket.
 */
final class EngineSocket implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Mount mount : entry.service().mounts()) {
            String reached = ServiceEntry.isEngineSocket(mount) ? reached(estate, entry.service()) : "";
            if (!reached.isEmpty()) {
                tell(findings, entry, mount, reached);
            } else if (ServiceEntry.isEngineSocket(mount) && !entry.service().is(Trait.ENGINE_ACCESS)) {
                unsaid(findings, entry, mount);
            }
        }
    }

    private static String reached(Estate estate, Service service) {
        if (service.is(Trait.PROXY)) {
            return "is the proxy that everybody speaks with";
        }
        for (Publication publication : service.publications()) {
            if (Reach.everybody(estate, publication)) {
                return "publishes " + publication.host() + " to everybody";
            }
        }
        for (Route route : service.routes()) {
            if (!service.is(Trait.ENGINE_ACCESS) && estate.everybody(route.openTo())) {
                return "is served to everybody at " + route.host();
            }
        }
        return "";
    }

    private static void unsaid(Findings findings, ServiceEntry entry, Mount socket) {
        findings.add(
                TopologyCode.ENGINE_SOCKET_UNSAID,
                entry.at("mounts." + socket.target(), "mounts"),
                """
                {} has the engine's socket, {}, and does not say so.
                Whoever takes over this container is root on the server; rules and reports do not see it as what it is.
                Remove the mount, or say what it is and keep it to the administrators:
                    .role(r -> r.is(Trait.ENGINE_ACCESS))
                """,
                entry.address(),
                socket.host().orElseThrow());
    }

    private static void tell(Findings findings, ServiceEntry entry, Mount socket, String reached) {
        findings.add(
                TopologyCode.ENGINE_SOCKET_EXPOSED,
                entry.at("mounts." + socket.target(), "mounts"),
                """
                {} has the engine's socket, {}, and {}.
                Whoever takes over this container is root on the server; read-only makes no difference, as the API is not a file.
                Remove the mount. Tapbot's proxy reads its routes from files and needs no socket.
                """,
                entry.address(),
                socket.host().orElseThrow(),
                reached);
    }
}
