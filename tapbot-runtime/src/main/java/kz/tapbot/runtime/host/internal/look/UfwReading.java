package kz.tapbot.runtime.host.internal.look;

import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.runtime.host.internal.keep.Parts;
import kz.tapbot.runtime.spi.Cleaned;

/** Rules of UFW, which stay: a packet has to pass ours and these. */
public final class UfwReading {

    /** As ufw(8) notes them for itself: action, protocol, port and address there, port and address here, direction. */
    private static final Pattern TUPLE =
            Pattern.compile("### tuple ### allow (tcp|udp|any) (\\d{1,5}) (\\S+) any (\\S+) in(?: .*)?");

    private UfwReading() {}

    /** Whether UFW is on. */
    public static boolean isOn(Parts parts) {
        return parts.at("ufw").lines().anyMatch("ENABLED=yes"::equals);
    }

    /** Who may come to which port by UFW while it is on. */
    static SortedMap<String, String> rules(Parts parts) {
        NavigableMap<String, String> all = new TreeMap<>();
        if (isOn(parts)) {
            parts.at("ufw-rules").lines().forEach(line -> {
                Matcher rule = TUPLE.matcher(line);
                if (rule.matches()) {
                    String from =
                            rule.group(4).equals("0.0.0.0/0") || rule.group(4).equals("::/0")
                                    ? "everybody"
                                    : Cleaned.line(rule.group(4));
                    String protocol = rule.group(1).equals("any") ? "tcp" : rule.group(1);
                    all.merge(
                            rule.group(2) + "/" + protocol,
                            from,
                            (one, other) -> one.equals(other) ? one : one + ", " + other);
                }
            });
        }
        return all;
    }
}
