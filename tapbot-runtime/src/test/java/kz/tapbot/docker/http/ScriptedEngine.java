package kz.tapbot.docker.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server on a Unix socket that does on its connections, one after the other, exactly what its scripts say. */
final class ScriptedEngine implements Closeable {

    private final Path socket;
    private final ServerSocketChannel server;
    private final List<SocketChannel> accepted = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    ScriptedEngine(Path directory, Script... scripts) throws IOException {
        this.socket = directory.resolve("engine.sock");
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread thread = new Thread(() -> serve(scripts), "scripted-engine");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Script... scripts) {
        for (Script script : scripts) {
            try {
                SocketChannel channel = server.accept();
                accepted.add(channel);
                Thread thread = new Thread(() -> run(script, channel), "scripted-engine-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void run(Script script, SocketChannel channel) {
        try {
            script.run(new Line(channel));
        } catch (IOException | InterruptedException e) {
            failures.add(e);
        }
    }

    Dialer dialer() {
        return Dialers.unix(socket);
    }

    /** What clients sent, a request's head or a body at a time, as the scripts read them. */
    String nextHeard() throws InterruptedException {
        String next = heard.poll(10, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    /** How many connections were accepted. */
    int connections() {
        return accepted.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SocketChannel channel : accepted) {
            channel.close();
        }
    }

    /** What happens on one connection. */
    interface Script {
        void run(Line line) throws IOException, InterruptedException;
    }

    /** One connection, seen from the engine. */
    final class Line {

        private final SocketChannel channel;

        Line(SocketChannel channel) {
            this.channel = channel;
        }

        /** Reads a head, up to the empty line, and notes it. */
        String hear() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                head.write(one());
            }
            return note(head);
        }

        /** Reads so many bytes, and notes them. */
        String hear(int count) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (bytes.size() < count) {
                bytes.write(one());
            }
            return note(bytes);
        }

        /** Reads until the client ends its side, and notes it. */
        String hearAll() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int octet; (octet = one()) >= 0; ) {
                bytes.write(octet);
            }
            return note(bytes);
        }

        private String note(ByteArrayOutputStream bytes) {
            String text = bytes.toString(StandardCharsets.ISO_8859_1);
            heard.add(text);
            return text;
        }

        private int one() throws IOException {
            ByteBuffer one = ByteBuffer.allocate(1);
            return channel.read(one) < 0 ? -1 : one.get(0) & 0xff;
        }

        /** Hears a request and says this. */
        Line answer(String text) throws IOException {
            hear();
            return say(text);
        }

        Line say(String text) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return this;
        }

        void hangUp() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
