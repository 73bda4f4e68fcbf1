package kz.tapbot.runtime.host.internal.look;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.resource.Attributes;
import kz.tapbot.runtime.spi.Cleaned;

/** Users with an account for people. */
final class UserReading {

    private static final int FIRST = 1000;
    private static final int NOBODY = 65_534;

    private UserReading() {}

    /** By name, in the attributes of a user. */
    static SortedMap<String, SortedMap<String, String>> of(Parts parts) {
        NavigableMap<String, SortedMap<String, String>> all = new TreeMap<>();
        parts.at("users").lines().forEach(line -> {
            String[] fields = line.split(":", -1);
            if (fields.length == 7 && fields[2].matches("\\d{1,9}")) {
                int number = Integer.parseInt(fields[2]);
                if (number >= FIRST && number != NOBODY) {
                    all.put(fields[0], user(fields[0], parts));
                }
            }
        });
        return all;
    }

    private static SortedMap<String, String> user(String name, Parts parts) {
        Attributes user = new Attributes().list("groups", groups(name, parts.at("groups")));
        parts.at("expiry")
                .lines()
                .filter(line -> line.matches("\\Q" + name + "\\E:\\d{1,7}"))
                .forEach(line -> {
                    long shut = Long.parseLong(line.substring(line.indexOf(':') + 1));
                    user.put("expires", LocalDate.ofEpochDay(shut - 1));
                });
        parts.at("keys " + name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> user.put("key " + Cleaned.line(line, 1100), "may log in"));
        return user.all();
    }

    /** The groups that list it: its own is none of them. */
    private static SortedSet<String> groups(String name, String groups) {
        NavigableSet<String> found = new TreeSet<>();
        groups.lines().forEach(line -> {
            String[] fields = line.split(":", -1);
            if (fields.length == 4
                    && java.util.List.of(fields[3].split(",", -1)).contains(name)) {
                found.add(Cleaned.line(fields[0]));
            }
        });
        return found;
    }
}
