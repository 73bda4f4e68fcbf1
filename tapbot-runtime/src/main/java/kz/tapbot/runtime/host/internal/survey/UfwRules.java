package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.value.InvalidValueException;
import kz.tapbot.runtime.spi.Cleaned;

/** The rules of UFW of one family, in the order in which they count, as it notes them for itself in {@code user.rules}. */
final class UfwRules {

    /** What UFW does, protocol, port and address there, port and address of the visitor, names of applications, direction (ufw, {@code UFWRule.format_rule}). */
    private static final Pattern TUPLE =
            Pattern.compile("### tuple ### (route:)?(allow|deny|reject|limit)(?:_log(?:-all)?)? (tcp|udp|any) (\\S+)"
                    + " (\\S+) (\\S+) (\\S+)(?: \\S+ \\S+)? (in|out)(_\\S+)?(?: comment=\\S+)?");

    private static final Pattern ANY_TUPLE = Pattern.compile("### tuple ### .*");
    private static final int MOST_PORTS = 1_024;
    private static final String ANY = "any";

    private final boolean ipv6;
    private final Sources sources;
    private final List<Port> listened;
    private final List<String> notSaid = new ArrayList<>();
    private final Set<Port> closed = new HashSet<>();

    /** Into those; where a rule is for every port, for those that somebody listens on. */
    UfwRules(boolean ipv6, Sources sources, List<Port> listened) {
        this.ipv6 = ipv6;
        this.sources = sources;
        this.listened = listened;
    }

    /** Reads them, and returns those that Tapbot has no words for, as UFW notes them. */
    List<String> read(String rules) {
        rules.lines()
                .map(String::strip)
                .filter(line -> ANY_TUPLE.matcher(line).matches())
                .forEach(line -> {
                    Matcher tuple = TUPLE.matcher(line);
                    if (!tuple.matches() || !read(tuple)) {
                        notSaid.add(Cleaned.line(line.substring("### tuple ### ".length()), 160));
                    }
                });
        return notSaid;
    }

    /** Whether all of it was understood. */
    private boolean read(Matcher tuple) {
        if (tuple.group(1) != null || tuple.group(8).equals("out")) {
            return false;
        }
        Optional<Cidr> from = block(tuple.group(7));
        Optional<List<Port>> ports = ports(tuple.group(3), tuple.group(4));
        if (from.isEmpty() || ports.isEmpty() || !tuple.group(6).equals(ANY)) {
            return false;
        }
        boolean everybody = from.get().equals(Sources.any(ipv6));
        if (tuple.group(2).equals("deny") || tuple.group(2).equals("reject")) {
            if (everybody) {
                closed.addAll(ports.get());
            }
            return everybody;
        }
        ports.get().stream()
                .filter(port -> !closed.contains(port))
                .forEach(port -> sources.add(port, false, from.get()));
        boolean here = block(tuple.group(5)).filter(Sources.any(ipv6)::equals).isPresent();
        return here && tuple.group(9) == null;
    }

    private Optional<Cidr> block(String text) {
        try {
            Cidr block = Cidr.of(text);
            return block.isIpv6() == ipv6 ? Optional.of(block) : Optional.empty();
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private Optional<List<Port>> ports(String protocol, String text) {
        List<Protocol> protocols = protocol.equals(ANY)
                ? List.of(Protocol.TCP, Protocol.UDP)
                : List.of(protocol.equals("tcp") ? Protocol.TCP : Protocol.UDP);
        if (text.equals(ANY)) {
            return Optional.of(listened.stream()
                    .filter(port -> protocols.contains(port.protocol()))
                    .toList());
        }
        List<Port> all = new ArrayList<>();
        for (String range : text.split(",", -1)) {
            String[] ends = range.split(":", -1);
            if (ends.length > 2 || !ends[0].matches("\\d{1,5}") || !ends[ends.length - 1].matches("\\d{1,5}")) {
                return Optional.empty();
            }
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int number = Integer.parseInt(ends[0]); number <= last; number++) {
                if (number < 1 || number > 65_535 || all.size() > MOST_PORTS) {
                    return Optional.empty();
                }
                for (Protocol each : protocols) {
                    all.add(new Port(number, each));
                }
            }
        }
        return Optional.of(all.stream()
                .filter(port -> !protocol.equals(ANY) || isMeant(port))
                .toList());
    }

    /** A rule without a protocol opens a port of both; what nobody listens on by UDP is left out. */
    private boolean isMeant(Port port) {
        return port.protocol() == Protocol.TCP || listened.contains(port);
    }
}
