package kz.tapbot.validate.internal.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
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
    }

    private static void judge(Findings findings, Specials specials, Subnet subnet) {
        if (subnet.ofTheOtherFamily()) {
            String family = subnet.range().ipv6() ? "6" : "4";
            unusable(findings, subnet, "is of IPv" + family + ", where a block of the other family is said");
            return;
        }
        int bits = subnet.range().ipv6() ? 128 : 32;
        if (subnet.block().prefixLength() > bits - 2) {
            unusable(findings, subnet, "is too small for a gateway and a member");
            return;
        }
        Optional<Special> reserved = specials.reserved(subnet.range());
        if (reserved.isPresent()) {
            unusable(findings, subnet, "is within or around " + reserved.get().what());
        } else if (!subnet.range().ipv6() && !specials.isPrivate(subnet.range())) {
            findings.add(
                    TopologyCode.SUBNET_PUBLIC,
                    subnet.subject(),
                    """
                    {} takes {}, which is no private block.
                    These addresses belong to somebody on the Internet, whom the server could then no longer reach.
                    Take one of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16:
                        {}
                    """,
                    subnet.subject(),
                    subnet.block(),
                    subnet.instead(subnet));
        }
    }

    private static void unusable(Findings findings, Subnet subnet, String problem) {
        findings.add(
                TopologyCode.SUBNET_UNUSABLE,
                subnet.subject(),
                """
                {} takes {}, which {}.
                The engine would refuse the network, or nothing in it could be reached.
                Take a private block with room for what will be in it:
                    {}
                """,
                subnet.subject(),
                subnet.block(),
                problem,
                subnet.instead(subnet));
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
