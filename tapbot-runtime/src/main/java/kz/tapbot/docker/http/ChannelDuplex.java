package kz.tapbot.docker.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A connected socket channel in blocking mode. Not by {@code Channels.newInputStream}: until JDK 19 its streams share a
 * lock, and a reader that waits keeps the writer waiting.
 */
final class ChannelDuplex implements Duplex {

    private final SocketChannel channel;
    private final Received in;
    private final Sent out;

    ChannelDuplex(SocketChannel channel) {
        this.channel = channel;
        this.in = new Received(channel);
        this.out = new Sent(channel);
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public void closeOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public boolean isOpen() {
        if (!channel.isOpen()) {
            return false;
        }
        try {
            return !in.isAtEnd();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        Quietly.close(channel);
    }

    /** Reads; what had to be read to see whether there is anything waits in {@code ahead}. */
    private static final class Received extends InputStream {

        private final SocketChannel channel;
        private final ByteBuffer ahead = ByteBuffer.allocate(512).limit(0);

        Received(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (ahead.hasRemaining()) {
                int count = Math.min(length, ahead.remaining());
                ahead.get(bytes, offset, count);
                return count;
            }
            return channel.read(ByteBuffer.wrap(bytes, offset, length));
        }

        @Override
        public int available() throws IOException {
            isAtEnd();
            return ahead.remaining();
        }

        boolean isAtEnd() throws IOException {
            if (ahead.hasRemaining()) {
                return false;
            }
            ahead.clear();
            channel.configureBlocking(false);
            try {
                return channel.read(ahead) < 0;
            } finally {
                ahead.flip();
                channel.configureBlocking(true);
            }
        }
    }

    /** Writes all that it is given. */
    private static final class Sent extends OutputStream {

        private final SocketChannel channel;

        Sent(SocketChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }
}
