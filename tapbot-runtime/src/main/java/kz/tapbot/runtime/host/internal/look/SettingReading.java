package kz.tapbot.runtime.host.internal.look;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.runtime.host.internal.keep.Entry;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.resource.Attributes;
import kz.tapbot.runtime.resource.FirewallResource;
import kz.tapbot.runtime.resource.Resource;
import kz.tapbot.runtime.resource.TimeZoneResource;
import kz.tapbot.runtime.spi.Cleaned;

/** Settings that a system always has, as they are in effect. */
public final class SettingReading {

    private static final String ZONES = "/usr/share/zoneinfo/";

    /** The algorithms of sshd are one value, of which the last name counts as much as the first. */
    private static final int LONGEST = 4_000;

    private static final String GATE = "-A PREROUTING -j TAPBOT-JAIL";

    private SettingReading() {}

    /** By keyword, as {@code sshd -T} gives them; several values of one with commas between. */
    public static SortedMap<String, String> sshd(String printed) {
        NavigableMap<String, String> all = new TreeMap<>();
        printed.lines().forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0) {
                String value = line.substring(space + 1).strip();
                String known = value.equals("without-password") ? "prohibit-password" : Cleaned.line(value, LONGEST);
                all.merge(
                        line.substring(0, space),
                        known,
                        (one, other) -> List.of(one.split(", ", -1)).contains(other) ? one : one + ", " + other);
            }
        });
        return all;
    }

    /** A kernel setting. One of ours has to hold at the next boot as well. */
    static Optional<SortedMap<String, String>> sysctl(String key, Parts parts, boolean ours) {
        Optional<String> now = parts.at("sysctl")
                .lines()
                .filter(line -> line.startsWith(key + " "))
                .findFirst();
        return now.map(line -> {
            String value = Cleaned.line(line.substring(key.length() + 1).strip().replaceAll("\\s+", " "));
            Optional<String> boot = atBoot(key, parts.at("sysctl-boot"));
            boolean lasts = boot.map(value::equals).orElse(!ours);
            return new Attributes()
                    .put("value", value + (lasts ? "" : " (until the next boot)"))
                    .all();
        });
    }

    /** The last that is said wins (sysctl.d(5)). */
    private static Optional<String> atBoot(String key, String files) {
        String other = key.replace('.', '/');
        return files.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#") && !line.startsWith(";"))
                .map(line -> line.startsWith("-") ? line.substring(1) : line)
                .map(line -> line.split("\\s*=\\s*", 2))
                .filter(setting -> setting.length == 2 && (setting[0].equals(key) || setting[0].equals(other)))
                .map(setting -> setting[1].replaceAll("\\s+", " "))
                .reduce((first, second) -> second);
    }

    /** Ours by the size of its file; others' by what the kernel tells, which is a page less than the file. */
    public static Optional<SortedMap<String, String>> swap(String part) {
        long bytes = 0;
        boolean ours = false;
        for (String line : part.lines().skip(1).toList()) {
            String[] fields = line.split("\\s+", -1);
            if (fields[0].equals("ours") && ours) {
                return Optional.of(size(Long.parseLong(fields[1])));
            }
            if (fields.length >= 3 && fields[2].matches("\\d{1,12}")) {
                ours |= fields[0].endsWith("/swapfile") && fields[0].contains("tapbot");
                bytes += Long.parseLong(fields[2]) * 1024 + 4096;
            }
        }
        return bytes == 0 ? Optional.empty() : Optional.of(size(bytes));
    }

    private static SortedMap<String, String> size(long bytes) {
        return new Attributes().put("size", DataSize.bytes(bytes)).all();
    }

    /** Without a link it is UTC (localtime(5)). */
    public static SortedMap<String, String> zone(String link) {
        String target = link.strip();
        int at = target.indexOf(ZONES);
        String zone = target.isEmpty() ? "UTC" : at < 0 ? target : target.substring(at + ZONES.length());
        return new Attributes()
                .put("zone", TimeZoneResource.plain(Cleaned.line(zone)))
                .all();
    }

    /** Jails that run, by name. Others' bans, and those that nothing leads to, leave out what comes for containers. */
    static SortedMap<String, SortedMap<String, String>> jails(String part, String four, String six) {
        boolean gate = four.contains(GATE) && six.contains(GATE);
        NavigableMap<String, SortedMap<String, String>> all = new TreeMap<>();
        part.lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            if (words.length >= 5 && Arrays.stream(words, 1, 4).allMatch(word -> word.matches("-?\\d{1,9}"))) {
                NavigableSet<String> ignored = new TreeSet<>();
                Arrays.stream(words, 5, words.length).forEach(word -> ignored.add(block(word)));
                Attributes jail = new Attributes()
                        .put("maxretry", words[1])
                        .put("findtime", Duration.ofSeconds(Long.parseLong(words[2])))
                        .put("bantime", Duration.ofSeconds(Long.parseLong(words[3])))
                        .list("ignored", ignored);
                if (!gate || !words[4].equals("tapbot")) {
                    jail.put("bans", "do not hold for containers");
                }
                all.put(Cleaned.line(words[0]), jail.all());
            }
        });
        return all;
    }

    private static String block(String word) {
        try {
            return Cidr.of(word).value();
        } catch (kz.tapbot.model.value.InvalidValueException e) {
            return Cleaned.line(word);
        }
    }

    /** The rules of ours that are in effect, in the words of what was written or shall be where they are as it says. */
    static Optional<SortedMap<String, String>> firewall(Parts parts, Optional<Resource> wanted, Optional<Entry> noted) {
        String four = parts.at("rules4");
        String six = parts.at("rules6");
        if (!FirewallRules.isThere(four, six)) {
            return Optional.empty();
        }
        NavigableMap<String, String> open = new TreeMap<>();
        List<String> wrong = FirewallRules.read(four, six, open);
        NavigableMap<String, String> known = new TreeMap<>();
        NavigableMap<String, String> words = new TreeMap<>();
        wanted.ifPresent(resource -> {
            if (resource instanceof FirewallResource firewall) {
                known.putAll(FirewallRules.compared(firewall));
                words.putAll(firewall.attributes(NoContents.NONE));
            }
        });
        noted.ifPresent(entry -> {
            if (wanted.isEmpty()) {
                known.putAll(entry.remembered());
                words.putAll(entry.written());
            }
        });
        Attributes found = new Attributes()
                .put("incoming", wrong.isEmpty() ? "deny" : "not in effect: " + String.join("; ", wrong));
        open.forEach((key, sources) -> found.put(
                key, sources.equals(known.get(key)) ? words.getOrDefault(key, sources) : sources + " (in effect)"));
        return Optional.of(found.all());
    }
}
