package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/**
 * An installed package.
 *
 * @param server the server it is on
 * @param name the package
 * @param requires what must be there before it
 */
public record PackageResource(ServerName server, PackageName name, SortedSet<Address> requires)
        implements HostResource {

    @Override
    public Address address() {
        return Address.on(server, "package", name.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return new Attributes().flag("installed", true).all();
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
