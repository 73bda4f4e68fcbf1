package kz.tapbot.runtime.docker;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.Duplex;

/**
 * Ends its JVM as a kill would, or cuts all its connections and makes no other, at one point of all that it asks the engine to change. Every request that changes something has three: before it is sent, when it is
 * sent and not answered, so that nobody knows what came of it, and when the answer is there. The same holds for what is said to a program on
 * the engine, which writes the journal.
 */
final class KillingDialer implements Dialer {

    private final Dialer engine;
    private final int kill;
    private final boolean cutting;
    private final AtomicInteger points = new AtomicInteger();
    private final Set<Duplex> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private KillingDialer(Dialer engine, int kill, boolean cutting) {
        this.engine = engine;
        this.kill = kill;
        this.cutting = cutting;
    }

    /** Kills the JVM at that point, the first being 1; at none if it is 0. */
    static KillingDialer killing(Dialer engine, int point) {
        return new KillingDialer(engine, point, false);
    }

    /** Cuts all connections at that point. */
    static KillingDialer cutting(Dialer engine, int point) {
        return new KillingDialer(engine, point, true);
    }

    /** How many points were passed. */
    int points() {
        return points.get();
    }

    private void point() throws IOException {
        if (points.incrementAndGet() == kill) {
            if (!cutting) {
                Runtime.getRuntime().halt(137);
            }
            cut = true;
            open.forEach(Duplex::close);
        }
        refuseCut();
    }

    private void refuseCut() throws IOException {
        if (cut) {
            throw new IOException("cut off");
        }
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public Duplex open(Duration limit) throws IOException {
        refuseCut();
        Duplex channel = engine.open(limit);
        open.add(channel);
        if (cut) {
            channel.close();
        }
        return new Watched(channel);
    }

    private final class Watched implements Duplex {

        private final Duplex channel;
        private final OutputStream out;
        private final InputStream in;
        private volatile boolean changes;
        private volatile boolean attached;

        Watched(Duplex channel) {
            this.channel = channel;
            this.out = new FilterOutputStream(channel.out()) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    String head = new String(bytes, from, Math.min(length, 200), StandardCharsets.US_ASCII);
                    // A single byte only says that the run lives.
                    if (attached ? length > 1 : isChange(head)) {
                        point();
                        changes = true;
                    }
                    attached |= head.contains("Upgrade: tcp");
                    out.write(bytes, from, length);
                }
            };
            this.in = new FilterInputStream(channel.in()) {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    boolean answer = changes;
                    changes = false;
                    if (answer) {
                        point();
                    }
                    int count = in.read(bytes, from, length);
                    if (answer) {
                        point();
                    }
                    return count;
                }
            };
        }

        private static boolean isChange(String head) {
            return head.startsWith("POST ") || head.startsWith("PUT ") || head.startsWith("DELETE ");
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
            channel.closeOutput();
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            channel.close();
        }
    }
}
