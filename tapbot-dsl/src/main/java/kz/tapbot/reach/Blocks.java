package kz.tapbot.reach;

import java.util.List;
import java.util.stream.Stream;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;

/** What kind of addresses are in a block. */
final class Blocks {

    /** RFC 1918, 6598, 3927, 4193 and 4291: addresses by which nobody comes from the Internet. */
    private static final List<Cidr> PRIVATE = List.of(
            Cidr.of("10.0.0.0/8"),
            Cidr.of("172.16.0.0/12"),
            Cidr.of("192.168.0.0/16"),
            Cidr.of("100.64.0.0/10"),
            Cidr.of("169.254.0.0/16"),
            Cidr.of("fc00::/7"),
            Cidr.of("fe80::/10"));

    /** What an engine gives to networks that name no block, unless it is told otherwise (Docker's documentation, "Subnet allocation"). */
    static final List<Cidr> ENGINE_CHOOSES = List.of(Cidr.of("172.16.0.0/12"), Cidr.of("192.168.0.0/16"));

    /** The addresses of IPv6 that are given out (IANA, "Internet Protocol Version 6 Address Space"). */
    private static final Cidr GLOBAL_IPV6 = Cidr.of("2000::/3");

    private static final List<Cidr> PRIVATE_AND_NOT = Stream.concat(Stream.of(Cidr.of("::/0")), PRIVATE.stream())
            .filter(Cidr::isIpv6)
            .flatMap(Blocks::edges)
            .toList();

    private static final int LARGEST_IPV4 = 8;
    private static final int LARGEST_IPV6 = 12;

    private Blocks() {}

    /** Whether the block is larger than any that is given to one party, so that strangers are in it: IANA gives out /8 and /12 at most. */
    static boolean holdsStrangers(Cidr block) {
        if (!block.isIpv6()) {
            return block.prefixLength() < LARGEST_IPV4;
        }
        return block.prefixLength() < LARGEST_IPV6 && block.overlaps(GLOBAL_IPV6);
    }

    /**
     * Addresses of IPv6 among which is one of each kind: of these blocks and of those that are private, the ones that hold it. Such blocks lie within or beside
     * each other, so that each kind begins with the first address of a block or with that behind one.
     */
    static Stream<Cidr> eachKind(Stream<Cidr> blocks) {
        return Stream.concat(blocks.filter(Cidr::isIpv6).flatMap(Blocks::edges), PRIVATE_AND_NOT.stream())
                .distinct();
    }

    private static Stream<Cidr> edges(Cidr block) {
        return Stream.concat(Stream.of(block.address(0)), block.behind().stream())
                .map(address -> Cidr.of(address.value()));
    }

    /** Whether some address of the block is a private one. */
    static boolean isPrivate(Cidr block) {
        return PRIVATE.stream().anyMatch(block::overlaps);
    }

    /** Whether the address is a private one. */
    static boolean isPrivate(IpAddress address) {
        return PRIVATE.stream().anyMatch(block -> block.contains(address));
    }
}
