package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Cidr;

/**
 * A jail of the intrusion prevention.
 *
 * @param server the server it is on
 * @param jail the jail
 * @param ignored who is never banned
 * @param requires what must be there before it
 */
public record JailResource(ServerName server, Jail jail, SortedSet<Cidr> ignored, SortedSet<Address> requires)
        implements HostResource {

    @Override
    public Address address() {
        return Address.on(server, "jail", jail.name());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return new Attributes()
                .put("maxretry", jail.maxRetry())
                .put("findtime", jail.findTime())
                .put("bantime", jail.banTime())
                .list("ignored", ignored)
                .all();
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
        return false;
    }
}
