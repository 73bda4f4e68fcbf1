package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/**
 * A kernel setting.
 *
 * @param server the server it is on
 * @param key the setting
 * @param value its value
 * @param requires what must be there before it
 */
public record SysctlResource(ServerName server, SysctlKey key, String value, SortedSet<Address> requires)
        implements HostResource {

    @Override
    public Address address() {
        return Address.on(server, "sysctl", key.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return new Attributes().put("value", value).all();
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
