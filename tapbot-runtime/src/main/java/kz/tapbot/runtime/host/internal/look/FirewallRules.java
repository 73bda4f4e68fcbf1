package kz.tapbot.runtime.host.internal.look;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.runtime.resource.FirewallResource;
import kz.tapbot.runtime.resource.Opening;

/**
 * Rules of iptables for a set of openings, and back. Two chains of ours: one that everything for the server itself passes first, and one that everything for
 * containers passes first, where ports are told apart as visitors named them, before the engine has turned them into those of containers. What they let
 * pass goes on to others' rules; everything else is dropped.
 */
public final class FirewallRules {

    private static final String EVERYBODY = "everybody";
    private static final String IN = "-A TAPBOT-IN ";
    private static final String FWD = "-A TAPBOT-FWD ";
    private static final String ANSWERS = "-m conntrack --ctstate RELATED,ESTABLISHED -j RETURN";
    private static final String HOST = "-m comment --comment tapbot-host -j RETURN";
    private static final String CONTAINER = "-m comment --comment tapbot-container -j RETURN";
    private static final Pattern INPUT_RULE = Pattern.compile(
            "-A TAPBOT-IN (?:-s (\\S+) )?-p (tcp|udp) -m \\2 --dport (\\d+) -m comment --comment tapbot-(host|container) -j RETURN");
    private static final Pattern FORWARD_RULE = Pattern.compile(
            "-A TAPBOT-FWD (?:-s (\\S+) )?-p (tcp|udp) -m conntrack --ctstate DNAT --ctorigdstport (\\d+) --ctdir ORIGINAL -j RETURN");

    private FirewallRules() {}

    /** What iptables-restore(8) is given for one family: both chains at once, or neither. */
    public static String restore(FirewallResource firewall, boolean ipv6) {
        StringBuilder out = new StringBuilder("""
            # Written by Tapbot from the declaration; changes made here are lost.
            *filter
            :TAPBOT-IN - [0:0]
            :TAPBOT-FWD - [0:0]
            """);
        if (ipv6) {
            out.append(FWD).append(ANSWERS).append('\n');
            ApartRules.of(firewall.networks()).forEach(line -> out.append(line).append('\n'));
        }
        head(ipv6).stream()
                .filter(line -> !(ipv6 && line.equals(FWD + ANSWERS)))
                .forEach(line -> out.append(line).append('\n'));
        for (Opening opening : firewall.openings()) {
            for (String source : sources(opening, ipv6)) {
                String from = source.equals(EVERYBODY) ? "" : "-s " + source + " ";
                String protocol = opening.port().protocol().name().toLowerCase(java.util.Locale.ROOT);
                int port = opening.port().number();
                out.append(IN)
                        .append(from)
                        .append("-p ")
                        .append(protocol)
                        .append(" -m ")
                        .append(protocol);
                out.append(" --dport ")
                        .append(port)
                        .append(' ')
                        .append(opening.container() ? CONTAINER : HOST)
                        .append('\n');
                if (opening.container()) {
                    out.append(FWD).append(from).append("-p ").append(protocol);
                    out.append(" -m conntrack --ctstate DNAT --ctorigdstport ").append(port);
                    out.append(" --ctdir ORIGINAL -j RETURN\n");
                }
            }
        }
        tail().forEach(line -> out.append(line).append('\n'));
        return out.append("COMMIT\n").toString();
    }

    /** What comes first, as iptables prints it: the machine itself, answers, and without which a network does not work (RFC 4890, RFC 2131, RFC 8415). */
    private static List<String> head(boolean ipv6) {
        return List.of(
                IN + "-i lo -j RETURN",
                IN + ANSWERS,
                IN + (ipv6 ? "-p ipv6-icmp -j RETURN" : "-p icmp -j RETURN"),
                IN
                        + (ipv6
                                ? "-s fe80::/10 -p udp -m udp --dport 546 -j RETURN"
                                : "-p udp -m udp --sport 67 --dport 68 -j RETURN"),
                FWD + ANSWERS,
                FWD + "-i docker0 -j RETURN",
                FWD + "-i br-+ -j RETURN");
    }

    /** Only what is for containers: what else a machine forwards is not the engine's. */
    private static List<String> tail() {
        return List.of(IN + "-j DROP", FWD + "-o docker0 -j DROP", FWD + "-o br-+ -j DROP");
    }

    private static SortedSet<String> sources(Opening opening, boolean ipv6) {
        NavigableSet<String> sources = new TreeSet<>();
        if (opening.from().isEmpty()) {
            sources.add(EVERYBODY);
        }
        for (Cidr block : opening.from()) {
            if (block.isIpv6() == ipv6) {
                sources.add(block.value());
            }
        }
        return sources;
    }

    /** Who is let in to each opening, and which networks are kept apart, as it is compared: by the name of its attribute. */
    public static SortedMap<String, String> compared(FirewallResource firewall) {
        NavigableMap<String, SortedSet<String>> all = new TreeMap<>();
        for (Opening opening : firewall.openings()) {
            SortedSet<String> into =
                    all.computeIfAbsent(key(opening.port().toString(), opening.container()), k -> new TreeSet<>());
            for (boolean ipv6 : new boolean[] {false, true}) {
                sources(opening, ipv6)
                        .forEach(source -> into.add(source + (source.equals(EVERYBODY) ? family(ipv6) : "")));
            }
        }
        SortedMap<String, String> compared = joined(all);
        firewall.networks().forEach(network -> compared.put(network.key(), network.value()));
        return compared;
    }

    private static String key(String port, boolean container) {
        return "open " + port + (container ? " (container)" : "");
    }

    private static String family(boolean ipv6) {
        return ipv6 ? " by IPv6" : " by IPv4";
    }

    private static SortedMap<String, String> joined(SortedMap<String, SortedSet<String>> all) {
        NavigableMap<String, String> joined = new TreeMap<>();
        all.forEach((key, sources) -> joined.put(key, String.join(", ", sources)));
        return joined;
    }

    /**
     * What is in effect, in the same form.
     *
     * @param four all rules of IPv4 as {@code iptables -S} prints them
     * @param six those of IPv6
     * @param open who is let in to each opening, and which networks are kept apart; added to
     * @return nothing if these are all and come first, else what is not so
     */
    public static List<String> read(String four, String six, SortedMap<String, String> open) {
        List<String> wrong = new ArrayList<>();
        NavigableMap<String, SortedSet<String>> all = new TreeMap<>();
        NavigableMap<String, SortedSet<String>> behind = new TreeMap<>();
        for (boolean ipv6 : new boolean[] {false, true}) {
            List<String> lines = (ipv6 ? six : four).lines().toList();
            read(lines, ipv6, all, behind, wrong);
        }
        behind.forEach((key, sources) -> {
            if (!sources.equals(all.get(key))) {
                wrong.add(key + " differs between the server and its containers");
            }
        });
        open.putAll(joined(all));
        ApartRules.read(six.lines().filter(ApartRules::isOne).toList(), open);
        return wrong;
    }

    /** Whether there is anything of ours. */
    public static boolean isThere(String four, String six) {
        return (four + six).contains("-N TAPBOT-IN");
    }

    private static void read(
            List<String> lines,
            boolean ipv6,
            SortedMap<String, SortedSet<String>> all,
            SortedMap<String, SortedSet<String>> behind,
            List<String> wrong) {
        List<String> fixed = new ArrayList<>();
        boolean ended = false;
        boolean passed = false;
        for (String line : lines) {
            Matcher in = INPUT_RULE.matcher(line);
            Matcher forward = FORWARD_RULE.matcher(line);
            if (in.matches()) {
                add(all, key(in.group(3) + "/" + in.group(2), in.group(4).equals("container")), in.group(1), ipv6);
            } else if (forward.matches()) {
                add(behind, key(forward.group(3) + "/" + forward.group(2), true), forward.group(1), ipv6);
            } else if (ipv6 && ApartRules.isOne(line)) {
                if (passed) {
                    wrong.add("networks are kept apart too late" + family(true));
                }
            } else if (line.startsWith(IN) || line.startsWith(FWD)) {
                fixed.add(line);
            }
            passed |= line.startsWith(FWD + "-i ");
            if ((in.matches() || forward.matches()) && ended) {
                wrong.add("a rule after the last one" + family(ipv6));
            }
            ended |= line.equals(tail().get(0));
        }
        List<String> expected = new ArrayList<>(head(ipv6));
        expected.addAll(tail());
        if (!new TreeSet<>(fixed).equals(new TreeSet<>(expected)) || fixed.size() != expected.size()) {
            wrong.add("not the rules that hold it together" + family(ipv6));
        }
        refuseBehind(lines, "INPUT", "TAPBOT-IN", ipv6, wrong);
        refuseBehind(lines, "DOCKER-USER", "TAPBOT-FWD", ipv6, wrong);
        if (lines.stream().noneMatch("-A FORWARD -j DOCKER-USER"::equals)) {
            wrong.add("nothing leads to DOCKER-USER" + family(ipv6));
        }
    }

    private static void refuseBehind(List<String> lines, String chain, String ours, boolean ipv6, List<String> wrong) {
        String first = lines.stream()
                .filter(line -> line.startsWith("-A " + chain + " "))
                .findFirst()
                .orElse("");
        if (!first.equals("-A " + chain + " -j " + ours)) {
            wrong.add(ours + " is not the first of " + chain + family(ipv6));
        }
    }

    private static void add(
            SortedMap<String, SortedSet<String>> into,
            String key,
            @org.jspecify.annotations.Nullable String source,
            boolean ipv6) {
        into.computeIfAbsent(key, k -> new TreeSet<>())
                .add(source == null ? EVERYBODY + family(ipv6) : kz.tapbot.runtime.spi.Cleaned.line(source));
    }
}
