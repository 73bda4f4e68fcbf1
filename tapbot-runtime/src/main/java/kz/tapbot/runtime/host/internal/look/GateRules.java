package kz.tapbot.runtime.host.internal.look;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.facts.Incident;
import kz.tapbot.runtime.host.internal.keep.Entry;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.spi.Cleaned;

/**
 * Rules of iptables for those who are shut out by order, before all others and for all that arrives: what is for the server and what is for containers alike. Of a
 * connection only the direction counts, so that what somebody has open already is cut, while what the server itself has begun goes on.
 */
public final class GateRules {

    private static final String GATE = "-A TAPBOT-GATE ";
    private static final String LEADS = "-A PREROUTING -j TAPBOT-GATE";

    private GateRules() {}

    /** What iptables-restore(8) is given for one family; nothing if nobody is shut out. */
    public static Optional<String> restore(Map<Address, Entry> entries, boolean ipv6) {
        List<String> rules = rules(entries, ipv6);
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder("# Written by Tapbot.\n*mangle\n:TAPBOT-GATE - [0:0]\n");
        rules.forEach(rule -> out.append(rule).append('\n'));
        return Optional.of(out.append("COMMIT\n").toString());
    }

    private static List<String> rules(Map<Address, Entry> entries, boolean ipv6) {
        List<String> rules = new ArrayList<>();
        entries.forEach((address, entry) -> {
            if (address.kind().equals(Incident.BAN)) {
                ban(address.rest(), ipv6).ifPresent(rules::add);
            }
        });
        entries.forEach((address, entry) -> {
            if (address.kind().equals(Incident.ISOLATION)) {
                rules.addAll(isolation(only(entry), ipv6));
            }
        });
        return rules;
    }

    private static SortedSet<Cidr> only(Entry entry) {
        SortedSet<Cidr> only = new TreeSet<>();
        for (String word : entry.written().getOrDefault("only", "").split(" ", -1)) {
            if (!word.isEmpty()) {
                only.add(Cidr.of(word));
            }
        }
        return only;
    }

    /** As iptables prints it. */
    private static Optional<String> ban(String who, boolean ipv6) {
        try {
            IpAddress address = IpAddress.of(who);
            return address.isIpv6() == ipv6
                    ? Optional.of(GATE + "-s " + address + (ipv6 ? "/128" : "/32") + " -j DROP")
                    : Optional.empty();
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    /** Without the last but three a network does not work (RFC 4890, RFC 2131, RFC 8415). */
    private static List<String> isolation(SortedSet<Cidr> only, boolean ipv6) {
        List<String> rules = new ArrayList<>(List.of(
                GATE + "-i lo -j RETURN",
                GATE + "-i docker0 -j RETURN",
                GATE + "-i br-+ -j RETURN",
                GATE + "-m conntrack --ctdir REPLY -j RETURN",
                GATE + (ipv6 ? "-p ipv6-icmp -j RETURN" : "-p icmp -m conntrack --ctstate RELATED -j RETURN"),
                GATE
                        + (ipv6
                                ? "-s fe80::/10 -p udp -m udp --dport 546 -j RETURN"
                                : "-p udp -m udp --sport 67 --dport 68 -j RETURN")));
        for (Cidr block : only) {
            if (block.isIpv6() == ipv6) {
                rules.add(GATE + (block.prefixLength() == 0 ? "" : "-s " + block.value() + " ") + "-j RETURN");
            }
        }
        rules.add(GATE + "-j DROP");
        return rules;
    }

    /** What stands by order, and whether it still has its effect. */
    static List<Incident> standing(Parts parts, SortedMap<Address, Entry> entries) {
        List<Incident> all = new ArrayList<>();
        entries.forEach((address, entry) -> {
            if (Incident.isOne(address)) {
                all.add(new Incident(
                        address,
                        since(entry.written().getOrDefault("since", "")),
                        Cleaned.line(entry.written().getOrDefault("who", "somebody")),
                        inEffect(parts, address, entries),
                        only(entry)));
            }
        });
        return all;
    }

    private static Instant since(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private static boolean inEffect(Parts parts, Address address, SortedMap<Address, Entry> entries) {
        return switch (address.kind()) {
            case Incident.BAN ->
                bans(parts.at("gate4"), ban(address.rest(), false))
                        && bans(parts.at("gate6"), ban(address.rest(), true));
            case Incident.ISOLATION ->
                chain(parts.at("gate4")).equals(rules(entries, false))
                        && chain(parts.at("gate6")).equals(rules(entries, true));
            default -> parts.at("locked").lines().anyMatch(address.rest()::equals);
        };
    }

    /** What somebody has put in front of a ban may let in whom it shuts out. */
    private static boolean bans(String part, Optional<String> rule) {
        return rule.isEmpty()
                || chain(part).stream()
                        .takeWhile(one -> one.endsWith(" -j DROP"))
                        .anyMatch(rule.get()::equals);
    }

    /** The rules in their order; none if nothing leads to them. */
    private static List<String> chain(String part) {
        List<String> all = part.lines().toList();
        return all.contains(LEADS)
                ? all.stream().filter(one -> one.startsWith(GATE)).toList()
                : List.of();
    }
}
