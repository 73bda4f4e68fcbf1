package kz.tapbot.ssh;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.Factory;

/** Asks a server for its host keys without logging in, as ssh-keyscan(1) does. What it finds is what somebody at that address says, and no more. */
public final class HostKeyScan {

    private static final List<List<Factory.Named<KeyAlgorithm>>> TYPES = List.of(
            List.of(KeyAlgorithms.EdDSA25519()),
            List.of(KeyAlgorithms.RSASHA512(), KeyAlgorithms.RSASHA256()),
            List.of(KeyAlgorithms.ECDSASHANistp256()),
            List.of(KeyAlgorithms.ECDSASHANistp384()),
            List.of(KeyAlgorithms.ECDSASHANistp521()));

    private HostKeyScan() {}

    /**
     * The keys that it offers, the strongest type first; one connection for each type that there is.
     *
     * @throws SshException if it is not reached, or speaks no SSH that we do
     * @throws IllegalArgumentException if the host is no name or address, or the port none
     */
    public static List<HostKey> of(String host, int port, SshLimits limits) throws SshException {
        SshTarget.checkHost(host);
        SshTarget.checkPort(port);
        List<HostKey> found = new ArrayList<>();
        try (Deadlines deadlines = new Deadlines("ssh scan of " + host)) {
            for (List<Factory.Named<KeyAlgorithm>> type : TYPES) {
                ask(host, port, limits, deadlines, type, found);
            }
        }
        return List.copyOf(found);
    }

    private static void ask(
            String host,
            int port,
            SshLimits limits,
            Deadlines deadlines,
            List<Factory.Named<KeyAlgorithm>> type,
            List<HostKey> found)
            throws SshException {
        int before = found.size();
        QuietConfig config = new QuietConfig(type);
        config.setKeyExchangeFactories(QuietConfig.exchanges().stream()
                .map(exchange -> SeenExchange.by(exchange, blob -> found.add(HostKey.of(blob))))
                .toList());
        try (SSHClient client = new SSHClient(config)) {
            Handshake.dial(client, host, port, limits, deadlines, null);
        } catch (IOException | RuntimeException e) {
            boolean hasNone = String.valueOf(e.getMessage()).contains("settlement of HostKeyAlgorithms");
            if (found.size() == before && !hasNone) {
                throw new SshException(
                        "No SSH connection to " + SshTarget.at(host, port) + ": " + Told.why(e) + ".", e);
            }
        }
    }
}
