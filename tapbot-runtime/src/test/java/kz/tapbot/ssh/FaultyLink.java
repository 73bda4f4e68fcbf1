package kz.tapbot.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A network between a client and a server that breaks where it is told to: after so many bytes in one direction, over all connections together. */
public final class FaultyLink implements Closeable {

    private final ServerSocket listening;
    private final InetSocketAddress to;
    private final boolean toServer;
    private final Fault fault;
    private final Runnable breaks;
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicLong left;
    private final AtomicLong sent = new AtomicLong();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean stalled;

    /** What happens. */
    public enum Fault {
        /** Both sides see a reset. */
        RESET,
        /** Nothing goes on in either direction, and nobody is told. */
        STALL,
        /** The receiver sees the end of its input, while the other direction goes on. */
        HALF_CLOSE
    }

    /** Breaks after so many bytes to the server, or from it. */
    public FaultyLink(int to, boolean toServer, long after, Fault fault) {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), to), toServer, after, fault, () -> {});
    }

    /** The same to a server elsewhere, with what else happens when it breaks. */
    public FaultyLink(InetSocketAddress to, boolean toServer, long after, Fault fault, Runnable breaks) {
        this.to = to;
        this.breaks = breaks;
        this.toServer = toServer;
        this.fault = fault;
        this.left = new AtomicLong(after);
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** One that carries everything. */
    public static FaultyLink whole(int to) {
        return new FaultyLink(to, true, Long.MAX_VALUE, Fault.RESET);
    }

    /** One to a server elsewhere that carries everything until it is told otherwise. */
    public static FaultyLink whole(InetSocketAddress to) {
        return new FaultyLink(to, true, Long.MAX_VALUE, Fault.RESET, () -> {});
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-link");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                sockets.add(client);
                daemon(() -> carry(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void carry(Socket client) {
        // Nobody gets through to the server either: it would count those who knock and say nothing.
        holdWhileStalled();
        Socket server = new Socket();
        sockets.add(server);
        try {
            server.connect(to, 5_000);
        } catch (IOException e) {
            close(client);
            return;
        }
        daemon(() -> pump(client, server, toServer, true));
        daemon(() -> pump(server, client, !toServer, false));
    }

    private void pump(Socket from, Socket into, boolean counted, boolean isToServer) {
        byte[] buffer = new byte[16_384];
        try (InputStream in = from.getInputStream();
                OutputStream out = into.getOutputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                holdWhileStalled();
                int may = counted ? (int) Math.max(0, Math.min(count, left.getAndAdd(-count))) : count;
                out.write(buffer, 0, may);
                if (isToServer) {
                    sent.addAndGet(may);
                }
                if (may < count) {
                    happen(into);
                }
            }
            into.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(into);
        }
    }

    private void happen(Socket into) throws IOException {
        if (broken.compareAndSet(false, true)) {
            breaks.run();
        }
        switch (fault) {
            case RESET -> reset();
            case STALL -> stall();
            case HALF_CLOSE -> into.shutdownOutput();
        }
    }

    /** From now on nothing goes on, and nobody is told. */
    public void stall() {
        stalled = true;
        holdWhileStalled();
    }

    /** The same, without waiting for it to end. */
    public void stallFromNowOn() {
        stalled = true;
    }

    private void holdWhileStalled() {
        while (stalled && !listening.isClosed()) {
            SshServerForTests.pause();
        }
    }

    private void reset() {
        sockets.forEach(FaultyLink::close);
    }

    private static void close(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It was closed.
        }
    }

    /** Both sides of all that goes over it see a reset, and so does whoever comes. */
    public void cutFromNowOn() {
        left.set(0);
        reset();
    }

    /** It carries what comes from now on. */
    public void heal() {
        left.set(Long.MAX_VALUE);
        stalled = false;
    }

    /** Where the client connects to, on loopback. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Whether it came to that. */
    public boolean isBroken() {
        return broken.get();
    }

    /** How many bytes have gone to the server. */
    public long sent() {
        return sent.get();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reset();
    }
}
