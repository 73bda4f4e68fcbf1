package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.spi.Cleaned;

/** The accounts of a server. */
final class AccountReading {

    /** Shells that end at once (nologin(8)). */
    private static final Set<String> NO_SHELLS =
            Set.of("/usr/sbin/nologin", "/sbin/nologin", "/bin/false", "/usr/bin/false", "/bin/sync");

    private static final int MOST_KEYS = 200;

    private AccountReading() {}

    /** By number and name. */
    static List<Account> of(Parts parts) {
        Map<String, String> passwords = pairs(parts.at("passwords"), " ");
        Map<String, String> expiry = pairs(parts.at("expiry"), ":");
        Map<String, SortedSet<String>> groups = groups(parts.at("groups"));
        Map<String, String> names = names(parts.at("groups"));
        List<Account> all = new ArrayList<>();
        parts.at("users").lines().forEach(line -> {
            String[] fields = line.split(":", -1);
            if (fields.length == 7 && fields[2].matches("\\d{1,9}")) {
                String name = fields[0];
                SortedSet<String> in = groups.getOrDefault(name, new TreeSet<>());
                String own = names.getOrDefault(fields[3], "");
                if (!own.isEmpty() && !own.equals(name)) {
                    in.add(own);
                }
                all.add(new Account(
                        Cleaned.line(name, 60),
                        Integer.parseInt(fields[2]),
                        !NO_SHELLS.contains(fields[6]),
                        Account.Password.valueOf(password(passwords.getOrDefault(name, "locked"))),
                        in,
                        SurveyReading.lastDay(expiry.getOrDefault(name, "")),
                        keys(parts.at(name.equals("root") ? "root-keys" : "keys " + name))));
            }
        });
        all.sort(Comparator.comparingInt(Account::number).thenComparing(Account::name));
        return all;
    }

    private static String password(String state) {
        return Set.of("set", "none").contains(state) ? state.toUpperCase(Locale.ROOT) : "LOCKED";
    }

    private static Map<String, String> pairs(String part, String between) {
        Map<String, String> all = new HashMap<>();
        part.lines().forEach(line -> {
            int at = line.indexOf(between);
            if (at > 0) {
                all.put(line.substring(0, at), line.substring(at + 1));
            }
        });
        return all;
    }

    private static Map<String, SortedSet<String>> groups(String part) {
        Map<String, SortedSet<String>> all = new TreeMap<>();
        part.lines()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length == 4)
                .forEach(fields -> {
                    for (String member : fields[3].split(",", -1)) {
                        all.computeIfAbsent(member, first -> new TreeSet<>()).add(Cleaned.line(fields[0], 60));
                    }
                });
        return all;
    }

    private static Map<String, String> names(String part) {
        Map<String, String> all = new HashMap<>();
        part.lines()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length == 4)
                .forEach(fields -> all.put(fields[2], Cleaned.line(fields[0], 60)));
        return all;
    }

    private static List<String> keys(String part) {
        return part.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .limit(MOST_KEYS)
                .map(line -> Cleaned.line(line, 4_000))
                .toList();
    }
}
