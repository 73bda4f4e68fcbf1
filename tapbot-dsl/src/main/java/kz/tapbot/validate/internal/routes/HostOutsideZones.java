package kz.tapbot.validate.internal.routes;

import java.util.HashSet;
import java.util.Set;
import kz.tapbot.model.host.HostService;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.HostName;
import kz.tapbot.model.net.Zone;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Route;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2505: with a zone declared, a host name outside all of them gets no record. Without any, names are somebody else's matter. */
final class HostOutsideZones implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        if (estate.topology().zones().isEmpty()) {
            return;
        }
        Set<String> zones = new HashSet<>();
        for (Zone zone : estate.topology().zones()) {
            zones.add(zone.name().value());
        }
        for (ServiceEntry entry : estate.services()) {
            for (Route route : entry.service().routes()) {
                if (!within(zones, route.host())) {
                    tell(findings, estate, entry.route(route), route.host());
                }
            }
        }
        for (Server server : estate.servers()) {
            for (HostService service : server.hostServices()) {
                if (service.host().isPresent() && !within(zones, service.host().get())) {
                    Address address = Address.on(
                            server.name(), "host-service", service.name().value());
                    tell(
                            findings,
                            estate,
                            Subject.of(address, service.places(), "host"),
                            service.host().get());
                }
            }
        }
    }

    private static boolean within(Set<String> zones, HostName host) {
        String name = host.value();
        while (!zones.contains(name)) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                return false;
            }
            name = name.substring(dot + 1);
        }
        return true;
    }

    private static void tell(Findings findings, Estate estate, Subject said, HostName host) {
        String zone = estate.topology().zones().get(0).name().value();
        findings.add(
                TopologyCode.HOST_OUTSIDE_ZONES,
                said,
                """
                {} is served at {}, which lies in none of the declared zones.
                Its record would be in no zone file, so nobody would find it and no certificate would be issued.
                Take a name of a zone, or declare the zone it is in:
                    var zone = t.zone("{}");
                """,
                said,
                host,
                host.value().endsWith(zone)
                        ? zone
                        : host.value().substring(host.value().indexOf('.') + 1));
    }
}
