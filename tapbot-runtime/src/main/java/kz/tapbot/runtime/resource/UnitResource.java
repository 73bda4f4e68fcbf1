package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.value.HostPath;

/**
 * A systemd unit: one of a package that is kept running, or one of our own with its text.
 *
 * @param server the server it is on
 * @param name the unit
 * @param text the text of the unit file, if it is ours
 * @param enabled whether it starts at boot
 * @param active whether it runs now
 * @param reads its configuration files as they are when it is started; what they were at the last start is remembered with the mark
 *     of ownership, so that a start that never came about is made up for
 * @param requires what must be there before it
 */
public record UnitResource(
        ServerName server,
        UnitName name,
        Optional<String> text,
        boolean enabled,
        boolean active,
        SortedMap<HostPath, Content> reads,
        SortedSet<Address> requires)
        implements HostResource {

    @Override
    public Address address() {
        return Address.on(server, "unit", name.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        Attributes all = new Attributes()
                .put("text", text.map(own -> fingerprints.of(Content.text(own))))
                .put("enabled", enabled)
                .put("active", active);
        for (Map.Entry<HostPath, Content> file : reads.entrySet()) {
            all.put("reads " + file.getKey(), fingerprints.of(file.getValue()));
        }
        return all.all();
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
        return text.isPresent() ? Sharing.NONE : Sharing.SETTING;
    }

    @Override
    public boolean canLockOut() {
        return false;
    }
}
