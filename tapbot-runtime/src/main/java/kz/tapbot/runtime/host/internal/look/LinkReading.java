package kz.tapbot.runtime.host.internal.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.runtime.host.internal.keep.Entry;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.host.internal.keep.Places;
import kz.tapbot.runtime.resource.Attributes;
import kz.tapbot.runtime.resource.LinkKeyResource;
import kz.tapbot.runtime.spi.Cleaned;

/** Links and their keys as they are in effect. */
public final class LinkReading {

    /** Under what is remembered which key was made. */
    public static final String PUBLIC_KEY = "public-key";

    /** Under what is remembered by which rules a link was set. */
    public static final String RULES = "rules";

    private static final String PEER = "peer ";
    private static final String FOR = " for ";
    private static final String AS = " as ";

    private LinkReading() {}

    /** A key that is there. */
    static Optional<SortedMap<String, String>> key(Parts parts, String name, Optional<Entry> noted) {
        if (!parts.has("link-key " + name + ".key")) {
            return Optional.empty();
        }
        boolean made = noted.flatMap(entry -> publicKey(parts, name, entry)).isPresent();
        return Optional.of(new Attributes()
                .put("key", made ? LinkKeyResource.MADE : "not the one that was made, or others can read it")
                .all());
    }

    /** The public half of a key, if it is the one that was made and root's alone. */
    static Optional<String> publicKey(Parts parts, String name, Entry noted) {
        List<String> lines = parts.at("link-key " + name + ".key").lines().toList();
        return lines.size() == 2
                        && lines.get(0).equals("600 0")
                        && lines.get(1).equals(noted.remembered().get(PUBLIC_KEY))
                ? Optional.of(lines.get(1))
                : Optional.empty();
    }

    /** A link, in the words of what was written where it is as it says. */
    static Optional<SortedMap<String, String>> end(Parts parts, LinkName link, Entry noted) {
        String device = Places.linkInterface(link);
        if (!parts.has("link " + device)) {
            return Optional.empty();
        }
        String part = parts.at("link " + device);
        NavigableMap<String, String> found = new TreeMap<>(noted.written());
        found.put("address", joined(part, "address "));
        found.put("port", joined(part, "port ") + "/udp");
        found.put("key", joined(part, "key "));
        found.put("state", state(joined(part, "active "), joined(part, "enabled ")));
        peers(part, found);
        String rules = rules(parts, device);
        if (!rules.equals(noted.remembered().get(RULES))) {
            found.put("rules", "not those that were set");
        }
        return Optional.of(found);
    }

    private static String joined(String part, String word) {
        SortedSet<String> values = new TreeSet<>();
        part.lines()
                .filter(line -> line.startsWith(word))
                .forEach(line -> values.add(Cleaned.line(line.substring(word.length()))));
        return values.isEmpty() ? "none" : String.join(", ", values);
    }

    private static String state(String active, String enabled) {
        if (!active.equals("active")) {
            return "down";
        }
        return enabled.equals("enabled") ? "up" : "up until the next boot";
    }

    private static void peers(String part, SortedMap<String, String> found) {
        Map<String, String> allowed = new TreeMap<>();
        part.lines().filter(line -> line.startsWith(PEER)).forEach(line -> {
            String[] fields = line.substring(PEER.length()).split("\t", 2);
            allowed.put(fields[0], fields.length < 2 ? "" : fields[1]);
        });
        for (Map.Entry<String, String> peer : new TreeMap<>(found).entrySet()) {
            if (peer.getKey().startsWith(PEER)) {
                String said = peer.getValue();
                String blocks = allowed.remove(said.substring(0, said.indexOf(' ')));
                if (blocks == null) {
                    found.remove(peer.getKey());
                } else {
                    found.put(peer.getKey(), inEffect(said, blocks, part));
                }
            }
        }
        allowed.forEach((key, blocks) -> found.put(PEER + Cleaned.line(key), "is there, and nobody declared it"));
    }

    private static String inEffect(String said, String blocks, String part) {
        int from = said.indexOf(FOR) + FOR.length();
        int to = said.indexOf(AS);
        String name = said.substring(to + AS.length());
        String known = part.lines().anyMatch(line -> line.startsWith("name ") && line.contains(" " + name + " "))
                ? ""
                : " (a name that the server does not know)";
        boolean same = new TreeSet<>(Arrays.asList(said.substring(from, to).split(", ", -1)))
                .equals(new TreeSet<>(Arrays.asList(blocks.split(" ", -1))));
        return same ? said + known : said.substring(0, from) + Cleaned.line(blocks) + said.substring(to) + known;
    }

    /** The rules of a link as they are in effect, as text to be compared. */
    private static String rules(Parts parts, String device) {
        String chain = LinkRules.chain(device);
        return text(
                in(parts.at("rules4"), chain, "INPUT", "OUTPUT", "DOCKER-USER"),
                in(parts.at("nat4"), chain, "PREROUTING", "POSTROUTING"),
                in(parts.at("rules6"), chain, "INPUT", "OUTPUT", "DOCKER-USER"));
    }

    /** The same as it shall be. */
    public static String rules(LinkRules rules) {
        return text(rules.filter(), rules.nat(), rules.filterIpv6());
    }

    private static String text(List<String> filter, List<String> nat, List<String> filterIpv6) {
        return String.join("\n", filter) + "\n\n" + String.join("\n", nat) + "\n\n" + String.join("\n", filterIpv6);
    }

    /** Those of the link's chains, and where others' chains do not lead there before all others' rules. */
    private static List<String> in(String all, String chain, String... places) {
        List<String> found = new ArrayList<>();
        all.lines()
                .filter(line -> line.startsWith("-A " + chain + " ")
                        || line.startsWith("-A " + chain + "-IN ")
                        || line.startsWith("-A " + chain + "-OUT "))
                .sorted((one, other) -> one.split(" ", 3)[1].compareTo(other.split(" ", 3)[1]))
                .forEach(found::add);
        String first = all.lines()
                .filter(rule -> rule.startsWith("-A FORWARD "))
                .findFirst()
                .orElse("");
        if (List.of(places).contains("DOCKER-USER") && !first.equals("-A FORWARD -j DOCKER-USER")) {
            found.add("others come before DOCKER-USER");
        }
        for (String place : places) {
            boolean leads = false;
            for (String line : all.lines()
                    .filter(rule -> rule.startsWith("-A " + place + " "))
                    .toList()) {
                leads |= line.matches("-A \\S+ -j \\Q" + chain + "\\E(-IN|-OUT)?");
                if (!leads && !line.contains(" -j TAPBOT-") && !place.equals("POSTROUTING")) {
                    break;
                }
            }
            if (!leads) {
                found.add("nothing leads there from " + place);
            }
        }
        return found;
    }
}
