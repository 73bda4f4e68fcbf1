package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.VolumeName;

/**
 * A volume of the engine; its data is guarded.
 *
 * @param server the server it is on
 * @param name its name
 * @param requires what must be there before it
 */
public record VolumeResource(ServerName server, VolumeName name, SortedSet<Address> requires)
        implements EngineResource {

    private static final SortedSet<String> REPLACED =
            Collections.unmodifiableSortedSet(new TreeSet<>(List.of("driver")));

    @Override
    public Address address() {
        return Address.on(server, "volume", name.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return new Attributes().put("driver", "local").all();
    }

    @Override
    public SortedSet<String> replacedOn() {
        return REPLACED;
    }

    @Override
    public boolean holdsData() {
        return true;
    }

    @Override
    public boolean canLockOut() {
        return false;
    }
}
