package kz.tapbot.ssh;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which host keys of a server are trusted, and which never again. What is not trusted is refused; nothing is ever learnt from the server.
 *
 * @param trusted the keys that are accepted, several while one is replaced
 * @param revoked keys that are refused even if they are trusted
 */
public record HostKeys(Set<HostKey> trusted, Set<HostKey> revoked) {

    /** Takes copies. */
    public HostKeys {
        trusted = Set.copyOf(trusted);
        revoked = Set.copyOf(revoked);
    }

    /**
     * Trusts these fingerprints or public keys, see {@link HostKey#of(String)}.
     *
     * @throws IllegalArgumentException if one cannot be read
     */
    public static HostKeys trust(String... keys) {
        return trust(Arrays.asList(keys));
    }

    /**
     * Trusts these fingerprints or public keys, see {@link HostKey#of(String)}.
     *
     * @throws IllegalArgumentException if one cannot be read
     */
    public static HostKeys trust(Collection<String> keys) {
        return new HostKeys(read(keys), Set.of());
    }

    /**
     * The same, but these keys are refused whatever else says.
     *
     * @throws IllegalArgumentException if one cannot be read
     */
    public HostKeys revoke(String... keys) {
        Set<HostKey> all = new LinkedHashSet<>(revoked);
        all.addAll(read(Arrays.asList(keys)));
        return new HostKeys(trusted, all);
    }

    private static Set<HostKey> read(Collection<String> keys) {
        Set<HostKey> all = new LinkedHashSet<>();
        keys.forEach(key -> all.add(HostKey.of(key)));
        return all;
    }

    boolean accepts(HostKey key) {
        return !revoked.contains(key) && trusted.contains(key);
    }
}
