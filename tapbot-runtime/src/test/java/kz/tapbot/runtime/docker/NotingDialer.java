package kz.tapbot.runtime.docker;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.Duplex;

/** Notes what is asked of an engine: method and path of each request, without version, parameters, and what differs from run to run. */
final class NotingDialer implements Dialer {

    private static final Pattern REQUEST =
            Pattern.compile("(GET|HEAD|POST|PUT|DELETE) (?:/v1\\.\\d+)?(/[^ ?]*)[^ ]* HTTP/1\\.1\r\n");

    private final Dialer engine;
    private final Consumer<String> sent;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    NotingDialer(Dialer engine) {
        this(engine, request -> {});
    }

    /** Does something after each request, when it is sent and not answered. */
    NotingDialer(Dialer engine, Consumer<String> sent) {
        this.engine = engine;
        this.sent = sent;
    }

    /** What was asked, sorted. */
    List<String> requests() {
        return requests.stream().sorted().toList();
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public Duplex open(Duration limit) throws IOException {
        Duplex channel = engine.open(limit);
        OutputStream out = new FilterOutputStream(channel.out()) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                Matcher request = REQUEST.matcher(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
                out.write(bytes, from, length);
                if (request.lookingAt()) {
                    out.flush();
                    String told = request.group(1) + " " + request.group(2).replaceAll("(sha256:)?[0-9a-f]{64}", "ID");
                    requests.add(told);
                    sent.accept(told);
                }
            }
        };
        return new Duplex() {
            @Override
            public InputStream in() {
                return channel.in();
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
        };
    }
}
