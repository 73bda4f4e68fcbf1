package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/**
 * The container engine, installed and configured.
 *
 * @param server the server it is on
 * @param settings settings of the engine as dockerd(8) names them, a dot for a step down
 * @param requires what must be there before it
 */
public record DaemonResource(ServerName server, SortedMap<String, String> settings, SortedSet<Address> requires)
        implements EngineResource {

    /** The attribute of an engine that is installed and does not run. */
    public static final String STOPPED = "stopped";

    @Override
    public Address address() {
        return new Address("engine", server.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return new Attributes().putAll(settings).all();
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
