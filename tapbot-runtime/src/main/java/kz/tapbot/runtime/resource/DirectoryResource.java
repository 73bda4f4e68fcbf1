package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;

/**
 * A directory. Removed only while empty.
 *
 * @param server the server it is on
 * @param path where
 * @param mode its permissions
 * @param requires what must be there before it
 */
public record DirectoryResource(ServerName server, HostPath path, FileMode mode, SortedSet<Address> requires)
        implements HostResource {

    @Override
    public Address address() {
        return Address.on(server, "directory", path.value().substring(1));
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return new Attributes().put("mode", mode).all();
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
        return Sharing.AS_IT_IS;
    }

    @Override
    public boolean canLockOut() {
        return false;
    }
}
