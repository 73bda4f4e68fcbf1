package kz.tapbot.validate.internal.ports;

import java.util.Optional;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.validate.internal.Subject;

/**
 * Somebody listens on a port of a server.
 *
 * @param port the port
 * @param bind the address it is bound to; every address of both families if absent
 * @param subject who
 * @param does the verb for messages: {@code publishes}, {@code listens on}
 * @param move the code that moves it to another port, which stands for {@code {}}
 */
record Claim(Port port, Optional<IpAddress> bind, Subject subject, String does, String move) {

    /** Whether both want one socket: bind(2) refuses the second where the addresses are equal or one of them means all. */
    boolean clashes(Claim other) {
        if (bind.isEmpty() || other.bind.isEmpty()) {
            return true;
        }
        IpAddress mine = bind.get();
        IpAddress theirs = other.bind.get();
        return mine.isIpv6() == theirs.isIpv6() && (mine.isAny() || theirs.isAny() || mine.equals(theirs));
    }

    /** Where the claim is in words, for messages. */
    String where() {
        return port + bind.map(address -> " on " + address).orElse("");
    }
}
