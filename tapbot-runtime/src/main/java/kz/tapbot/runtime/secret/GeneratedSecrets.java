package kz.tapbot.runtime.secret;

import java.security.SecureRandom;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.runtime.spi.HostState;

/** Secrets that Tapbot makes: kept on every server that needs them, read back from any. */
public final class GeneratedSecrets {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int LETTERS = 52;
    private static final int LENGTH = 32;

    private final RunSecrets secrets;
    private final SortedMap<ServerName, HostState> servers;
    private final SecureRandom random = new SecureRandom();

    /** The generated ones of the secrets, kept on these servers. */
    public GeneratedSecrets(RunSecrets secrets, SortedMap<ServerName, HostState> servers) {
        this.secrets = secrets;
        this.servers = servers;
    }

    /** Reads back what the servers keep. Two different values are a finding, because either may be what data was encrypted with. */
    public void read() {
        for (SecretName name : secrets.uses().names()) {
            if (secrets.isGenerated(name)) {
                read(name);
            }
        }
    }

    /** Makes what no server keeps, and gives each to the servers that need it. Called with all locks held. */
    public void makeAndKeep() {
        for (SecretName name : secrets.uses().names()) {
            if (secrets.isGenerated(name) && !secrets.isUnavailable(name)) {
                if (secrets.value(name).isEmpty()) {
                    secrets.settle(name, make());
                }
                secrets.value(name).ifPresent(value -> keep(name, value));
            }
        }
    }

    private void read(SecretName name) {
        TreeMap<ServerName, SecretValue> found = new TreeMap<>();
        servers.forEach(
                (server, state) -> state.secret(name).ifPresent(value -> found.put(server, SecretValue.owning(value))));
        Map.Entry<ServerName, SecretValue> first = found.pollFirstEntry();
        if (first == null) {
            return;
        }
        SecretValue value = first.getValue();
        for (var other : found.entrySet()) {
            if (!value.sameAs(other.getValue())) {
                secrets.problem(
                        name,
                        SecretCode.CLASH,
                        "The servers " + first.getKey() + " and " + other.getKey()
                                + " keep different values of it. Either may be what data was encrypted with, so neither is "
                                + "overwritten. Find out which one is in use, and remove the other from its server's store.");
            }
            other.getValue().wipe();
        }
        secrets.settle(name, value);
    }

    private void keep(SecretName name, SecretValue value) {
        for (ServerName server : secrets.uses().servers(name)) {
            HostState state = servers.get(server);
            if (state != null && state.secret(name).map(GeneratedSecrets::wiped).isEmpty()) {
                char[] copy = value.copy();
                state.keep(name, copy);
                wiped(copy);
            }
        }
    }

    private static char[] wiped(char[] characters) {
        java.util.Arrays.fill(characters, '\0');
        return characters;
    }

    /** 32 characters of the URL-safe alphabet (RFC 4648, section 5), which are 191 bits; the first is a letter, so that none reads as an option. */
    private SecretValue make() {
        char[] characters = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            characters[i] = ALPHABET.charAt(random.nextInt(i == 0 ? LETTERS : ALPHABET.length()));
        }
        return SecretValue.owning(characters);
    }
}
