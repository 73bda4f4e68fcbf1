package kz.tapbot.runtime.compose.internal.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.runtime.compose.result.ComposeCode;

/** The secrets of a file: by reference only. The values are compared here, so that one password is one secret, and go no further. */
final class Secrets {

    private final Findings findings;
    private final Map<String, SecretName> byValue = new HashMap<>();
    private final Map<SecretSource, SecretName> bySource = new HashMap<>();
    private final SortedMap<SecretName, SecretDeclaration> declared = new TreeMap<>();
    private final Names names = new Names();

    private final Set<String> variablesOfFile;

    /**
     * Without any.
     *
     * @param variablesOfFile what the file takes from its environment, so that nothing else is called so
     */
    Secrets(Findings findings, Set<String> variablesOfFile) {
        this.findings = findings;
        this.variablesOfFile = variablesOfFile;
    }

    /** A password that stands in the file as a text: the secret by that name, of that variable, unless it was met before. */
    SecretName plain(String name, String value, int line) {
        return byValue.computeIfAbsent(
                value, first -> declare(name, SecretSource.environment(free(variable(name))), line));
    }

    private String free(String variable) {
        String free = variable;
        for (int i = 2; variablesOfFile.contains(free) || bySource.containsKey(SecretSource.environment(free)); i++) {
            free = variable + "_" + i;
        }
        return free;
    }

    /** A variable that Compose takes from its environment. */
    SecretName fromEnvironment(String variable, int line) {
        return declare(variable, SecretSource.environment(variable(variable)), line);
    }

    /** A file on the machine that brings things up. */
    SecretName fromFile(String name, String path, int line) {
        return declare(name, SecretSource.file(path), line);
    }

    private SecretName declare(String name, SecretSource source, int line) {
        return bySource.computeIfAbsent(source, first -> {
            SecretName secret =
                    SecretName.of(names.of(Names.like(name, "secret", SecretName::of), "secret", SecretName::of));
            declared.put(
                    secret,
                    SecretDeclaration.builder()
                            .name(secret)
                            .source(source)
                            .places(kz.tapbot.model.place.Places.of(findings.at(line)))
                            .build());
            return secret;
        });
    }

    SecretSource source(SecretName name) {
        return java.util.Objects.requireNonNull(declared.get(name)).source();
    }

    private static String variable(String name) {
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        String begun = plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
        return begun.substring(0, Math.min(begun.length(), 120));
    }

    /** Tells of a password in the file, without it. */
    void tell(kz.tapbot.model.name.Address address, int line, String where, SecretName secret) {
        findings.add(
                ComposeCode.PASSWORD,
                address,
                line,
                where + " holds a password, key or token as plain text.",
                "It is in the file, its history, and the engine's inspect, for everybody who reads these.",
                "The source refers to it as secret " + secret + ", read from the variable "
                        + source(secret).arguments().get(0)
                        + ". Change it where it is used, and take it out of the file.");
    }

    SortedMap<SecretName, SecretDeclaration> declared() {
        return declared;
    }
}
