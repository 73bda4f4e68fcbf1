package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.service.Provision;

/**
 * Something made inside a running service.
 *
 * @param server the server it is on
 * @param service the service
 * @param provision what is made
 * @param requires what must be there before it
 */
public record ProvisionResource(
        ServerName server, ServiceName service, Provision provision, SortedSet<Address> requires)
        implements EngineResource {

    @Override
    public Address address() {
        return Address.on(server, provision.kind().value(), service.value() + "/" + provision.name());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return attributes(
                provision.data() ? Optional.empty() : provision.input().map(fingerprints::of));
    }

    /**
     * What is seen of a provision that is there.
     *
     * @param content the fingerprint of what it was made of, for one that holds no data: it is made again when that changes
     */
    public static SortedMap<String, String> attributes(Optional<String> content) {
        return new Attributes().put("exists", true).put("content", content).all();
    }

    @Override
    public SortedSet<String> replacedOn() {
        return Collections.emptySortedSet();
    }

    @Override
    public boolean holdsData() {
        return provision.data();
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
