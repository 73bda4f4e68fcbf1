package kz.tapbot.docker.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What an engine is to a transport: HTTP on a Unix socket. It answers every request with two letters, counts the POSTs that have reached it, and sends
 * events for ever to who asks for them.
 */
final class CountingEngine implements Closeable {

    private final Path socket;
    private final ServerSocketChannel server;
    private final AtomicInteger posts = new AtomicInteger();

    CountingEngine(Path socket) throws IOException {
        this.socket = socket;
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        daemon(this::accept);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "counting-engine");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel channel = server.accept();
                daemon(() -> serve(channel));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(SocketChannel channel) {
        try (channel;
                InputStream in = Channels.newInputStream(channel);
                OutputStream out = Channels.newOutputStream(channel)) {
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                if (head.startsWith("POST")) {
                    posts.incrementAndGet();
                }
                if (head.contains("/events")) {
                    stream(out);
                }
                read(in, head);
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            // The other side has gone.
        }
    }

    private static void stream(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        while (true) {
            out.write("3\r\n{}\n\r\n".getBytes(StandardCharsets.US_ASCII));
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                return "";
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    private static void read(InputStream in, String head) throws IOException {
        String lower = head.toLowerCase(Locale.ROOT);
        int length = lower.indexOf("content-length: ");
        if (length >= 0) {
            in.skipNBytes(Long.parseLong(lower.substring(length + 16, lower.indexOf('\r', length))));
        } else if (lower.contains("chunked")) {
            for (int size = size(in); size > 0; size = size(in)) {
                in.skipNBytes(size + 2);
            }
            in.skipNBytes(2);
        }
    }

    private static int size(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
            line.append((char) octet);
        }
        if (line.isEmpty()) {
            throw new IOException("it ended in the middle");
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }

    int posts() {
        return posts.get();
    }

    Path socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
