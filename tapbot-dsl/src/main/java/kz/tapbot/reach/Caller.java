package kz.tapbot.reach;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.Cidr;

/**
 * A source as packet filters see it.
 *
 * @param source who it is
 * @param host the server whose own program it is, if it is one
 * @param home the server whose container it is, if it is one
 * @param container the container it is, if it is known
 * @param networks the container networks it is on
 * @param out whether it gets to other machines at all
 * @param four whether it gets to other machines by IPv4, if it gets there
 * @param six whether it gets to other machines by IPv6, if it gets there
 * @param blocks the addresses it can have there; none if nobody knows them
 * @param within the addresses that its own server can see it under
 */
record Caller(
        Source source,
        Optional<ServerName> host,
        Optional<ServerName> home,
        Optional<Spot> container,
        Set<NetworkId> networks,
        boolean out,
        boolean four,
        boolean six,
        List<Cidr> blocks,
        List<Cidr> within) {

    /** Whether it is a container of that server. */
    boolean isAtHome(ServerName server) {
        return home.filter(server::equals).isPresent();
    }

    /** As that server sees it: a container comes to its own one with an address of its networks, which nobody has translated. */
    Caller towards(ServerName server) {
        return isAtHome(server)
                ? new Caller(
                        source,
                        host,
                        home,
                        container,
                        networks,
                        out,
                        within.stream().anyMatch(block -> !block.isIpv6()),
                        within.stream().anyMatch(Cidr::isIpv6),
                        within,
                        within)
                : this;
    }

    /** The same, who comes by one family only; to be asked for one that it speaks. */
    Caller by(boolean ipv6) {
        List<Cidr> its = within.stream().filter(block -> block.isIpv6() == ipv6).toList();
        return new Caller(source, host, home, container, networks, out, four && !ipv6, six && ipv6, blocks, its);
    }

    /** The same, seen under other addresses. */
    Caller as(List<Cidr> addresses) {
        return new Caller(source, host, home, container, networks, out, true, true, addresses, addresses);
    }

    /** Whether nobody knows its address, so that only what is open to everybody is open to it. */
    boolean isStranger() {
        return blocks.isEmpty();
    }

    /** Whether it can have an address of that family. */
    boolean speaks(boolean ipv6) {
        return (ipv6 ? six : four) && (isStranger() || blocks.stream().anyMatch(block -> block.isIpv6() == ipv6));
    }

    /** Whether it can have an address of the block. */
    boolean comesFrom(Cidr block) {
        if (isStranger()) {
            return Blocks.holdsStrangers(block);
        }
        for (Cidr own : blocks) {
            if (own.overlaps(block)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it can come from inside some private network. */
    boolean isPrivate() {
        return blocks.stream().anyMatch(Blocks::isPrivate);
    }
}
