package kz.tapbot.docker.http;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/** A Unix socket on this machine. */
final class UnixDialer implements Dialer {

    private final UnixDomainSocketAddress address;

    UnixDialer(Path socket) {
        this.address = UnixDomainSocketAddress.of(socket);
    }

    @Override
    public Duplex open(Duration limit) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.configureBlocking(false);
            if (channel.connect(address)) {
                channel.configureBlocking(true);
                return new ChannelDuplex(channel);
            }
        } catch (IOException | RuntimeException e) {
            Quietly.close(channel);
            throw e;
        }
        Quietly.close(channel);
        return queue(limit);
    }

    /** The engine accepts nobody and its queue is full. Such a connect cannot be finished later, only waited for. */
    private Duplex queue(Duration limit) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        return Within.limit(limit, channel, "waiting to be accepted by " + name(), () -> {
            channel.connect(address);
            return new ChannelDuplex(channel);
        });
    }

    @Override
    public String name() {
        return "unix://" + address.getPath();
    }
}
