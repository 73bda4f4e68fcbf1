package kz.tapbot.runtime.resource;

import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/**
 * The time zone.
 *
 * @param server the server it is on
 * @param zone the zone
 * @param requires what must be there before it
 */
public record TimeZoneResource(ServerName server, ZoneId zone, SortedSet<Address> requires) implements HostResource {

    @Override
    public Address address() {
        return new Address("time-zone", server.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return new Attributes().put("zone", plain(zone.getId())).all();
    }

    /** A zone as this is compared: UTC has two names. */
    public static String plain(String zone) {
        return zone.equals("Etc/UTC") ? "UTC" : zone;
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
