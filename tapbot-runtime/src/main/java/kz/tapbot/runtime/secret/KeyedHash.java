package kz.tapbot.runtime.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import kz.tapbot.runtime.hash.HmacSha256;

/** SHA-256 (FIPS 180-4) and HMAC-SHA-256 (RFC 2104). */
final class KeyedHash {

    private static final String HEX = "0123456789abcdef";
    private static final int SHOWN_BYTES = 16;

    private KeyedHash() {}

    static byte[] plain(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The keyed hash of the parts, each with its length before it so that no two lists of parts give the same bytes. */
    static byte[] keyed(byte[] key, String purpose, byte[]... parts) {
        byte[][] all = new byte[1 + 2 * parts.length][];
        all[0] = purpose.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < parts.length; i++) {
            all[1 + 2 * i] = length(parts[i]);
            all[2 + 2 * i] = parts[i];
        }
        return new HmacSha256(key).of(all);
    }

    private static byte[] length(byte[] part) {
        int length = part.length;
        return new byte[] {0, (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length};
    }

    /** The first 128 bits in hexadecimal: enough that no two contents are taken for each other, and short enough for a plan. */
    static String text(byte[] hash) {
        StringBuilder out = new StringBuilder(2 * SHOWN_BYTES);
        for (int i = 0; i < SHOWN_BYTES; i++) {
            out.append(HEX.charAt((hash[i] >> 4) & 15)).append(HEX.charAt(hash[i] & 15));
        }
        return out.toString();
    }
}
