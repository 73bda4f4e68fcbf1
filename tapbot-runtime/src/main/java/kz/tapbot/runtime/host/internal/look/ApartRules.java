package kz.tapbot.runtime.host.internal.look;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.resource.Ipv6Network;

/**
 * Rules of ip6tables that keep container networks with IPv6 apart from each other, and internal ones inside. Docker before 27.0 has such rules for IPv4 only. What is
 * on one bridge passes by them, too, where the kernel says so, and with it what neighbours need to find each other (RFC 4861).
 */
final class ApartRules {

    private static final String FWD = "-A TAPBOT-FWD ";
    private static final Pattern RULE = Pattern.compile(
            "-A TAPBOT-FWD (?:-s (\\S+) )?(?:-d (\\S+) )?(?:-i (?:docker0|br-\\+) )?-j (?:RETURN|DROP)");
    private static final String LINK_LOCAL = "fe80::/10";
    private static final String MULTICAST = "ff00::/8";

    private ApartRules() {}

    /** Of all networks, as ip6tables prints them. */
    static List<String> of(Collection<Ipv6Network> networks) {
        return networks.stream().flatMap(network -> of(network).stream()).toList();
    }

    private static List<String> of(Ipv6Network network) {
        Cidr block = network.block();
        List<String> rules = new ArrayList<>();
        rules.add(FWD + "-s " + block + " -d " + block + " -j RETURN");
        rules.add(FWD + "-s " + LINK_LOCAL + " -d " + block + " -j RETURN");
        if (network.internal()) {
            rules.add(FWD + "-s " + block + " -d " + LINK_LOCAL + " -j RETURN");
            rules.add(FWD + "-s " + block + " -d " + MULTICAST + " -j RETURN");
            rules.add(FWD + "-s " + block + " -j DROP");
        }
        rules.add(FWD + "-d " + block + " -i docker0 -j DROP");
        rules.add(FWD + "-d " + block + " -i br-+ -j DROP");
        return rules;
    }

    /** Whether a rule is one of those of some network. */
    static boolean isOne(String line) {
        return !block(line).isEmpty();
    }

    /**
     * The networks that rules in effect keep apart, by the names of their attributes.
     *
     * @param lines rules for which {@link #isOne} holds, in their order
     */
    static void read(List<String> lines, SortedMap<String, String> networks) {
        Map<String, List<String>> byBlock = new LinkedHashMap<>();
        lines.forEach(line ->
                byBlock.computeIfAbsent(block(line), first -> new ArrayList<>()).add(line));
        byBlock.forEach((text, rules) -> {
            Ipv6Network inside = new Ipv6Network(Cidr.of(text), true);
            Ipv6Network apart = new Ipv6Network(Cidr.of(text), false);
            boolean is = rules.equals(of(inside)) || rules.equals(of(apart));
            networks.put(
                    inside.key(), !is ? "not as it was" : rules.equals(of(inside)) ? inside.value() : apart.value());
        });
    }

    /** The block that a rule is about; empty if it is none of ours. */
    private static String block(String line) {
        Matcher matcher = RULE.matcher(line);
        if (!matcher.matches()) {
            return "";
        }
        for (int group = 1; group <= 2; group++) {
            String block = matcher.group(group);
            if (block != null && !block.equals(LINK_LOCAL) && !block.equals(MULTICAST)) {
                try {
                    return Cidr.of(block).value();
                } catch (InvalidValueException e) {
                    return "";
                }
            }
        }
        return "";
    }
}
