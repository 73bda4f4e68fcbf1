package kz.tapbot.ssh;

import java.security.PublicKey;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.jspecify.annotations.Nullable;

/** Accepts the pinned keys and nothing else, at the first key exchange and at each later one. */
final class PinnedVerifier implements HostKeyVerifier {

    private final HostKeys keys;
    private volatile @Nullable HostKey refused;

    PinnedVerifier(HostKeys keys) {
        this.keys = keys;
    }

    @Override
    public boolean verify(String host, int port, PublicKey key) {
        HostKey shown = HostKey.of(new Buffer.PlainBuffer().putPublicKey(key).getCompactData());
        if (keys.accepts(shown)) {
            return true;
        }
        refused = shown;
        return false;
    }

    /** The key that was refused, if one was. */
    @Nullable HostKey refused() {
        return refused;
    }

    /** The order is the one of our configuration, which offers no other types. */
    @Override
    public List<String> findExistingAlgorithms(String host, int port) {
        return List.of();
    }
}
