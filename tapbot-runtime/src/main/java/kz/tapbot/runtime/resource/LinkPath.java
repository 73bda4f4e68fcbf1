package kz.tapbot.runtime.resource;

import kz.tapbot.model.link.LinkEnd;
import kz.tapbot.model.link.LinkPermit;
import kz.tapbot.model.net.IpAddress;

/**
 * One service's way to another over a link.
 *
 * @param permit who may reach what
 * @param from where it begins
 * @param server the address inside the link of the server that it leads to
 * @param to where it ends
 */
public record LinkPath(LinkPermit permit, LinkEnd from, IpAddress server, LinkEnd to) implements Comparable<LinkPath> {

    /** What it lets pass, for people. */
    String key() {
        return "lets " + permit.from() + " reach " + permit.port() + "/tcp of " + permit.to();
    }

    /** By which addresses. */
    String value() {
        return from.address() + " at " + server + " as " + to.address();
    }

    @Override
    public int compareTo(LinkPath other) {
        return permit.compareTo(other.permit);
    }
}
