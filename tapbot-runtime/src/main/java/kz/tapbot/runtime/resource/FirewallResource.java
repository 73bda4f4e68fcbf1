package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/**
 * The whole firewall of a server: everything that is not opened is refused, for IPv4 and IPv6.
 *
 * @param server the server it is on
 * @param openings what is open
 * @param requires what must be there before it
 */
public record FirewallResource(ServerName server, SortedSet<Opening> openings, SortedSet<Address> requires)
        implements HostResource {

    @Override
    public Address address() {
        return new Address("firewall", server.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return new Attributes().put("incoming", "deny").openings(openings).all();
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
    public Sharing sharing() {
        return Sharing.SETTING;
    }

    @Override
    public boolean canLockOut() {
        return true;
    }
}
