package kz.tapbot.runtime.reach;

import kz.tapbot.model.net.Port;

/**
 * One try to reach something.
 *
 * @param place whoever tries: {@code stranger}, {@code visitor}, {@code administrator}, or the address of a server or service
 * @param from the address it comes from, or a dash for whatever the system chooses
 * @param of whose address is tried: that of a server or service, or {@code outside}
 * @param to the address that is tried
 * @param port the port that is tried there
 */
record Knock(String place, String from, String of, String to, Port port) {

    boolean isIpv6() {
        return to.indexOf(':') >= 0;
    }

    /** As the program that knocks reads it. */
    String line() {
        return port.protocol().name().toLowerCase(java.util.Locale.ROOT) + " " + from + " " + to + " " + port.number();
    }

    @Override
    public String toString() {
        return (from.equals("-") ? place : from) + " at " + port + " of " + to;
    }
}
