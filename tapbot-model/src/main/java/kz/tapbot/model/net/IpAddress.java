package kz.tapbot.model.net;

import inet.ipaddr.IPAddress;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/**
 * A single IPv4 or IPv6 address in its canonical text form (RFC 5952), without prefix length, zone or name.
 *
 * @param value the canonical text
 */
public record IpAddress(String value) implements Comparable<IpAddress> {

    /** Checks the address and brings it into its canonical form. */
    public IpAddress {
        if (value.indexOf('/') >= 0 || Block.read(value) == null) {
            value = parse(value).toCanonicalString();
        }
    }

    /**
     * The address of that text.
     *
     * @throws InvalidValueException if it is not a plain address
     */
    public static IpAddress of(String text) {
        return new IpAddress(text);
    }

    /** Whether it is an IPv6 address. */
    public boolean isIpv6() {
        return value.indexOf(':') >= 0;
    }

    /** Whether it means every address of its family: {@code 0.0.0.0} or {@code ::}. */
    public boolean isAny() {
        return value.equals("0.0.0.0") || value.equals("::");
    }

    /** Whether it is of the machine itself. */
    public boolean isLoopback() {
        return value.equals("::1") || value.startsWith("127.");
    }

    /** Whether others can reach one machine by it: not loopback, link-local, multicast, broadcast, or any address at all. */
    public boolean isOfOneHost() {
        Block block = Block.read(value);
        if (block != null) {
            return block.isOfOneHost();
        }
        IPAddress address = parse(value);
        return !address.isLoopback()
                && !address.isLinkLocal()
                && !address.isMulticast()
                && !address.isAnyLocal()
                && !value.equals("255.255.255.255")
                && !value.startsWith("0.");
    }

    private static IPAddress parse(String text) {
        IPAddress address =
                text.length() > 45 || text.indexOf('/') >= 0 || !Cidr.isPlain(text) ? null : AddressSyntax.read(text);
        if (address == null || address.isMultiple()) {
            throw new InvalidValueException(
                    ModelCode.BAD_ADDRESS,
                    "Not an IP address: " + InvalidValueException.show(text)
                            + ". Write it as 198.51.100.7 or 2001:db8::7.");
        }
        return address;
    }

    @Override
    public int compareTo(IpAddress other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
