package kz.tapbot.model.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.tapbot.model.value.InvalidValueException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are read as numbers where that is quick; an address library of many years says what has to come out. */
class AddressesTest {

    @Property
    void a_block_is_written_as_the_library_writes_it(@ForAll("blocks") String text) {
        assertThat(Cidr.of(text)).hasToString(library(text).toCanonicalString());
    }

    @Property
    void an_address_is_written_as_the_library_writes_it(@ForAll("addresses") String text) {
        assertThat(IpAddress.of(text))
                .hasToString(new IPAddressString(text).getAddress().toCanonicalString());
    }

    @Property
    void a_block_holds_what_the_library_says(@ForAll("blocks") String one, @ForAll("blocks") String other) {
        assertThat(Cidr.of(one).contains(Cidr.of(other))).isEqualTo(library(one).contains(library(other)));
    }

    @Property
    void a_block_holds_its_own_addresses_and_no_other_so_near(@ForAll("blocks") String text, @ForAll byte number) {
        Cidr block = Cidr.of(text);
        IPAddress library = library(text);
        boolean inside = number >= 0 && BigInteger.valueOf(number).compareTo(library.getCount()) < 0;
        if (inside) {
            IPAddress expected = library.getLower().withoutPrefixLength().increment(number);
            assertThat(block.address(number)).hasToString(expected.toCanonicalString());
            assertThat(block.contains(block.address(number))).isTrue();
        } else {
            assertThatThrownBy(() -> block.address(number)).isInstanceOf(InvalidValueException.class);
        }
    }

    @Property
    void behind_a_block_comes_the_address_after_its_last_one(@ForAll("blocks") String text) {
        IPAddress last = library(text).getUpper().withoutPrefixLength();

        assertThat(Cidr.of(text).behind().map(IpAddress::value))
                .isEqualTo(
                        last.isMax()
                                ? Optional.empty()
                                : Optional.of(last.increment(1).toCanonicalString()));
    }

    @Property
    void an_address_is_of_one_host_unless_the_library_knows_a_special_use(@ForAll("addresses") String text) {
        IPAddress library = new IPAddressString(text).getAddress();
        boolean special =
                library.isLoopback() || library.isLinkLocal() || library.isMulticast() || library.isAnyLocal();
        boolean ofNobody = text.startsWith("0.") || text.equals("255.255.255.255");
        assertThat(IpAddress.of(text).isOfOneHost()).isEqualTo(!special && !ofNobody);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, 11.0.0.0", "198.51.100.7/32, 198.51.100.8", "2001:db8::/32, 2001:db9::", "::/1, 8000::"})
    void behind_a_block_is_an_address(String text, String behind) {
        assertThat(Cidr.of(text).behind()).contains(IpAddress.of(behind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "240.0.0.0/4", "::/0", "8000::/1"})
    void nothing_is_behind_the_last_block(String text) {
        assertThat(Cidr.of(text).behind()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, 10.0.0.7/32",
        "0.0.0.0/0, 0.0.0.0/0",
        "::/0, ::/0",
        "::1, ::1/128",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1/128",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1/128",
        "2001:db8::/32, 2001:db8::/32",
        "fd00:0:0:7::/64, fd00:0:0:7::/64"
    })
    void a_block_has_one_text(String text, String canonical) {
        assertThat(Cidr.of(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1/24",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.256",
                "10.0.0",
                "10.0.0.0.0",
                "10.00.0.0",
                "10.0.0.0/08",
                "2001:db8::1/64",
                "::/129",
                "1::2::3",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "g::",
                ":",
                "1:",
                ":1"
            })
    void what_is_no_block_is_refused(String text) {
        assertThatThrownBy(() -> Cidr.of(text)).isInstanceOf(InvalidValueException.class);
    }

    private static IPAddress library(String text) {
        IPAddress block = new IPAddressString(text).getAddress();
        return block.isPrefixed() ? block.toPrefixBlock() : block.toPrefixBlock(block.getBitCount());
    }

    /** Canonical or not, of both families, small enough that many lie in each other. */
    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> ipv4 = Arbitraries.of(0, 1, 10, 127, 169, 203, 224, 254, 255)
                .list()
                .ofSize(4)
                .map(parts -> parts.stream().map(String::valueOf).collect(Collectors.joining(".")));
        Arbitrary<String> ipv6 = Arbitraries.of("0", "0", "0", "1", "fe80", "ff02", "2001", "DB8", "ffff")
                .list()
                .ofSize(8)
                .map(groups -> String.join(":", groups));
        Arbitrary<String> canonical =
                ipv6.map(text -> new IPAddressString(text).getAddress().toCanonicalString());
        return Arbitraries.oneOf(ipv4, ipv6, canonical);
    }

    @Provide
    Arbitrary<String> blocks() {
        return Combinators.combine(addresses(), Arbitraries.integers().between(0, 128))
                .as((text, bits) -> {
                    IPAddress address = new IPAddressString(text).getAddress();
                    int prefix = Math.min(bits, address.getBitCount());
                    String zeroed = address.setPrefixLength(prefix, false)
                            .toZeroHost()
                            .getLower()
                            .withoutPrefixLength()
                            .toString();
                    return prefix == address.getBitCount() && bits % 2 == 0 ? zeroed : zeroed + "/" + prefix;
                });
    }
}
