package kz.tapbot.validate.internal.networks;

import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Check;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;

/** TB2203 and TB2204: which blocks a bridge or a link can have (RFC 6890). */
final class SubnetUnusable implements Check {

    @Override
    public void run(Estate estate, Findings findings) {
        for (Subnet subnet : Subnet.of(estate)) {
            judge(findings, subnet);
        }
    }

    private static void judge(Findings findings, Subnet subnet) {
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
        String reserved = subnet.range().ipv6() ? reservedIpv6(subnet.range()) : reservedIpv4(subnet.range());
        if (!reserved.isEmpty()) {
            unusable(findings, subnet, "is within or around " + reserved);
        } else if (!subnet.range().ipv6() && !isPrivate(subnet.range())) {
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

    /** The block with a meaning of its own that the range touches (RFC 6890); empty if none. */
    private static String reservedIpv4(Range range) {
        if (touches(range, 0, 8)) {
            return "the block of \"this network\"";
        } else if (touches(range, 127, 8)) {
            return "the machine's own block";
        } else if (touches(range, 169 << 8 | 254, 16)) {
            return "the link-local block";
        } else if (touches(range, 14, 4)) {
            return "the multicast block";
        }
        return touches(range, 15, 4) ? "the block reserved by the standard" : "";
    }

    private static String reservedIpv6(Range range) {
        if (new Range(true, 0, 1, 128).overlaps(range)) {
            return "the machine's own address";
        } else if (new Range(true, 0xfe80L << 48, 0, 10).overlaps(range)) {
            return "the link-local block";
        }
        return new Range(true, 0xff00L << 48, 0, 8).overlaps(range) ? "the multicast block" : "";
    }

    /** RFC 1918, and the block that carriers share (RFC 6598). */
    private static boolean isPrivate(Range range) {
        return range.within(block(10, 8))
                || range.within(block(172 << 4 | 1, 12))
                || range.within(block(192 << 8 | 168, 16))
                || range.within(block(100 << 2 | 1, 10));
    }

    private static boolean touches(Range range, long bits, int prefix) {
        return block(bits, prefix).overlaps(range);
    }

    private static Range block(long bits, int prefix) {
        return new Range(false, 0, bits << (32 - prefix), prefix);
    }
}
