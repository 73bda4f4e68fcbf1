package kz.tapbot.docker.http;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One channel with the bytes that were read from it and not yet used. One thread at a time reads, one writes. */
final class Connection {

    private final Duplex duplex;
    private final Watchdog watchdog;
    private final byte[] buffer = new byte[16_384];
    private int position;
    private int end;
    private boolean answering;
    private Duration readLimit = Duration.ZERO;
    private volatile @Nullable String givenUp;

    Connection(Duplex duplex, Watchdog watchdog) {
        this.duplex = duplex;
        this.watchdog = watchdog;
    }

    /** A new request begins. */
    void begin() {
        answering = false;
    }

    /** Whether anything of the answer has come. */
    boolean isAnswering() {
        return answering;
    }

    /** How long a single read may wait from now on; zero means for ever. */
    void readLimit(Duration limit) {
        this.readLimit = limit;
    }

    /** The next byte, or -1 at the end. */
    int read() throws IOException {
        return position < end || fill() ? buffer[position++] & 0xff : -1;
    }

    /** The next byte where there has to be one. */
    int readSome() throws IOException {
        int octet = read();
        if (octet < 0) {
            throw new EOFException("the engine ended the connection in the middle of its answer");
        }
        return octet;
    }

    /** Up to so many bytes, or -1 at the end. */
    int read(byte[] bytes, int offset, int length) throws IOException {
        if (position == end) {
            if (length >= buffer.length) {
                return receive(bytes, offset, length);
            }
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, end - position);
        System.arraycopy(buffer, position, bytes, offset, count);
        position += count;
        return count;
    }

    /** Whether the next read finds something without waiting. */
    boolean hasMore() throws IOException {
        return position < end || duplex.in().available() > 0;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, receive(buffer, 0, buffer.length));
        return end > 0;
    }

    private int receive(byte[] bytes, int offset, int length) throws IOException {
        int count = within(readLimit, "sent nothing", () -> duplex.in().read(bytes, offset, length));
        answering |= count > 0;
        return count;
    }

    /** Sends bytes at once. An engine that takes none of them for so long is given up. */
    void write(byte[] bytes, int offset, int length, Duration limit) throws IOException {
        within(limit, "took nothing of the request", () -> {
            duplex.out().write(bytes, offset, length);
            duplex.out().flush();
            return length;
        });
    }

    /** Runs a step that waits for the engine; when the time is over, the connection is given up for this reason. */
    <T> T within(Duration limit, String otherwise, Within.Step<T> step) throws IOException {
        if (limit.isZero()) {
            return step.run();
        }
        Watchdog.Watch watch =
                watchdog.watch(limit, () -> giveUp("the engine " + otherwise + " for " + limit.toMillis() + " ms"));
        try {
            return step.run();
        } finally {
            watch.cancel();
        }
    }

    /** Ends what was sent, and still reads. */
    void closeOutput() throws IOException {
        duplex.closeOutput();
    }

    /** Whether a next request may be sent: all of the last answer is used, and the engine has not ended the connection. */
    boolean isReusable() {
        try {
            return givenUp == null
                    && position == end
                    && duplex.isOpen()
                    && duplex.in().available() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Closes it at once; whoever reads or writes fails, and {@link #givenUpFor} says why. */
    void giveUp(String reason) {
        if (givenUp == null) {
            givenUp = reason;
        }
        duplex.close();
    }

    /** Why it was closed from this side, or null if it was not. */
    @Nullable String givenUpFor() {
        return givenUp;
    }
}
