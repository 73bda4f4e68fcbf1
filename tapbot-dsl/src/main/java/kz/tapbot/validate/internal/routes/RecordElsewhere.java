package kz.tapbot.validate.internal.routes;

import java.util.HashMap;
import java.util.Map;
import kz.tapbot.model.net.DnsRecord;
import kz.tapbot.model.net.RecordType;
import kz.tapbot.model.net.Zone;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Route;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2514, lesson 9: the name pointed elsewhere, so no certificate could be issued. */
final class RecordElsewhere implements Check {

    /** A record with its zone. */
    private record Placed(Zone zone, DnsRecord dns) {}

    @Override
    public void run(Estate estate, Findings findings) {
        Map<String, Placed> byHost = new HashMap<>();
        for (Zone zone : estate.topology().zones()) {
            for (DnsRecord dns : zone.records()) {
                if (dns.type() == RecordType.A) {
                    String host = dns.name().equals("@") ? zone.name().value() : dns.name() + "." + zone.name();
                    byHost.putIfAbsent(host, new Placed(zone, dns));
                }
            }
        }
        if (byHost.isEmpty()) {
            return;
        }
        for (ServiceEntry entry : estate.services()) {
            for (Route route : entry.service().routes()) {
                Placed placed = byHost.get(route.host().value());
                if (placed != null && entry.active()) {
                    judge(findings, placed, entry);
                }
            }
        }
    }

    private static void judge(Findings findings, Placed placed, ServiceEntry entry) {
        Server server = entry.server();
        boolean ipv4 = server.host().ip().filter(ip -> !ip.isIpv6()).isPresent();
        if (!ipv4 || placed.dns().values().contains(server.host().value())) {
            return;
        }
        Zone zone = placed.zone();
        Subject said = placed.dns().places().declaration().isPresent()
                ? Subject.of(zone.address(), placed.dns().places())
                : Subject.of(zone.address(), zone.places(), "records");
        findings.add(
                TopologyCode.RECORD_ELSEWHERE,
                said,
                """
                The record {} A of {} points to {},
                but {} is served at that name by {} at {}.
                Visitors and the issuer of certificates go where the record points.
                Remove the record, which follows from the route, unless a network before the server takes the visitors.
                """,
                placed.dns().name(),
                zone.address(),
                String.join(", ", placed.dns().values()),
                entry.address(),
                server.address(),
                server.host());
    }
}
