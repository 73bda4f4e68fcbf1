package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Cidr;

/**
 * A bridge network of the engine.
 *
 * @param server the server it is on
 * @param name its name
 * @param internal whether it has no way out
 * @param subnet its IPv4 block, if it is declared
 * @param subnetIpv6 its IPv6 block
 * @param requires what must be there before it
 */
public record NetworkResource(
        ServerName server,
        NetworkName name,
        boolean internal,
        Optional<Cidr> subnet,
        Optional<Cidr> subnetIpv6,
        SortedSet<Address> requires)
        implements EngineResource {

    private static final SortedSet<String> REPLACED =
            Collections.unmodifiableSortedSet(new TreeSet<>(List.of("internal", "subnet", "subnet-ipv6")));

    @Override
    public Address address() {
        return Address.on(server, "network", name.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return new Attributes()
                .flag("internal", internal)
                .put("subnet", subnet)
                .put("subnet-ipv6", subnetIpv6)
                .all();
    }

    @Override
    public SortedSet<String> replacedOn() {
        return REPLACED;
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
