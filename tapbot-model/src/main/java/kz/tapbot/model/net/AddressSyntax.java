package kz.tapbot.model.net;

import static inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import org.jspecify.annotations.Nullable;

/** Which of the many ways to write an address are taken: those of RFC 4632 and RFC 4291, and no older ones. */
final class AddressSyntax {

    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .allowWildcardedSeparator(false)
            .allowSingleSegment(false)
            .setRangeOptions(NO_RANGE)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowBinary(false)
            .allowLeadingZeros(false)
            .allowPrefixesBeyondAddressSize(false)
            .setRangeOptions(NO_RANGE)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowBase85(false)
            .allowBinary(false)
            .allowPrefixesBeyondAddressSize(false)
            .setRangeOptions(NO_RANGE)
            .getParentBuilder()
            .toParams();

    private AddressSyntax() {}

    /** The address or block of that text; null if it is none. */
    static @Nullable IPAddress read(String text) {
        return new IPAddressString(text, STRICT).getAddress();
    }
}
