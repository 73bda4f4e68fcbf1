package kz.tapbot.runtime.hash;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacSha256Test {

    /** RFC 4231, test cases 2 and 6. */
    @ParameterizedTest
    @CsvSource({
        "Jefe, 1, what do ya want for nothing?, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "\u00aa, 131, Test Using Larger Than Block-Size Key - Hash Key First, 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
    })
    void the_standard_gives_the_same(String unit, int times, String data, String expected) {
        byte[] key = unit.repeat(times).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(HexFormat.of().formatHex(new HmacSha256(key).of(data.getBytes(US_ASCII))))
                .isEqualTo(expected);
    }

    @Property(tries = 1000)
    void the_jdk_gives_the_same(
            @ForAll @Size(min = 1, max = 200) byte[] key, @ForAll byte[] first, @ForAll byte[] second)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update(first);
        assertThat(new HmacSha256(key).of(first, second)).isEqualTo(mac.doFinal(second));
    }
}
