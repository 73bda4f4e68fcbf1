package kz.tapbot.runtime.reach;

import java.util.Locale;
import kz.tapbot.model.net.Port;

/**
 * One try to reach something.
 *
 * @param place whoever tries: {@code stranger}, {@code visitor}, {@code administrator}, or the address of a server or service
 * @param from the address it comes from, or a dash for whatever the system chooses
 * @param of whose address is tried: that of a server or service, {@code outside}, or {@code link} for one of the other side
 * @param to the address that is tried
 * @param port the port that is tried there
 * @param page for a visit, the host name and what is asked of it: a path, or for a proxy itself what to call it
 */
record Knock(String place, String from, String of, String to, Port port, Visit page) {

    /** How somebody knocks. */
    enum Manner {
        /** Connects, and hears who is there. */
        PORT,
        /** Looks whether a proxy has a certificate for the host. */
        TLS,
        /** Looks whether a proxy sends on to the host. */
        HTTP,
        /** Asks for a page. */
        PAGE
    }

    /** What a visitor asks for. */
    record Visit(Manner manner, String host, String path) {

        static final Visit NONE = new Visit(Manner.PORT, "", "");
    }

    Knock(String place, String from, String of, String to, Port port) {
        this(place, from, of, to, port, Visit.NONE);
    }

    boolean isIpv6() {
        return to.indexOf(':') >= 0;
    }

    boolean isVisit() {
        return page.manner() != Manner.PORT;
    }

    boolean isOfPage() {
        return page.manner() == Manner.PAGE;
    }

    /** The same, asking for another thing. */
    Knock asking(Manner manner, String host, String path) {
        return new Knock(place, from, of, to, port, new Visit(manner, host, path));
    }

    /** The same, with a name and a password. */
    Knock loggingIn(String login) {
        return asking(page.manner(), page.host(), page.path() + " " + login);
    }

    /** As the program that knocks reads it. */
    String line() {
        String way = from + " " + to + " " + port.number();
        return isVisit()
                ? page.manner().name().toLowerCase(Locale.ROOT) + " " + way + " " + page.host() + " " + page.path()
                : port.protocol().name().toLowerCase(Locale.ROOT) + " " + way;
    }

    @Override
    public String toString() {
        return (from.equals("-") ? place : from) + " at " + port + " of " + to
                + (isOfPage() ? " for https://" + page.host() + page.path() : "");
    }
}
