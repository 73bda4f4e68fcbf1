package kz.tapbot.runtime.memory.internal.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.TopologyName;

/** The generated secrets that a simulated server keeps, the key of its fingerprints, and what was last applied. */
public final class Vault {

    private static final byte[] NONE = new byte[0];

    private final NavigableMap<SecretName, char[]> secrets = new TreeMap<>();
    private final NavigableMap<TopologyName, byte[]> remembered = new TreeMap<>();
    private final String seed;
    private byte[] key = NONE;

    /** With a key that follows from the server's name, so that a simulation is the same every time. */
    public Vault(String seed) {
        this.seed = seed;
    }

    /** A copy of a secret. */
    public Optional<char[]> secret(SecretName name) {
        return Optional.ofNullable(secrets.get(name)).map(char[]::clone);
    }

    /** Keeps a copy of a secret. */
    public void keep(SecretName name, char[] value) {
        secrets.put(name, value.clone());
    }

    /** The names of what is kept. */
    public SortedSet<SecretName> names() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(secrets.keySet()));
    }

    /** A copy of what is remembered for a topology. */
    public Optional<byte[]> remembered(TopologyName topology) {
        return Optional.ofNullable(remembered.get(topology)).map(byte[]::clone);
    }

    /** Keeps a copy of what is to be remembered for a topology, or nothing any more. */
    public void remember(TopologyName topology, Optional<byte[]> bytes) {
        bytes.ifPresentOrElse(kept -> remembered.put(topology, kept.clone()), () -> remembered.remove(topology));
    }

    /** The key; made if it is missing and asked for. */
    public byte[] key(boolean create) {
        if (key.length == 0 && create) {
            try {
                key = MessageDigest.getInstance("SHA-256").digest(("tapbot memory " + seed).getBytes(UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
        return key.clone();
    }
}
