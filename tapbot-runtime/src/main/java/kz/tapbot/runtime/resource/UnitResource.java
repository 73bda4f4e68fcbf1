package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.secret.Content;

/**
 * A systemd unit: one of a package that is kept running, or one of our own with its text.
 *
 * @param server the server it is on
 * @param name the unit
 * @param text the text of the unit file, if it is ours
 * @param enabled whether it starts at boot
 * @param active whether it runs now
 * @param requires what must be there before it
 */
public record UnitResource(
        ServerName server,
        UnitName name,
        Optional<String> text,
        boolean enabled,
        boolean active,
        SortedSet<Address> requires)
        implements HostResource {

    @Override
    public Address address() {
        return Address.on(server, "unit", name.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return new Attributes()
                .put("text", text.map(own -> fingerprints.of(Content.text(own))))
                .put("enabled", enabled)
                .put("active", active)
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
    public boolean canLockOut() {
        return false;
    }
}
