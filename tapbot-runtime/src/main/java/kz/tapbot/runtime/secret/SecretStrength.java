package kz.tapbot.runtime.secret;

import java.util.Locale;
import java.util.Set;
import kz.tapbot.model.name.SecretName;

/** Tells values that are guessed first. The words are those at the top of the public lists of leaked and default passwords. */
final class SecretStrength {

    private static final int SHORTEST = 12;
    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> WEAK = Set.of(
            "admin",
            "administrator",
            "changeme",
            "changeit",
            "changethis",
            "default",
            "directus",
            "example",
            "guest",
            "letmein",
            "master",
            "monitor",
            "password",
            "passwort",
            "postgres",
            "postgresql",
            "qwerty",
            "qwertyuiop",
            "redis",
            "replaceme",
            "root",
            "secret",
            "supersecret",
            "tapbot",
            "test",
            "testtest",
            "todo",
            "topsecret",
            "traefik",
            "user",
            "welcome",
            "yourpassword",
            "yoursecret",
            "mypassword",
            "mysecret",
            "secretpassword",
            "supersecretpassword",
            "adminpassword",
            "adminadmin",
            "passwordpassword",
            "postgrespassword",
            "rootpassword",
            "insecure",
            "placeholder",
            "iloveyou",
            "dragon",
            "football");

    private SecretStrength() {}

    /** Refuses a value that is guessed first; the message says why without showing it. */
    static void check(SecretName name, SecretValue value) throws Unusable {
        if (value.length() < SHORTEST) {
            throw weak("it has fewer than " + SHORTEST + " characters");
        }
        String core = core(value);
        if (core.equals(letters(name.value()))) {
            throw weak("it is the secret's own name");
        }
        if (WEAK.contains(core)) {
            throw weak("it is a word that everybody tries first, with digits and signs around it at most");
        }
        if (different(value) < FEWEST_DIFFERENT) {
            throw weak("it repeats fewer than " + FEWEST_DIFFERENT + " different characters");
        }
        if (isRun(value)) {
            throw weak("it is one run along the alphabet or the digits");
        }
    }

    private static Unusable weak(String why) {
        return new Unusable(
                SecretCode.WEAK,
                "Its value can be guessed: " + why + ". Make a new one, or let Tapbot make and keep it:\n"
                        + "    openssl rand -base64 24\n"
                        + "    Secret.generated(\"…\")");
    }

    private static String core(SecretValue value) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (Character.isLetter(value.at(i))) {
                out.append(value.at(i));
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static String letters(String name) {
        return name.replaceAll("[^a-z]", "");
    }

    private static long different(SecretValue value) {
        return java.util.stream.IntStream.range(0, value.length())
                .map(value::at)
                .distinct()
                .count();
    }

    private static boolean isRun(SecretValue value) {
        int step = value.at(1) - value.at(0);
        for (int i = 1; i < value.length(); i++) {
            boolean wraps = Character.isDigit(value.at(i)) && Character.isDigit(value.at(i - 1));
            int here = value.at(i) - value.at(i - 1);
            if (here != step && !(wraps && Math.floorMod(here, 10) == Math.floorMod(step, 10))) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }
}
