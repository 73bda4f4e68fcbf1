package kz.tapbot.validate.internal.secrets;

import java.util.List;
import java.util.Locale;

/** Which names mean a secret. Careful on purpose: a false alarm teaches people to ignore the true one. */
final class SecretNames {

    private static final List<String> WORDS = List.of(
            "PASSWORD",
            "PASSWD",
            "PASSPHRASE",
            "SECRET",
            "TOKEN",
            "API_KEY",
            "APIKEY",
            "PRIVATE_KEY",
            "SECRET_KEY",
            "ACCESS_KEY",
            "ENCRYPTION_KEY",
            "SIGNING_KEY",
            "MASTER_KEY",
            "PASSWORD_HASH",
            "CREDENTIALS",
            "REQUIREPASS",
            "MASTERAUTH");

    private SecretNames() {}

    /** Whether the name ends in a word for a secret: {@code DB_PASSWORD}, {@code --api-key}, but not {@code PASSWORD_FILE}. */
    static boolean meansSecret(String name) {
        String plain = plain(name);
        for (String word : WORDS) {
            if (plain.endsWith(word)) {
                return !plain.endsWith("PUBLIC_" + word);
            }
        }
        return plain.equals("KEY") || plain.endsWith("_PASS") || plain.endsWith("_PWD") || plain.equals("PASS");
    }

    /** Whether a word for a secret is somewhere in the name, and what the name ends in does not make it something else. */
    static boolean mentionsSecret(String name) {
        String plain = plain(name);
        if (plain.endsWith("_FILE")) {
            return false;
        }
        for (String word : WORDS) {
            if (plain.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }
}
