package kz.tapbot.ssh;

import java.io.IOException;
import net.schmizz.sshj.common.Buffer;

/** A key to log in with that is ready to sign. */
interface Identity {

    /** Its public half as it goes over the wire. */
    byte[] blob();

    /** The algorithm it signs by (RFC 8709; RFC 8332 for RSA, where {@code ssh-rsa} would mean SHA-1). */
    default String algorithm() {
        String type = HostKey.typeOf(blob());
        return type.equals("ssh-rsa") ? "rsa-sha2-512" : type;
    }

    /** The signature with its algorithm before it. */
    byte[] sign(byte[] data) throws IOException;

    static byte[] named(String algorithm, byte[] signature) {
        return new Buffer.PlainBuffer().putString(algorithm).putBytes(signature).getCompactData();
    }
}
