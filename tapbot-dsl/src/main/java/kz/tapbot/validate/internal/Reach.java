package kz.tapbot.validate.internal;

import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.service.Publication;

/** Who reaches a published port. */
public final class Reach {

    private Reach() {}

    /** Whether the port is open to the whole Internet, on an address that it reaches. */
    public static boolean everybody(Estate estate, Publication publication) {
        return estate.everybody(publication.from())
                && (publication.bind().isEmpty() || isPublic(publication.bind().get()));
    }

    /** Whether the address is reached from outside: it is neither of the machine itself nor private (RFC 1918, 6598, 4193, 3927). */
    private static boolean isPublic(IpAddress address) {
        if (address.isAny()) {
            return true;
        }
        String text = address.value();
        if (address.isLoopback() || text.startsWith("10.") || text.startsWith("192.168.")) {
            return false;
        }
        if (text.startsWith("172.")) {
            return !between(text, 16, 31);
        }
        if (text.startsWith("100.")) {
            return !between(text, 64, 127);
        }
        boolean local =
                text.startsWith("169.254.") || text.startsWith("fc") || text.startsWith("fd") || text.startsWith("fe8");
        return !local;
    }

    private static boolean between(String ipv4, int least, int most) {
        int second = Integer.parseInt(ipv4.split("\\.", -1)[1]);
        return second >= least && second <= most;
    }
}
