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

    /** A line of {@code ss -Htulnp} (ss(8)). The name is the program's to choose, with quotes in it too. */
    private static final Pattern LINE = Pattern.compile(
            "(tcp|udp)\\s+\\S+\\s+\\d+\\s+\\d+\\s+(\\S+):(\\d{1,5})\\s+\\S+(?:\\s+users:\\(\\(\"([^\"]*).*)?\\s*");

    /** How a machine gets its own address (RFC 2131, RFC 8415): no server to anybody. */
    private static final List<Port> OF_THE_NETWORK = List.of(Port.udp(68), Port.udp(546));

    private static final String OF_THE_ENGINE = "docker-proxy";
    private static final String SOMEBODY = "somebody";
    private static final int FIRST_GIVEN = 32_768;
    private static final int LAST_GIVEN = 60_999;

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
                                    ? SOMEBODY
                                    : Cleaned.line(found.group(4), 40)));
                }
            }
        });
        return all;
    }

    /** Whether it can be reached from another machine. */
    boolean isOutside() {
        return isReachable() && !program.equals(OF_THE_ENGINE);
    }

    /** The same, also of what the engine hands on to a container. */
    boolean isReachable() {
        return !address.startsWith("127.")
                && !address.startsWith("::ffff:127.")
                && !address.equals("::1")
                && !address.startsWith("fe80:")
                && !OF_THE_NETWORK.contains(port);
    }

    /**
     * Whether it is only waiting for answers: what has sent by UDP and chosen no port is given one of these by the kernel
     * ({@code net.ipv4.ip_local_port_range}, docs.kernel.org/networking/ip-sysctl.html). The kernel itself asks nobody, and neither does what hands on
     * to containers.
     */
    boolean isOfAClient() {
        return port.protocol() == Protocol.UDP
                && port.number() >= FIRST_GIVEN
                && port.number() <= LAST_GIVEN
                && !program.equals(SOMEBODY)
                && !program.equals(OF_THE_ENGINE);
    }

    boolean isByIpv6() {
        return address.equals("*") || address.contains(":");
    }
}
