package kz.tapbot.runtime.host.internal.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.net.Protocol;
import kz.tapbot.runtime.spi.Cleaned;

/**
 * A program of the server itself that takes connections.
 *
 * @param port the port
 * @param address the address it listens on; {@code *} is every one of both families
 * @param program what it is called; {@code somebody} where the kernel listens itself
 */
public record Listener(Port port, String address, String program) {

    /** A line of {@code ss -Htulnp} (ss(8)). */
    private static final Pattern LINE = Pattern.compile(
            "(tcp|udp)\\s+\\S+\\s+\\d+\\s+\\d+\\s+(\\S+):(\\d{1,5})\\s+\\S+(?:\\s+users:\\(\\(\"([^\"]*)\",.*)?\\s*");

    /** How a machine gets its own address (RFC 2131, RFC 8415): no server to anybody. */
    private static final List<Port> OF_THE_NETWORK = List.of(Port.udp(68), Port.udp(546));

    private static final String OF_THE_ENGINE = "docker-proxy";

    static List<Listener> read(String part) {
        List<Listener> all = new ArrayList<>();
        part.lines().forEach(line -> {
            Matcher found = LINE.matcher(line);
            if (found.matches()) {
                int number = Integer.parseInt(found.group(3));
                if (number >= 1 && number <= 65_535) {
                    String address = found.group(2)
                            .replaceAll("%.*", "")
                            .replace("[", "")
                            .replace("]", "");
                    all.add(new Listener(
                            new Port(number, found.group(1).equals("tcp") ? Protocol.TCP : Protocol.UDP),
                            Cleaned.line(address, 60),
                            found.group(4) == null || found.group(4).isBlank()
                                    ? "somebody"
                                    : Cleaned.line(found.group(4), 40)));
                }
            }
        });
        return all;
    }

    /** Whether it can be reached from another machine. */
    boolean isOutside() {
        return !address.startsWith("127.")
                && !address.equals("::1")
                && !address.startsWith("fe80:")
                && !OF_THE_NETWORK.contains(port)
                && !program.equals(OF_THE_ENGINE);
    }

    boolean isByIpv6() {
        return address.equals("*") || address.contains(":");
    }
}
