package kz.tapbot.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A network between a client and a server that carries everything, late: each packet comes after its time on the way, some after three times as long, as one that
 * is lost and sent again does, none before one that was sent earlier, and no more in a second than the line takes.
 */
public final class SlowLink implements Closeable {

    private static final int PACKET = 1_400;

    /** One packet in so many is lost. */
    private static final int LOST = 50;

    private final ServerSocket listening;
    private final InetSocketAddress to;
    private final long oneWay;
    private final long nanosPerByte;
    private final Random random;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** Some bytes, and when they are there. */
    private static final class Packet {
        private final byte[] bytes;
        private final long due;

        Packet(byte[] bytes, long due) {
            this.bytes = bytes;
            this.due = due;
        }
    }

    /**
     * Begins to carry.
     *
     * @param oneWay how long a packet is on the way in either direction
     * @param bytesPerSecond in either direction of each connection
     * @param seed which packets are lost
     */
    public SlowLink(InetSocketAddress to, Duration oneWay, int bytesPerSecond, long seed) {
        this.to = to;
        this.oneWay = oneWay.toNanos();
        this.nanosPerByte = TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
        this.random = new Random(seed);
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** Where the client connects to, on loopback. */
    public int port() {
        return listening.getLocalPort();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "slow-link");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket();
                sockets.addAll(List.of(client, server));
                server.connect(to, 5_000);
                carry(client, server);
                carry(server, client);
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void carry(Socket from, Socket into) {
        BlockingQueue<Packet> onTheWay = new LinkedBlockingQueue<>(1_000);
        daemon(() -> take(from, onTheWay));
        daemon(() -> give(onTheWay, into));
    }

    /** The end is a packet without bytes. */
    private void take(Socket from, BlockingQueue<Packet> onTheWay) {
        byte[] buffer = new byte[PACKET];
        long free = System.nanoTime();
        long due = free;
        try {
            int count;
            do {
                count = read(from, buffer);
                free = Math.max(free, System.nanoTime()) + Math.max(0, count) * nanosPerByte;
                due = Math.max(due, free + (random.nextInt(LOST) == 0 ? 3 * oneWay : oneWay));
                onTheWay.put(new Packet(Arrays.copyOf(buffer, Math.max(0, count)), due));
            } while (count >= 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int read(Socket from, byte[] buffer) {
        try {
            return from.getInputStream().read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    private static void give(BlockingQueue<Packet> onTheWay, Socket into) {
        try {
            OutputStream out = into.getOutputStream();
            while (true) {
                Packet packet = onTheWay.take();
                TimeUnit.NANOSECONDS.sleep(packet.due - System.nanoTime());
                if (packet.bytes.length == 0) {
                    into.shutdownOutput();
                    return;
                }
                out.write(packet.bytes);
            }
        } catch (IOException e) {
            // The receiver has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
