package kz.tapbot.validate.internal.services;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2321 and TB2322: values that arrive as something else than was meant: with quotes around them, or as a time zone that nobody knows. */
final class EnvironmentValues implements ServiceCheck {

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final List<String> ZONE_VARIABLES = List.of("TZ", "GENERIC_TIMEZONE", "PGTZ");
    /** POSIX 8.3: in {@code UTC+5} the sign says how far west, so that it is five hours behind. */
    private static final Pattern REVERSED = Pattern.compile("(?:UTC|GMT)[+-]?[0-9]{1,2}(?::?[0-9]{2})?");

    private static final Pattern POSIX = Pattern.compile("(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]+>)[+-]?[0-9:]+.*|:?/.*");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        for (Map.Entry<String, EnvironmentValue> variable :
                entry.service().environment().entrySet()) {
            String text = variable.getValue().text().orElse("");
            if (isQuoted(text)) {
                quoted(findings, entry, variable.getKey());
            } else if (ZONE_VARIABLES.contains(variable.getKey()) && !text.isEmpty() && !isZone(text)) {
                zone(findings, entry, variable.getKey(), text);
            }
        }
    }

    private static boolean isQuoted(String text) {
        if (text.length() < 2) {
            return false;
        }
        char quote = text.charAt(0);
        return (quote == '"' || quote == '\'') && text.indexOf(quote, 1) == text.length() - 1;
    }

    private static boolean isZone(String text) {
        if (REVERSED.matcher(text).matches()) {
            return ZONES.contains(text);
        }
        return ZONES.contains(text) || POSIX.matcher(text).matches();
    }

    private static void quoted(Findings findings, ServiceEntry entry, String name) {
        findings.add(
                TopologyCode.QUOTES_KEPT,
                entry.at("environment." + name, "environment"),
                """
                {} sets {} to a text with quotes around it.
                No shell takes them away: the program gets them as part of the value, and a path, a number or a password does not match.
                Leave them out:
                    .environment("{}", "…")
                """,
                entry.address(),
                name,
                name);
    }

    private static void zone(Findings findings, ServiceEntry entry, String name, String text) {
        boolean reversed = REVERSED.matcher(text).matches();
        findings.add(
                TopologyCode.TIME_ZONE_UNKNOWN,
                entry.at("environment." + name, "environment"),
                """
                {} sets {} to {}, {}.
                {}: whatever it does by the clock is hours off.
                Name a city of the zone, as the time zone database does:
                    .environment("{}", "Asia/Almaty")
                """,
                entry.address(),
                name,
                text,
                reversed ? "which reads backwards" : "which is no zone of the time zone database",
                reversed
                        ? "After + stands how far west it is, so that the program is on the other side of Greenwich"
                        : "Most programs take UTC then, without a word",
                name);
    }
}
