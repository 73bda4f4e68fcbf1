package kz.tapbot.runtime.compose.internal.read;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what may be a password. Rather once too often: what is taken for one is only referred to, and no value is lost by that. */
final class Secrecy {

    private static final List<String> WORDS = List.of(
            "PASSWORD",
            "PASSWD",
            "PASSPHRASE",
            "SECRET",
            "TOKEN",
            "APIKEY",
            "CREDENTIAL",
            "REQUIREPASS",
            "MASTERAUTH",
            "PRIVATE_KEY",
            "WEBHOOK",
            "BASICAUTH",
            "AUTHORIZATION",
            "HTPASSWD");

    private static final Set<String> LAST =
            Set.of("KEY", "PASS", "PWD", "DSN", "PW", "AUTH", "SALT", "PAT", "SAS", "COOKIE", "AUTHKEY", "ACCESSKEY");

    /** What ends a name of something that is about a secret and is none. */
    private static final Set<String> NOT_LAST = Set.of(
            "FILE", "PATH", "TTL", "EXPIRY", "EXPIRES", "LENGTH", "ENABLED", "ALGORITHM", "POLICY", "NAME", "DIR");

    private static final Set<String> NO_SECRET =
            Set.of("", "true", "false", "yes", "no", "on", "off", "0", "1", "none");

    private static final List<String> HASHES =
            List.of("$2a$", "$2b$", "$2y$", "$apr1$", "$argon2", "$5$", "$6$", "{SHA}");

    /** Hashes of tutorials: the word "password" (Laravel's user factory), and the users of Traefik's manual. */
    private static final List<String> PUBLIC = List.of(
            "$2y$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi",
            "$apr1$H6uskkkW$IgXLP6ewTrSuBkTrqE8wj/",
            "$apr1$d9hr9HBB$4HxwgUir3HP4EsggP/QNo0");

    /** How well-known services begin their keys and tokens, and what stands before one in a header. */
    private static final Pattern MADE = Pattern.compile(
            "\\b(?:sk_(?:live|test)_|sk-|ghp_|gho_|ghs_|github_pat_|glpat-|xox[abpr]-|AKIA|ASIA|AIza|SG\\.|npm_|dop_v1_|tskey-)[A-Za-z0-9_-]{8,}"
                    + "|hooks\\.slack\\.com/services/|\\b[0-9]{6,12}:AA[A-Za-z0-9_-]{20,}|(?i:\\b(?:bearer|basic))\\s+[A-Za-z0-9+/=._-]{6,}");

    /** A setting inside a longer text, such as {@code Password=…;} of a connection, or a line of a configuration. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?i)(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|private[_-]?key|authorization|credentials?|requirepass)"
                    + "[a-z0-9_'\"\\]) -]{0,24}[=:]>?\\s*['\"]?(?![/$])[^\\s'\",;]{3,}");

    /** Stands for the value of a secret in a text that may not have it. */
    static final String WITHHELD = "\0";

    private Secrecy() {}

    /** Whether the value holds what everybody can read in a tutorial. */
    static boolean isPublic(String value) {
        return PUBLIC.stream().anyMatch(value::contains);
    }

    /** Whether a variable, label or option of that name with that value may hold a secret. */
    static boolean isSecret(String name, String value) {
        return !NO_SECRET.contains(value.toLowerCase(Locale.ROOT))
                && !value.startsWith("/run/secrets/")
                && (meansSecret(name) || holdsSecret(value));
    }

    /** Whether a name means a secret. */
    static boolean meansSecret(String name) {
        String plain = name.replaceAll("([a-z])([A-Z])", "$1_$2")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_");
        String last = plain.substring(plain.lastIndexOf('_') + 1);
        if (NOT_LAST.contains(last) || plain.contains("PUBLIC_KEY")) {
            return false;
        }
        return LAST.contains(last) || WORDS.stream().anyMatch(plain::contains);
    }

    /** Whether a value holds a secret, whatever it is called: a hash, a private key, an address with a password. */
    static boolean holdsSecret(String value) {
        if (value.contains(WITHHELD)
                || value.contains("PRIVATE KEY-----")
                || HASHES.stream().anyMatch(value::contains)) {
            return true;
        }
        boolean longer = value.chars().anyMatch(c -> " \n\t;{,\"&?".indexOf(c) >= 0);
        if (MADE.matcher(value).find() || longer && ASSIGNED.matcher(value).find()) {
            return true;
        }
        int scheme = value.indexOf("://");
        while (scheme >= 0) {
            int end = scheme + 3;
            while (end < value.length() && "/?# \"'".indexOf(value.charAt(end)) < 0) {
                end++;
            }
            String authority = value.substring(scheme + 3, end);
            int at = authority.lastIndexOf('@');
            int colon = authority.indexOf(':');
            if (at > 0 && colon >= 0 && colon < at - 1) {
                return true;
            }
            scheme = value.indexOf("://", end);
        }
        return false;
    }

    /** Whether one of the words of a command is, or is followed by, a secret. */
    static boolean inCommand(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (holdsSecret(word) || assigns(word)) {
                return true;
            }
            if (isJoined(words, word)) {
                return true;
            }
            boolean option = word.startsWith("-") && word.indexOf('=') < 0;
            if (option
                    && !next.startsWith("-")
                    && !next.isEmpty()
                    && (meansSecret(word) || isShort(words, word))
                    && isSecret("password", next)) {
                return true;
            }
            if (word.indexOf(' ') >= 0 && inCommand(List.of(word.strip().split("[\\s;|&\"']+", -1)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean assigns(String word) {
        int equals = word.indexOf('=');
        return equals > 0
                && word.substring(0, equals).matches("-{0,2}[A-Za-z][A-Za-z0-9_.-]{0,80}")
                && isSecret(word.substring(0, equals), word.substring(equals + 1));
    }

    /** Options of a letter with the password right behind it, of MySQL and MariaDB, and of curl behind the user; and an alias of MinIO's client, which takes a bare key. */
    private static boolean isJoined(List<String> words, String word) {
        return word.matches("-p\\S+") && anyIs(words, "mysql", "mariadb")
                || word.matches("-[A-Za-z]*u[^:\\s]+:\\S+") && anyIs(words, "curl")
                || word.equals("alias")
                        && words.contains("set")
                        && words.stream().anyMatch(one -> one.matches("(.*/)?mc(li)?"));
    }

    /** Options of a letter that take a password: of redis-cli, MongoDB's tools, sshpass and LDAP's tools, and of curl by its user. */
    private static boolean isShort(List<String> words, String option) {
        return switch (option) {
            case "-a" -> anyIs(words, "redis-cli", "valkey-cli");
            case "-p" -> anyIs(words, "mongo", "sshpass");
            case "-w" -> anyIs(words, "ldap");
            case "-u" -> anyIs(words, "curl");
            default -> false;
        };
    }

    private static boolean anyIs(List<String> words, String... programs) {
        return words.stream().anyMatch(word -> List.of(programs).stream().anyMatch(word::contains));
    }
}
