package kz.tapbot.runtime.compose.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.model.service.Publication;

/** The short form of a port: {@code [[ADDRESS:]HOST:]CONTAINER[/PROTOCOL]}, each of both a number or a range. */
final class Ports {

    private static final int MOST = 100;
    private static final String RANGE = "[0-9]{1,5}(?:-[0-9]{1,5})?";
    private static final Pattern SHORT = Pattern.compile(
            "(?:(?:\\[(?<six>[0-9A-Fa-f:.]+)]|(?<four>[0-9]+\\.[0-9.]+)|(?<bare>[0-9A-Fa-f]*:[0-9A-Fa-f:]*)):(?<behind>(?:"
                    + RANGE + ")?):|(?<host>(?:" + RANGE + ")?):)?(?<inside>" + RANGE
                    + ")(?:/(?<protocol>tcp|udp|sctp))?");

    /**
     * What a text says.
     *
     * @param publications the ports, if they can be carried over
     * @param problem why they cannot; empty if they can
     */
    record Read(List<Publication> publications, String problem) {}

    private Ports() {}

    static Read of(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            return problem("is not [ADDRESS:]HOST:CONTAINER with numbers or ranges");
        }
        String six = matcher.group("six") == null ? matcher.group("bare") : matcher.group("six");
        String address = six == null ? matcher.group("four") : six;
        String host = address == null ? matcher.group("host") : matcher.group("behind");
        String protocol = matcher.group("protocol") == null ? "tcp" : matcher.group("protocol");
        return of(
                Optional.ofNullable(address),
                Optional.ofNullable(host).filter(h -> !h.isEmpty()),
                matcher.group("inside"),
                protocol);
    }

    static Read of(Optional<String> address, Optional<String> host, String inside, String protocol) {
        if (protocol.equals("sctp")) {
            return problem("is of the protocol sctp, which Tapbot does not know");
        }
        if (host.isEmpty()) {
            return problem(
                    "leaves the server's port to the engine, so that it is another one each time; Tapbot opens only named ones");
        }
        List<Integer> hosts = range(host.get());
        List<Integer> insides = range(inside);
        if (hosts.size() != insides.size() || hosts.isEmpty() || hosts.size() > MOST) {
            return problem("has ranges of different lengths, or of more than " + MOST + " ports");
        }
        Optional<IpAddress> bind = address.map(IpAddress::of).filter(one -> !one.isAny());
        List<Publication> all = new ArrayList<>();
        for (int i = 0; i < hosts.size(); i++) {
            Port port = new Port(hosts.get(i), protocol.equals("udp") ? Protocol.UDP : Protocol.TCP);
            all.add(new Publication(port, insides.get(i), bind, List.of()));
        }
        return new Read(all, "");
    }

    /** The numbers of {@code 80} or {@code 8000-8010}; none if the range is none. */
    static List<Integer> range(String text) {
        int hyphen = text.indexOf('-');
        int first = Integer.parseInt(hyphen < 0 ? text : text.substring(0, hyphen));
        int last = hyphen < 0 ? first : Integer.parseInt(text.substring(hyphen + 1));
        List<Integer> all = new ArrayList<>();
        for (int port = first; port <= last && all.size() <= MOST; port++) {
            all.add(port);
        }
        return all;
    }

    private static Read problem(String why) {
        return new Read(List.of(), why);
    }
}
