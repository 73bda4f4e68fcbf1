package kz.tapbot.ssh;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;

/**
 * A socket that closes itself when one write lasts too long: sshj's writer waits in the kernel with the lock that its keep-alive needs. And that
 * lets a server say only so much before it says that it speaks SSH (RFC 4253, section 4.2, knows no limit).
 */
final class GuardedSocket extends Socket {

    private static final int MOST_BEFORE_SSH = 16_384;

    private final Duration limit;
    private volatile long writesSince;

    GuardedSocket(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
        super.connect(address, timeout);
        setTcpNoDelay(true);
    }

    /** To be called now and then: closes the socket if its time is over. */
    void look() {
        long since = writesSince;
        if (since != 0 && System.nanoTime() - since > limit.toNanos()) {
            Quiet.close(this);
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Greeted(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Watched(super.getOutputStream());
    }

    /** Sshj reads one octet at a time until the identification is complete. */
    static final class Greeted extends FilterInputStream {

        private final StringBuilder line = new StringBuilder();
        private int count;
        private boolean greeted;

        Greeted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            if (!greeted && octet >= 0) {
                look((char) octet);
            }
            return octet;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return in.read(bytes, offset, length);
        }

        private void look(char octet) throws IOException {
            if (++count > MOST_BEFORE_SSH) {
                throw new IOException("it said " + MOST_BEFORE_SSH
                        + " characters and not that it speaks SSH, so it is no SSH server");
            }
            if (octet == '\n') {
                greeted = line.toString().startsWith("SSH-");
                line.setLength(0);
            } else if (line.length() < 4) {
                line.append(octet);
            }
        }
    }

    private final class Watched extends FilterOutputStream {

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            long now = System.nanoTime();
            writesSince = now == 0 ? 1 : now;
            try {
                out.write(bytes, offset, length);
            } finally {
                writesSince = 0;
            }
        }
    }
}
