package kz.tapbot.ssh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends as much as the other side's window allows. Not sshj's stream: there, a writer that waits for the window keeps the one thread that reads
 * the connection from closing the channel, and everything on the connection stands still.
 */
final class Outgoing extends OutputStream {

    private final Sender sender;
    private final Object turn = new Object();
    private long window;
    private int mostOfAPacket;
    private @Nullable String failure;
    private @Nullable Throwable cause;

    Outgoing(Sender sender) {
        this.sender = sender;
    }

    synchronized void opened(long size, long packet) {
        window = size;
        mostOfAPacket = (int) Math.min(packet, 32_768);
        notifyAll();
    }

    synchronized void expand(long more) {
        window = Math.min(window + more, 0xffff_ffffL);
        notifyAll();
    }

    synchronized void fail(String why, @Nullable Throwable because) {
        if (failure == null) {
            failure = why;
            cause = because;
            notifyAll();
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        synchronized (turn) {
            int sent = 0;
            while (sent < length) {
                int piece = reserve(length - sent);
                sender.send(bytes, offset + sent, piece);
                sent += piece;
            }
        }
    }

    private synchronized int reserve(int wanted) throws IOException {
        while (failure == null && window == 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while writing");
            }
        }
        if (failure != null) {
            throw new SshException(failure, cause);
        }
        int piece = (int) Math.min(Math.min(wanted, mostOfAPacket), window);
        window -= piece;
        return piece;
    }

    /** Puts bytes into a packet. */
    interface Sender {
        void send(byte[] bytes, int offset, int length) throws IOException;
    }
}
