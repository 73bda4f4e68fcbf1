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
 * @param container the container it is, if it is one
 * @param networks the container networks it is on
 * @param out whether it gets to other machines at all
 * @param blocks the addresses it can have outside; none if nobody knows them
 */
record Caller(
        Source source,
        Optional<ServerName> host,
        Optional<Spot> container,
        Set<NetworkId> networks,
        boolean out,
        List<Cidr> blocks) {

    /** Whether nobody knows its address, so that only what is open to everybody is open to it. */
    boolean isStranger() {
        return blocks.isEmpty();
    }

    /** Whether it can have an address of that family. */
    boolean speaks(boolean ipv6) {
        return isStranger() || blocks.stream().anyMatch(block -> block.isIpv6() == ipv6);
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
