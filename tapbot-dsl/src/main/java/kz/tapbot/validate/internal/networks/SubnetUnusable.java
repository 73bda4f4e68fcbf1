package kz.tapbot.validate.internal.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.Subject;
import org.jspecify.annotations.Nullable;

/** TB2203 and TB2204: which blocks a bridge or a link can have (RFC 6890). */
final class SubnetUnusable implements Check {

    /** A block with a meaning of its own. */
    private record Special(Range range, String what) {

        static Special of(String block, String what) {
            return new Special(Range.of(Cidr.of(block)), what);
        }
    }

    @Override
    public void run(Estate estate, Findings findings) {
        Specials specials = new Specials();
        Subnet.forEach(estate, subnet -> judge(findings, specials, subnet));
        for (Server server : estate.servers()) {
            for (Network network : server.networks()) {
                family(findings, server, network);
            }
        }
    }

    private static void judge(Findings findings, Specials specials, Subnet subnet) {
        int bits = subnet.range().ipv6() ? 128 : 32;
        if (subnet.block().prefixLength() > bits - 2) {
            unusable(findings, subnet.subject(), subnet.block(), "is too small for a gateway and a member");
            return;
        }
        Optional<Special> reserved = specials.reserved(subnet.range());
        if (reserved.isPresent()) {
            unusable(
                    findings,
                    subnet.subject(),
                    subnet.block(),
                    "is within or around " + reserved.get().what());
        } else if (!subnet.range().ipv6() && !specials.isPrivate(subnet.range())) {
            findings.add(TopologyCode.SUBNET_PUBLIC, subnet.subject(), """
                    {} takes {}, which is no private block.
                    These addresses belong to somebody on the Internet, whom the server could then no longer reach.
                    Take one of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16:
                        .subnet(Cidr.of("10.20.0.0/24"))
                    """, subnet.subject(), subnet.block());
        }
    }

    private static void family(Findings findings, Server server, Network network) {
        Address address = Address.on(server.name(), "network", network.name().value());
        network.subnet()
                .filter(Cidr::isIpv6)
                .ifPresent(block -> unusable(
                        findings,
                        Subject.of(address, network.places(), "subnet"),
                        block,
                        "is of IPv6, where the block of IPv4 is said"));
        network.subnetIpv6()
                .filter(block -> !block.isIpv6())
                .ifPresent(block -> unusable(
                        findings,
                        Subject.of(address, network.places(), "subnetIpv6"),
                        block,
                        "is of IPv4, where the block of IPv6 is said"));
    }

    private static void unusable(Findings findings, Subject said, Cidr block, String problem) {
        findings.add(TopologyCode.SUBNET_UNUSABLE, said, """
                {} takes {}, which {}.
                The engine would refuse the network, or nothing in it could be reached.
                Take a private block with room for what will be in it:
                    .subnet(Cidr.of("10.20.0.0/24"))
                """, said, block, problem);
    }

    /** The special blocks; parsed only if a subnet is declared at all. */
    private static final class Specials {

        private @Nullable List<Special> reserved;
        private @Nullable List<Special> privates;

        Optional<Special> reserved(Range range) {
            if (reserved == null) {
                reserved = List.of(
                        Special.of("0.0.0.0/8", "the block of \"this network\""),
                        Special.of("127.0.0.0/8", "the machine's own block"),
                        Special.of("169.254.0.0/16", "the link-local block"),
                        Special.of("224.0.0.0/4", "the multicast block"),
                        Special.of("240.0.0.0/4", "the block reserved by the standard"),
                        Special.of("::1/128", "the machine's own address"),
                        Special.of("fe80::/10", "the link-local block"),
                        Special.of("ff00::/8", "the multicast block"));
            }
            return reserved.stream()
                    .filter(special -> special.range().overlaps(range))
                    .findFirst();
        }

        boolean isPrivate(Range range) {
            if (privates == null) {
                List<Special> all = new ArrayList<>();
                for (String block : List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")) {
                    all.add(Special.of(block, "a private block"));
                }
                privates = all;
            }
            return privates.stream().anyMatch(special -> range.within(special.range()));
        }
    }
}
