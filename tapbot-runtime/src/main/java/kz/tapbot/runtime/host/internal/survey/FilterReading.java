package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.host.internal.look.FirewallRules;
import kz.tapbot.runtime.host.internal.look.UfwReading;
import kz.tapbot.runtime.host.result.SurveyCode;
import kz.tapbot.runtime.spi.Cleaned;

/** Whom a server lets in, by the rules of the kernel and what UFW notes of its own. */
public final class FilterReading {

    /** An opening of ours in words, as {@link FirewallRules#read} gives it. */
    private static final Pattern OURS = Pattern.compile("open (\\d{1,5})/(tcp|udp)( \\(container\\))?");

    private static final Pattern DEFAULT = Pattern.compile("(?m)^DEFAULT_INPUT_POLICY=\"?([A-Z]+)\"?\\s*$");

    /** Tables that iptables and the engine make for themselves (iptables-nft(8); dockerd, firewall-backend). */
    private static final Pattern KNOWN_TABLE =
            Pattern.compile("table (?:ip|ip6) (?:filter|nat|mangle|raw|security|docker-bridges)|table inet f2b-table");

    private static final String HARMLESS = "-A DOCKER-USER -j RETURN";
    /** To the chains of Tapbot's firewall and links. */
    private static final String LEADS = " -j TAPBOT-";

    private final Parts parts;
    private final boolean ipv6;
    private final List<Listener> listeners;
    private final List<Remark> remarks = new ArrayList<>();
    private final Sources sources = new Sources();

    FilterReading(Parts parts, boolean ipv6, List<Listener> listeners) {
        this.parts = parts;
        this.ipv6 = ipv6;
        this.listeners = listeners.stream().filter(Listener::isOutside).toList();
    }

    Filter read() {
        Filter.Kind kind = kind();
        forContainers();
        return new Filter(
                kind, sources.openings(ipv6, kind == Filter.Kind.UFW ? "allowed by ufw" : "found open"), remarks);
    }

    private Filter.Kind kind() {
        String four = parts.at("rules4");
        if (FirewallRules.isThere(four, parts.at("rules6"))) {
            return ours();
        }
        if (UfwReading.isOn(parts)) {
            return ufw(four);
        }
        others(four);
        return Filter.Kind.NONE;
    }

    private Filter.Kind ours() {
        NavigableMap<String, String> open = new TreeMap<>();
        List<String> wrong = FirewallRules.read(parts.at("rules4"), parts.at("rules6"), open);
        if (!wrong.isEmpty()) {
            remarks.add(new Remark(
                    SurveyCode.FIREWALL_IDLE,
                    "The rules of Tapbot's firewall are there, and not as it sets them: " + String.join("; ", wrong)
                            + ".\nWhat they are to refuse may be open. The import takes it as open."
                            + "\nApply the declaration that the server was made from, and import again."));
            return Filter.Kind.NONE;
        }
        if (UfwReading.isOn(parts)) {
            remarks.add(besideOurs());
        }
        open.forEach((key, from) -> {
            Matcher opening = OURS.matcher(key);
            if (opening.matches()) {
                Port port = new Port(
                        Integer.parseInt(opening.group(1)),
                        opening.group(2).equals("tcp") ? Protocol.TCP : Protocol.UDP);
                for (String each : from.split(", ", -1)) {
                    source(each, port, opening.group(3) != null);
                }
            }
        });
        return Filter.Kind.OURS;
    }

    /** A packet for the server itself has to pass both. */
    public static Remark besideOurs() {
        return new Remark(SurveyCode.NOT_CARRIED, """
            UFW is on beside Tapbot's firewall.
            What it refuses of the server itself is not read: less may be open than the source says.
            Turn it off (ufw disable) if nobody needs it: Tapbot's rules hold without it.\
            """);
    }

    private void source(String text, Port port, boolean container) {
        if (text.startsWith("everybody by ")) {
            sources.add(port, container, Sources.any(text.endsWith("IPv6")));
        } else {
            try {
                sources.add(port, container, Cidr.of(text));
            } catch (InvalidValueException e) {
                notSaid(List.of("the source " + Cleaned.line(text, 60) + " of " + port));
            }
        }
    }

    private Filter.Kind ufw(String four) {
        if (!four.contains("-A INPUT -j ufw-before-input")) {
            remarks.add(new Remark(SurveyCode.FIREWALL_IDLE, """
                UFW is set to be on, and its rules are not in the kernel.
                Nothing is refused until it is loaded again, at the latest by the next boot.
                Run "ufw reload" there, see by "ufw status verbose" that it is active, and import again.\
                """));
            return Filter.Kind.NONE;
        }
        Matcher policy = DEFAULT.matcher(parts.at("ufw-defaults"));
        if (policy.find() && policy.group(1).equals("ACCEPT")) {
            remarks.add(new Remark(SurveyCode.FIREWALL_IDLE, """
                UFW is on, and lets in by default whatever no rule refuses.
                Every program that listens, now or after the next package, is open to everybody.
                Let SSH in first ("ufw allow from YOUR-ADDRESS to any port 22 proto tcp"), then run "ufw default deny incoming".\
                """));
            return Filter.Kind.NONE;
        }
        List<Port> ports = listeners.stream().map(Listener::port).distinct().toList();
        String[] files = halves(parts.at("ufw-rules"));
        List<String> notSaid = new ArrayList<>(new UfwRules(false, sources, ports).read(files[0]));
        if (parts.at("rules6").contains("-A INPUT -j ufw6-before-input")) {
            notSaid.addAll(new UfwRules(true, sources, ports).read(files[1]));
        } else if (ipv6 && !parts.at("rules6").contains("-P INPUT DROP")) {
            byIpv6();
        }
        notSaid(notSaid);
        tables();
        return Filter.Kind.UFW;
    }

    /** The rules of both files one after the other: those of IPv6 begin where the second table does. */
    private static String[] halves(String rules) {
        int second = rules.indexOf("*filter", rules.indexOf("*filter") + 1);
        return second < 0
                ? new String[] {rules, ""}
                : new String[] {rules.substring(0, second), rules.substring(second)};
    }

    private void byIpv6() {
        listeners.stream()
                .filter(Listener::isByIpv6)
                .forEach(each -> sources.add(each.port(), false, Sources.ANY_IPV6));
        remarks.add(new Remark(SurveyCode.ONE_FAMILY, """
            UFW holds for IPv4 alone, and the server has an address of IPv6.
            By IPv6 everybody reaches every program that listens there. The import takes these as open by IPv6.
            Set IPV6=yes in /etc/default/ufw and run "ufw reload".\
            """));
    }

    private void notSaid(List<String> rules) {
        if (!rules.isEmpty()) {
            remarks.add(new Remark(
                    SurveyCode.NOT_CARRIED,
                    "Rules of the firewall that Tapbot has no words for, or not for all of it: " + Texts.some(rules)
                            + ".\nWhere one opens something to fewer than the source says, the source says too much."
                            + "\nSee with \"reach\" what the source opens, and change it there."));
        }
    }

    /** Neither UFW nor ours: what it does is not read, and what it refuses taken as open. */
    private void others(String four) {
        boolean rules = four.lines().anyMatch(FilterReading::isOthers)
                || parts.at("rules6").lines().anyMatch(FilterReading::isOthers);
        if (rules) {
            notRead("There are rules for incoming packets that are neither UFW's nor Tapbot's.");
        } else {
            tables();
        }
    }

    private static boolean isOthers(String line) {
        return line.startsWith("-P INPUT D")
                || line.startsWith("-A INPUT ") && !line.contains(" -j f2b-") && !line.contains(" -j ufw");
    }

    private void tables() {
        List<String> others = parts.at("nft")
                .lines()
                .map(String::strip)
                .filter(line ->
                        line.startsWith("table ") && !KNOWN_TABLE.matcher(line).matches())
                .map(line -> Cleaned.line(line, 80))
                .toList();
        if (!others.isEmpty()) {
            notRead("There are tables of nftables that are neither UFW's nor Tapbot's: " + Texts.some(others) + ".");
        }
    }

    private void notRead(String what) {
        remarks.add(new Remark(
                SurveyCode.FIREWALL_NOT_READ,
                what + "\n"
                        + "They are not read. What they refuse is taken as open, which may be more than is.\n"
                        + "Say in the source who is to reach what; the firewall that Tapbot sets comes before"
                        + " them."));
    }

    /** What others have put before what the engine forwards. */
    private void forContainers() {
        boolean rules = parts.at("rules4")
                .lines()
                .anyMatch(
                        line -> line.startsWith("-A DOCKER-USER ") && !line.equals(HARMLESS) && !line.contains(LEADS));
        if (rules) {
            notRead("There are rules for published ports of containers (DOCKER-USER) that are not Tapbot's.");
        }
    }
}
