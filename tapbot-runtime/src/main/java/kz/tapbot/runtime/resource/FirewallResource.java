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
 * @param networks container networks with IPv6, which are kept apart
 * @param requires what must be there before it
 */
public record FirewallResource(
        ServerName server, SortedSet<Opening> openings, SortedSet<Ipv6Network> networks, SortedSet<Address> requires)
        implements HostResource {

    /** Of a server without container networks that have IPv6. */
    public FirewallResource(ServerName server, SortedSet<Opening> openings, SortedSet<Address> requires) {
        this(server, openings, Collections.emptySortedSet(), requires);
    }

    @Override
    public Address address() {
        return new Address("firewall", server.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        Attributes attributes = new Attributes().put("incoming", "deny").openings(openings);
        networks.forEach(network -> attributes.put(network.key(), network.value()));
        return attributes.all();
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
