package kz.tapbot.docker.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** A TCP port. */
final class TcpDialer implements Dialer {

    private final String host;
    private final int port;

    TcpDialer(String host, int port) {
        this.host = host;
        this.port = checked(port);
    }

    static int checked(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
        }
        return port;
    }

    @Override
    public Duplex open(Duration limit) throws IOException {
        return new ChannelDuplex(connect(limit));
    }

    SocketChannel connect(Duration limit) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        SocketChannel channel = SocketChannel.open();
        try {
            // A request goes out in one or two small writes: waiting to fill a packet would cost 40 ms each.
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            channel.socket().connect(address, Millis.of(limit));
            return channel;
        } catch (IOException | RuntimeException e) {
            Quietly.close(channel);
            throw e;
        }
    }

    @Override
    public String name() {
        return "tcp://" + host + ":" + port;
    }
}
