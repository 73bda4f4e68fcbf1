package kz.tapbot.runtime.resource;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/**
 * A Unix user that logs in by key only.
 *
 * @param server the server it is on
 * @param name the name
 * @param keys the keys it may log in with
 * @param groups the groups it is in beside its own
 * @param expires the last day on which it may log in
 * @param requires what must be there before it
 * @param login whether Tapbot itself logs in as this user
 */
public record UserResource(
        ServerName server,
        UserName name,
        SortedSet<SshPublicKey> keys,
        SortedSet<String> groups,
        Optional<LocalDate> expires,
        SortedSet<Address> requires,
        boolean login)
        implements HostResource {

    /** One that Tapbot does not log in as. */
    public UserResource(
            ServerName server,
            UserName name,
            SortedSet<SshPublicKey> keys,
            SortedSet<String> groups,
            Optional<LocalDate> expires,
            SortedSet<Address> requires) {
        this(server, name, keys, groups, expires, requires, false);
    }

    @Override
    public Address address() {
        return Address.on(server, "user", name.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        Attributes all = new Attributes().list("groups", groups).put("expires", expires);
        for (SshPublicKey key : keys) {
            all.put("key " + key, "may log in");
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
    public boolean canLockOut() {
        return login;
    }
}
