package kz.tapbot.model.host;

import java.util.Comparator;
import java.util.List;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.value.Texts;

/**
 * A port of the server itself that is open.
 *
 * @param port the port
 * @param from who may reach it; everybody if empty, sorted
 * @param reason what it is for
 */
public record FirewallRule(Port port, List<AddressSetName> from, String reason) implements Comparable<FirewallRule> {

    private static final Comparator<FirewallRule> ORDER = Comparator.comparing(FirewallRule::port)
            .thenComparing(rule -> rule.from().toString())
            .thenComparing(FirewallRule::reason);

    /** Sorts who may reach it and checks the reason. */
    public FirewallRule {
        reason = Texts.line("reason", reason);
        from = from.stream().sorted().distinct().toList();
    }

    @Override
    public int compareTo(FirewallRule other) {
        return ORDER.compare(this, other);
    }
}
