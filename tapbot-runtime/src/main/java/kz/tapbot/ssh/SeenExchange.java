package kz.tapbot.ssh;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.function.Consumer;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.Transport;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.transport.digest.Digest;
import net.schmizz.sshj.transport.kex.KeyExchange;

/** A key exchange that ends as soon as the host key is seen, so that a key can be shown of a type that we could not check. */
final class SeenExchange implements KeyExchange {

    private final KeyExchange exchange;
    private final Consumer<byte[]> seen;

    private SeenExchange(KeyExchange exchange, Consumer<byte[]> seen) {
        this.exchange = exchange;
        this.seen = seen;
    }

    static Factory.Named<KeyExchange> by(Factory.Named<KeyExchange> factory, Consumer<byte[]> seen) {
        return new Factory.Named<>() {
            @Override
            public String getName() {
                return factory.getName();
            }

            @Override
            public KeyExchange create() {
                return new SeenExchange(factory.create(), seen);
            }
        };
    }

    @Override
    public void init(Transport transport, String serverId, String clientId, byte[] serverInit, byte[] clientInit)
            throws GeneralSecurityException, TransportException {
        exchange.init(transport, serverId, clientId, serverInit, clientInit);
    }

    /** The host key is the first thing in the answer (RFC 4253, section 8; RFC 8731). */
    @Override
    public boolean next(Message message, SSHPacket packet) throws GeneralSecurityException, TransportException {
        if (message != Message.KEXDH_31) {
            return exchange.next(message, packet);
        }
        try {
            seen.accept(packet.readBytes());
        } catch (Buffer.BufferException e) {
            throw new TransportException(e);
        }
        throw new TransportException(DisconnectReason.BY_APPLICATION, "the host key is seen");
    }

    @Override
    public byte[] getH() {
        return exchange.getH();
    }

    @Override
    public BigInteger getK() {
        return exchange.getK();
    }

    @Override
    public Digest getHash() {
        return exchange.getHash();
    }

    @Override
    public PublicKey getHostKey() {
        return exchange.getHostKey();
    }
}
