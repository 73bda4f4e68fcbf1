package kz.tapbot.validate.internal.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which literal texts are secrets, whatever they are called. */
final class SecretValues {

    /** A text without letters and digits both, or shorter than this, is hardly a made secret. */
    private static final int LEAST_MADE = 12;

    /** What stands in the first lines of every list of passwords, or in vendors' examples. */
    private static final Set<String> WEAK = Set.of(
            "admin",
            "changeit",
            "changeme",
            "default",
            "example",
            "letmein",
            "mypassword",
            "mysecretpassword",
            "n8n",
            "password",
            "password123",
            "postgres",
            "qwerty",
            "root",
            "secret",
            "test",
            "123456",
            "12345678",
            "123456789");

    /** Hashes and keys that were copied from tutorials so often that they protect nothing. */
    private static final List<String> PUBLIC = List.of(
            // The word "password", from Laravel's user factory.
            "$2y$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi",
            // The users "test" and "test2" of Traefik's manual on basic authentication.
            "$apr1$H6uskkkW$IgXLP6ewTrSuBkTrqE8wj/",
            "$apr1$d9hr9HBB$4HxwgUir3HP4EsggP/QNo0",
            // KEY and SECRET of Directus' guide to Docker.
            "255d861b-5ea1-5996-9aa3-922530ec40b1",
            "6116487b-cda1-52c2-b5b5-c8022c45e263");

    private static final List<String> HASHES = List.of("$2a$", "$2b$", "$2y$", "$apr1$", "{SHA}", "$argon2");

    private SecretValues() {}

    /** Whether the text holds what everybody can read in a tutorial; a doubled dollar sign of compose files counts as one. */
    static boolean isPublic(String text) {
        String plain = text.indexOf("$$") >= 0 ? text.replace("$$", "$") : text;
        for (String known : PUBLIC) {
            if (plain.contains(known)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text has the first line of a private key, as PEM and OpenSSH write it (RFC 7468). */
    static boolean isPrivateKey(String text) {
        int begin = text.indexOf("-----BEGIN ");
        return begin >= 0 && text.indexOf("PRIVATE KEY-----", begin) >= 0;
    }

    /** Whether the text is a password that is tried first. */
    static boolean isWeak(String text) {
        return WEAK.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether the text holds the hash of a password. */
    static boolean hasHash(String text) {
        if (text.indexOf('$') < 0 && text.indexOf('{') < 0) {
            return false;
        }
        String plain = text.replace("$$", "$");
        for (String prefix : HASHES) {
            if (plain.contains(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text holds an address with a password in it: {@code postgres://user:password@host}. */
    static boolean hasPasswordInAddress(String text) {
        int scheme = text.indexOf("://");
        while (scheme >= 0) {
            int start = scheme + 3;
            int end = start;
            while (end < text.length() && "/?# \"'".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            int at = text.lastIndexOf('@', end - 1);
            int colon = text.indexOf(':', start);
            if (at > start && colon >= start && colon < at - 1 && text.charAt(colon + 1) != '$') {
                return true;
            }
            scheme = text.indexOf("://", end);
        }
        return false;
    }

    /** Whether the text is no secret but says where one is, or nothing at all. */
    static boolean isReference(String text) {
        return text.isBlank()
                || text.startsWith("/")
                || text.contains("$(")
                || text.contains("`")
                || text.startsWith("$") && text.length() > 1 && Character.isLetter(text.charAt(1))
                || text.startsWith("\"$");
    }

    /** Whether the text looks made by a machine: long, of letters and digits, and neither address nor path. */
    static boolean looksMade(String text) {
        boolean letter = false;
        boolean digit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letter |= Character.isLetter(c);
            digit |= Character.isDigit(c);
            if (" /:.@,".indexOf(c) >= 0) {
                return false;
            }
        }
        return letter && digit && text.length() >= LEAST_MADE;
    }
}
