package kz.tapbot.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a channel has received and nobody has read yet, at most a window of it. Not sshj's stream: that one holds a lock while it writes to the
 * network, so that a close would wait for the network, and it logs every byte.
 */
final class Incoming extends InputStream {

    private final IntConsumer onRead;
    private final Deque<byte[]> chunks = new ArrayDeque<>();
    private int taken;
    private int available;
    private boolean ended;
    private @Nullable String failure;
    private @Nullable Throwable cause;

    /** Tells how many bytes were read, outside of any lock. */
    Incoming(IntConsumer onRead) {
        this.onRead = onRead;
    }

    synchronized void receive(byte[] bytes) {
        if (!ended && failure == null && bytes.length > 0) {
            chunks.add(bytes);
            available += bytes.length;
            notifyAll();
        }
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** What has arrived can still be read. */
    synchronized void fail(String why, Throwable because) {
        if (!ended && failure == null) {
            failure = why;
            cause = because;
            notifyAll();
        }
    }

    /** Nothing is read any more. */
    synchronized void abandon() {
        chunks.clear();
        available = 0;
        taken = 0;
        if (!ended && failure == null) {
            failure = "the channel is closed";
        }
        notifyAll();
    }

    synchronized boolean isAtEnd() {
        return available == 0 && (ended || failure != null);
    }

    @Override
    public synchronized int available() {
        return available;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = take(bytes, offset, length);
        if (count > 0) {
            onRead.accept(count);
        }
        return count;
    }

    private synchronized int take(byte[] bytes, int offset, int length) throws IOException {
        while (available == 0) {
            if (failure != null) {
                // Always a new one: sshj hands one instance to all, and a caller may add to it.
                throw new SshException(failure, cause);
            }
            if (ended) {
                return -1;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while reading");
            }
        }
        int count = 0;
        byte[] chunk = chunks.peek();
        while (chunk != null && count < length) {
            int piece = Math.min(length - count, chunk.length - taken);
            System.arraycopy(chunk, taken, bytes, offset + count, piece);
            count += piece;
            taken += piece;
            if (taken == chunk.length) {
                chunks.remove();
                taken = 0;
            }
            chunk = chunks.peek();
        }
        available -= count;
        return count;
    }
}
