package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;

/**
 * Settings of sshd that hold in effect, as {@code sshd -T} prints them, but {@code permitrootlogin prohibit-password} for what it prints
 * under its old name {@code without-password} (sshd_config(5)).
 *
 * @param server the server it is on
 * @param settings keyword in lower case and value
 * @param requires what must be there before it
 */
public record SshdResource(ServerName server, SortedMap<String, String> settings, SortedSet<Address> requires)
        implements HostResource {

    @Override
    public Address address() {
        return new Address("sshd", server.value());
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
        return true;
    }
}
