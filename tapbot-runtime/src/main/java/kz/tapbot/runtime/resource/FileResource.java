package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;

/**
 * A file that Tapbot writes whole.
 *
 * @param server the server it is on
 * @param path where
 * @param content what is in it
 * @param mode its permissions
 * @param owner the numeric user that owns it
 * @param purpose what it is for, for people
 * @param precious whether its loss is a loss of data, as that of a generated secret
 * @param requires what must be there before it
 */
public record FileResource(
        ServerName server,
        HostPath path,
        Content content,
        FileMode mode,
        int owner,
        String purpose,
        boolean precious,
        SortedSet<Address> requires)
        implements HostResource {

    @Override
    public Address address() {
        return Address.on(server, "file", path.value().substring(1));
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return new Attributes()
                .put("content", fingerprints.of(content))
                .put("mode", mode)
                .put("owner", owner)
                .all();
    }

    @Override
    public SortedSet<String> replacedOn() {
        return Collections.emptySortedSet();
    }

    @Override
    public boolean holdsData() {
        return precious;
    }

    @Override
    public boolean canLockOut() {
        return false;
    }
}
