package kz.tapbot.runtime.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC (RFC 2104) with SHA-256 (FIPS 180-4). The JDK's own lies behind javax.crypto, which checks all its providers at its first use: a third of the time
 * to the first line of a plan. Immutable and so safe to use from several threads.
 */
public final class HmacSha256 {

    private static final int BLOCK = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private final byte[] inner;
    private final byte[] outer;

    /** With a key of any length; copied. */
    public HmacSha256(byte[] key) {
        byte[] block = Arrays.copyOf(key.length > BLOCK ? sha256().digest(key) : key, BLOCK);
        inner = padded(block, INNER);
        outer = padded(block, OUTER);
        Arrays.fill(block, (byte) 0);
    }

    private static byte[] padded(byte[] block, byte pad) {
        byte[] padded = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            padded[i] = (byte) (block[i] ^ pad);
        }
        return padded;
    }

    /** The keyed hash, 32 bytes, of the parts one after the other. */
    public byte[] of(byte[]... parts) {
        MessageDigest digest = sha256();
        digest.update(inner);
        for (byte[] part : parts) {
            digest.update(part);
        }
        byte[] hash = digest.digest();
        digest.update(outer);
        return digest.digest(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
