package kz.tapbot.runtime.resource;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.LinkName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;

/**
 * A server's end of a link: an interface of WireGuard, the names of the other servers, and what may pass.
 *
 * @param server the server it is on
 * @param name the link
 * @param subnet all addresses of the link
 * @param own its address inside the link
 * @param port the UDP port it is spoken to at
 * @param key the address of its own key
 * @param peers the other servers
 * @param paths what may pass, on the way out or in
 * @param requires what must be there before it
 */
public record LinkResource(
        ServerName server,
        LinkName name,
        Cidr subnet,
        IpAddress own,
        int port,
        Address key,
        SortedSet<LinkPeer> peers,
        SortedSet<LinkPath> paths,
        SortedSet<Address> requires)
        implements HostResource {

    /** What stands for a key that is still to be made. */
    public static final String TO_BE_MADE = "(made at apply)";

    /** Copies the peers and paths. */
    public LinkResource {
        peers = Collections.unmodifiableSortedSet(new TreeSet<>(peers));
        paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    }

    @Override
    public Address address() {
        return address(server, name);
    }

    /** The address of a server's end of a link. */
    public static Address address(ServerName server, LinkName link) {
        return Address.on(server, "link", link.value());
    }

    @Override
    public SortedMap<String, String> attributes(Fingerprints fingerprints) {
        return attributes(fingerprints::publicKey);
    }

    /** The same with those public keys, by the address of the key. */
    public SortedMap<String, String> attributes(Function<Address, Optional<String>> keys) {
        Attributes all = new Attributes()
                .put("address", own + "/" + subnet.prefixLength())
                .put("port", port + "/udp")
                .put("key", keys.apply(key).orElse(TO_BE_MADE))
                .put("state", "up");
        for (LinkPeer peer : peers) {
            all.put("peer " + peer.server(), peer(keys.apply(peer.key()).orElse(TO_BE_MADE), peer));
        }
        paths.forEach(path -> all.put(path.key(), path.value()));
        return all.all();
    }

    private static String peer(String key, LinkPeer peer) {
        return key + " at " + peer.endpoint() + " for "
                + peer.behind().toString().replace("[", "").replace("]", "") + " as " + peer.name();
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
