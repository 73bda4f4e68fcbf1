package kz.tapbot.runtime.secret;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import kz.tapbot.model.name.SecretName;

/**
 * Makes bcrypt hashes (Provos and Mazières 1999) of cost 12. The salt follows from the server's key, the name and the value, so that the
 * same value gives the same hash again and a plan after an apply is empty, while two servers and two values share no salt. A hash is slow
 * on purpose; what was made is kept under a keyed hash, which tells nothing.
 */
public final class PasswordHashes {

    /** The most bytes of a password that bcrypt looks at. */
    static final int MOST_BYTES = 72;

    private static final int COST = 12;
    private static final int SALT_BYTES = 16;
    private static final int KEPT = 1_000;

    private final ConcurrentMap<String, byte[]> made = new ConcurrentHashMap<>();

    /** Nothing made yet. */
    public PasswordHashes() {}

    byte[] of(byte[] key, SecretName name, SecretValue value) {
        byte[] password = value.bytes();
        try {
            byte[] told = name.value().getBytes(StandardCharsets.UTF_8);
            byte[] salt = KeyedHash.keyed(key, "tapbot bcrypt salt", told, password);
            if (made.size() > KEPT) {
                made.clear();
            }
            return made.computeIfAbsent(
                            Base64.getEncoder().encodeToString(salt),
                            unused -> BCrypt.with(BCrypt.Version.VERSION_2Y)
                                    .hash(COST, Arrays.copyOf(salt, SALT_BYTES), password))
                    .clone();
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }
}
