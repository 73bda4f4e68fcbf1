package kz.tapbot.model.net;

import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.model.value.InvalidValueException;

/**
 * Where a server is reached: an IP address or a host name, without user, port or path.
 *
 * @param value the canonical text of either
 */
public record HostAddress(String value) implements Comparable<HostAddress> {

    /** Checks the address and brings it into its canonical form. */
    public HostAddress {
        value = looksLikeIp(value)
                ? IpAddress.of(value).value()
                : HostName.of(value).value();
        if (looksLikeIp(value) && !IpAddress.of(value).isOfOneHost()) {
            throw new InvalidValueException(
                    ModelCode.BAD_ADDRESS,
                    value + " is no address by which others reach a server; give its public or private address.");
        }
    }

    /**
     * The address of that text.
     *
     * @throws InvalidValueException if it is neither an IP address nor a host name
     */
    public static HostAddress of(String text) {
        return new HostAddress(text);
    }

    /** The IP address, if it is one. */
    public Optional<IpAddress> ip() {
        return looksLikeIp(value) ? Optional.of(IpAddress.of(value)) : Optional.empty();
    }

    private static boolean looksLikeIp(String text) {
        if (text.indexOf(':') >= 0) {
            return true;
        }
        return !text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    }

    @Override
    public int compareTo(HostAddress other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
