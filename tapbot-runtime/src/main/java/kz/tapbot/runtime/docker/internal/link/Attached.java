package kz.tapbot.runtime.docker.internal.link;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import kz.tapbot.docker.http.Duplex;
import kz.tapbot.runtime.spi.Cleaned;

/**
 * The input and output of a program on the engine, over a connection of its own: it ends when this process does, however that comes about, and the engine
 * tells the program so.
 */
public final class Attached implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_HEAD = 16 * 1024;
    private static final int MOST_FRAME = 1 << 20;

    private final Engine engine;
    private final Duplex channel;
    private final DataInputStream in;

    private Attached(Engine engine, Duplex channel) {
        this.engine = engine;
        this.channel = channel;
        this.in = new DataInputStream(channel.in());
    }

    /**
     * Asks the engine to attach.
     *
     * @param path what is asked
     * @param body its parameters as JSON; empty for none
     * @param limit how long the engine may take
     * @throws kz.tapbot.runtime.spi.UnreachableException if it does not
     */
    public static Attached open(Engine engine, String path, String body, Duration limit) {
        try {
            Duplex channel = engine.dialer().open(CONNECT);
            Attached attached = new Attached(engine, channel);
            try {
                attached.within(limit, () -> attached.ask(path, body));
                return attached;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw engine.lost(e);
        }
    }

    private boolean ask(String path, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: engine\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head.getBytes(StandardCharsets.US_ASCII));
        all.write(bytes);
        channel.out().write(all.toByteArray());
        channel.out().flush();
        String answer = head();
        if (!answer.startsWith("HTTP/1.1 101") && !answer.startsWith("HTTP/1.1 200")) {
            throw new IOException("attaching was answered "
                    + Cleaned.line(answer.lines().findFirst().orElse("with nothing")));
        }
        return true;
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int lineEnds = 0;
        while (lineEnds < 4 && head.size() < MOST_HEAD) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
            lineEnds = next == (lineEnds % 2 == 0 ? '\r' : '\n') ? lineEnds + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    /** Gives the program something to read. */
    public void send(byte[] bytes) throws IOException {
        channel.out().write(bytes);
        channel.out().flush();
    }

    /**
     * What it writes next; empty when it has ended.
     *
     * @param limit after which the connection is given up
     */
    public byte[] next(Duration limit) throws IOException {
        return within(limit, () -> {
            byte[] head = new byte[8];
            try {
                in.readFully(head);
            } catch (EOFException e) {
                return new byte[0];
            }
            int length = (head[4] & 0xff) << 24 | (head[5] & 0xff) << 16 | (head[6] & 0xff) << 8 | head[7] & 0xff;
            if (length < 0 || length > MOST_FRAME) {
                throw new IOException("the engine sends a frame of " + Integer.toUnsignedString(length) + " bytes");
            }
            byte[] payload = new byte[length];
            in.readFully(payload);
            return payload;
        });
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T within(Duration limit, Reading<T> what) throws IOException {
        ScheduledFuture<?> alarm = engine.alarms().after(limit, channel::close);
        try {
            return what.read();
        } catch (IOException e) {
            throw alarm.isDone() ? new IOException("there was no answer within " + limit.toSeconds() + " s", e) : e;
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void close() {
        channel.close();
    }
}
