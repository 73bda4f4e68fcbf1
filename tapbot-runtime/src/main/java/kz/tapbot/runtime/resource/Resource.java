package kz.tapbot.runtime.resource;

import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/**
 * Something that shall be on a server. Two states of a resource are compared by their {@linkplain #attributes attributes}; what drivers
 * observe is expressed in the same attributes, so that a comparison needs no knowledge of the kind.
 */
public sealed interface Resource permits HostResource, EngineResource {

    /** Its address, unique on all servers. */
    Address address();

    /** The server it is on. */
    ServerName server();

    /**
     * Its state as text: every attribute that has a value other than the system's own default, normalised. Contents are given as
     * fingerprints.
     */
    SortedMap<String, String> attributes(Fingerprints fingerprints);

    /** The attributes that cannot be changed in place. */
    SortedSet<String> replacedOn();

    /** Whether removing or replacing it loses data for good. */
    boolean holdsData();

    /** Whether a mistake in it can lock us out, so that it is applied with an undo armed and confirmed by a fresh login. */
    boolean canLockOut();

    /** What it means that it is there already and not ours. */
    default Sharing sharing() {
        return Sharing.NONE;
    }

    /** What must be there before it. */
    SortedSet<Address> requires();
}
