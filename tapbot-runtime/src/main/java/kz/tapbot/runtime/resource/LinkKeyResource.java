package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.ServerName;

/**
 * A key of a server for a link. It is made on the server and never leaves it; its public half is told to the other servers. A key is not changed: another one
 * is another resource, so that the old one is there until nobody uses it any more.
 *
 * @param server the server it is on
 * @param link the link
 * @param number the how-manieth
 * @param requires what must be there before it
 */
public record LinkKeyResource(ServerName server, LinkName link, int number, SortedSet<Address> requires)
        implements HostResource {

    /** What it says of a key that is as it was made. */
    public static final String MADE = "made on the server";

    @Override
    public Address address() {
        return address(server, link, number);
    }

    /** The address of such a key. */
    public static Address address(ServerName server, LinkName link, int number) {
        return Address.on(server, "link-key", link + "." + number);
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return new Attributes().put("key", MADE).all();
    }

    @Override
    public SortedSet<String> replacedOn() {
        return Collections.emptySortedSet();
    }

    @Override
    public boolean holdsData() {
        return false;
    }

    @Override
    public boolean canLockOut() {
        return false;
    }
}
