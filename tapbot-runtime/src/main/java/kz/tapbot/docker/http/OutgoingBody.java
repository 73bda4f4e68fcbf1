package kz.tapbot.docker.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A body that is read while it is sent: in chunks, or with a length that its sender promised. */
final class OutgoingBody {

    private static final int CHUNK = 65_536;

    /** For the size in hexadecimal and its CR LF. */
    private static final int ROOM_BEFORE = 10;

    private final InputStream source;
    private final @Nullable Long length;

    OutgoingBody(InputStream source, @Nullable Long length) {
        this.source = source;
        this.length = length;
    }

    void writeTo(Connection connection, Duration limit) throws IOException {
        if (length == null) {
            writeChunks(connection, limit);
        } else {
            writeAll(connection, limit, length);
        }
    }

    private void writeChunks(Connection connection, Duration limit) throws IOException {
        byte[] buffer = new byte[ROOM_BEFORE + CHUNK + 2];
        for (int count; (count = next(buffer, CHUNK)) >= 0; ) {
            if (count == 0) {
                continue;
            }
            byte[] size = (Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            int start = ROOM_BEFORE - size.length;
            System.arraycopy(size, 0, buffer, start, size.length);
            buffer[ROOM_BEFORE + count] = '\r';
            buffer[ROOM_BEFORE + count + 1] = '\n';
            connection.write(buffer, start, size.length + count + 2, limit);
        }
        byte[] last = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        connection.write(last, 0, last.length, limit);
    }

    private void writeAll(Connection connection, Duration limit, long promised) throws IOException {
        byte[] buffer = new byte[ROOM_BEFORE + CHUNK];
        long left = promised;
        while (left > 0) {
            int count = next(buffer, (int) Math.min(CHUNK, left));
            if (count < 0) {
                throw new UnreadableException("the body ends " + left + " bytes before its content-length", null);
            }
            connection.write(buffer, ROOM_BEFORE, count, limit);
            left -= count;
        }
    }

    private int next(byte[] buffer, int most) throws UnreadableException {
        try {
            return source.read(buffer, ROOM_BEFORE, most);
        } catch (IOException e) {
            throw new UnreadableException("the body to send cannot be read", e);
        }
    }

    /** It is not the engine's fault: what was to be sent could not be had. */
    static final class UnreadableException extends IOException {

        @Serial
        private static final long serialVersionUID = 1;

        UnreadableException(String message, @Nullable IOException cause) {
            super(message, cause);
        }
    }
}
