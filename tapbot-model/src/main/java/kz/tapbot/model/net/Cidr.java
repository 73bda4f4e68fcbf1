package kz.tapbot.model.net;

import inet.ipaddr.IPAddress;
import java.math.BigInteger;
import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/**
 * A block of IPv4 or IPv6 addresses in CIDR notation (RFC 4632, RFC 4291), host bits zero, in canonical text form. A plain address is
 * read as the block of that one address.
 *
 * @param value the canonical text, for example {@code 10.20.0.0/24}
 */
public record Cidr(String value) implements Comparable<Cidr> {

    /** Checks the block and brings it into its canonical form. */
    public Cidr {
        Block block = Block.read(value);
        if (block == null) {
            value = parse(value).toCanonicalString();
        } else if (value.indexOf('/') < 0) {
            value += "/" + block.prefix();
        }
    }

    /**
     * The block of that text.
     *
     * @throws InvalidValueException if it is not a block, or has host bits
     */
    public static Cidr of(String text) {
        return new Cidr(text);
    }

    /** Whether it is of IPv6. */
    public boolean isIpv6() {
        return value.indexOf(':') >= 0;
    }

    /** The number of leading bits that are fixed. */
    public int prefixLength() {
        return Integer.parseInt(value.substring(value.indexOf('/') + 1));
    }

    /** Whether any address is in both. */
    public boolean overlaps(Cidr other) {
        return isIpv6() == other.isIpv6() && (contains(other) || other.contains(this));
    }

    /** Whether every address of the other is in this one. */
    public boolean contains(Cidr other) {
        Block mine = Block.read(value);
        Block theirs = Block.read(other.value);
        if (mine != null && theirs != null) {
            return mine.contains(theirs);
        }
        return isIpv6() == other.isIpv6() && parse(value).contains(parse(other.value));
    }

    /** Whether the address is in this block. */
    public boolean contains(IpAddress address) {
        return contains(new Cidr(address.value()));
    }

    /** The address so many places after the first one. */
    public IpAddress address(long offset) {
        Block block = Block.read(value);
        String address = block == null ? null : block.address(offset);
        if (address != null) {
            return new IpAddress(address);
        }
        IPAddress first = parse(value).getLower().withoutPrefixLength();
        if (BigInteger.valueOf(offset).compareTo(parse(value).getCount()) >= 0 || offset < 0) {
            throw new InvalidValueException(ModelCode.BAD_ADDRESS, value + " has no address number " + offset + ".");
        }
        return new IpAddress(first.increment(offset).toCanonicalString());
    }

    /** The first address behind the block; none behind those that end with the last address of their family. */
    public Optional<IpAddress> behind() {
        IPAddress last = parse(value).getUpper().withoutPrefixLength();
        return last.isMax()
                ? Optional.empty()
                : Optional.of(new IpAddress(last.increment(1).toCanonicalString()));
    }

    /**
     * Whether the text has nothing in it but digits and separators, and no zero in front of a decimal number, which some read as octal
     * (RFC 6943, 3.1.1).
     */
    static boolean isPlain(String text) {
        int prefix = text.indexOf('/');
        boolean dotted = text.indexOf('.') >= 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean separator = isSeparator(c);
            if (!separator && (c >= 0x7f || Character.digit(c, 16) < 0)) {
                return false;
            }
            boolean first = i == 0 || isSeparator(text.charAt(i - 1));
            boolean last = i == text.length() - 1 || isSeparator(text.charAt(i + 1));
            if (c == '0' && first && !last && (dotted || prefix >= 0 && i > prefix)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isSeparator(char c) {
        return c == '.' || c == ':' || c == '/';
    }

    private static IPAddress parse(String text) {
        IPAddress block = text.length() > 49 || !isPlain(text) ? null : AddressSyntax.read(text);
        if (block == null) {
            throw new InvalidValueException(
                    ModelCode.BAD_ADDRESS,
                    "Not a block of addresses in CIDR notation: " + InvalidValueException.show(text)
                            + ". Write a single address as 198.51.100.7 or 2001:db8::7, a block as 198.51.100.0/24 or 2001:db8::/64.");
        }
        IPAddress prefixed = block.isPrefixed() ? block : block.toPrefixBlock(block.getBitCount());
        IPAddress zeroed = prefixed.toZeroHost().toPrefixBlock();
        if (!zeroed.getLower().withoutPrefixLength().equals(block.getLower().withoutPrefixLength())) {
            throw new InvalidValueException(
                    ModelCode.BAD_ADDRESS,
                    InvalidValueException.show(text) + " has bits set behind its prefix; the block is "
                            + zeroed.toCanonicalString() + ", the single address "
                            + block.getLower().withoutPrefixLength().toCanonicalString() + "/" + block.getBitCount()
                            + ".");
        }
        return zeroed;
    }

    @Override
    public int compareTo(Cidr other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
