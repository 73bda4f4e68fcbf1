package kz.tapbot.validate.internal.routes;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kz.tapbot.model.net.DnsRecord;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.RecordType;
import kz.tapbot.model.net.Zone;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceEntry;
import kz.tapbot.validate.internal.Subject;

/** TB2513: a CNAME stands alone (RFC 1034, 3.6.2) and never at the zone's own name, and addresses are of their record's family. */
final class RecordsContradict implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        boolean any = false;
        for (Zone zone : estate.topology().zones()) {
            any |= !zone.records().isEmpty();
        }
        if (!any) {
            return;
        }
        Set<String> routed = new HashSet<>();
        for (ServiceEntry entry : estate.services()) {
            for (Route route : entry.service().routes()) {
                routed.add(route.host().value());
            }
        }
        for (Zone zone : estate.topology().zones()) {
            zone(findings, zone, routed);
        }
    }

    private static void zone(Findings findings, Zone zone, Set<String> routed) {
        Map<String, EnumSet<RecordType>> types = new HashMap<>();
        for (DnsRecord dns : zone.records()) {
            values(findings, zone, dns);
            EnumSet<RecordType> known = types.get(dns.name());
            if (known == null) {
                known = EnumSet.noneOf(RecordType.class);
                types.put(dns.name(), known);
            }
            boolean cname = dns.type() == RecordType.CNAME;
            if (!known.add(dns.type())) {
                contradict(findings, zone, dns, "is declared a second time", "Put all values into one record.");
            } else if (cname && dns.name().equals("@")) {
                contradict(
                        findings,
                        zone,
                        dns,
                        "is at the zone's own name, where others must stand beside it",
                        "Give the address instead, as a record of type A.");
            } else if (known.contains(RecordType.CNAME) && known.size() > 1) {
                contradict(
                        findings,
                        zone,
                        dns,
                        "stands beside others of its name, and a CNAME among them stands alone",
                        "Remove the CNAME or the other record.");
            } else if (cname && routed.contains(dns.name() + "." + zone.name())) {
                contradict(
                        findings,
                        zone,
                        dns,
                        "is at a name that a service is served at, which gets an address",
                        "Remove the record, or serve the service at another name.");
            }
        }
    }

    private static void values(Findings findings, Zone zone, DnsRecord dns) {
        boolean ipv4 = dns.type() == RecordType.A;
        boolean ipv6 = dns.type() == RecordType.AAAA;
        for (String value : dns.values()) {
            if ((ipv4 || ipv6) && !isAddress(value, ipv6)) {
                contradict(
                        findings,
                        zone,
                        dns,
                        ipv4 ? "holds what is no IPv4 address" : "holds what is no IPv6 address",
                        "Give addresses of its family only.");
            }
        }
        if (dns.values().isEmpty()
                || dns.type() == RecordType.CNAME && dns.values().size() > 1) {
            contradict(
                    findings,
                    zone,
                    dns,
                    dns.values().isEmpty() ? "holds nothing" : "is a CNAME with several names",
                    "Give it its one value.");
        }
    }

    private static boolean isAddress(String value, boolean ipv6) {
        try {
            return IpAddress.of(value).isIpv6() == ipv6;
        } catch (InvalidValueException e) {
            return false;
        }
    }

    private static void contradict(Findings findings, Zone zone, DnsRecord dns, String problem, String cure) {
        Subject said = dns.places().declaration().isPresent()
                ? Subject.of(zone.address(), dns.places())
                : Subject.of(zone.address(), zone.places(), "records");
        findings.add(TopologyCode.RECORDS_CONTRADICT, said, """
                The record {} {} of {} {}.
                A DNS server refuses the whole zone for it, or answers with what nobody meant.
                {}
                """, dns.name(), dns.type(), zone.address(), problem, cure);
    }
}
