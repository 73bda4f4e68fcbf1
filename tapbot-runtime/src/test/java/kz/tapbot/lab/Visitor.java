package kz.tapbot.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Asks for pages by the names of hosts, all of which lead to one address; over TLS it believes only the certificates it trusts, and only for the right name.
 *
 * @param address where all hosts are
 * @param port the port there
 * @param trust what is trusted; null for HTTP in the clear
 */
public record Visitor(String address, int port, @Nullable SSLContext trust) {

    private static final int MILLIS = 20_000;

    /**
     * An answer.
     *
     * @param status its status
     * @param head the lines before its body
     * @param body its body
     */
    public record Answer(int status, String head, String body) {

        /** The value of a header; empty if there is none. */
        public String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    /** Asks. */
    public Answer get(String host, String path, String... headers) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), MILLIS);
            socket.setSoTimeout(MILLIS);
            return trust == null ? ask(socket, host, path, headers) : overTls(socket, trust, host, path, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asks again until there is an answer, for what comes about by itself, such as a certificate.
     *
     * @throws UncheckedIOException if there is none within half a minute
     */
    public Answer await(String host, String path) {
        long begin = System.nanoTime();
        while (true) {
            try {
                return get(host, path);
            } catch (UncheckedIOException e) {
                if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(30)) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }

    private Answer overTls(Socket plain, SSLContext trusted, String host, String path, String... headers)
            throws IOException {
        try (SSLSocket tls = (SSLSocket) trusted.getSocketFactory().createSocket(plain, host, port, true)) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            return ask(tls, host, path, headers);
        }
    }

    private static Answer ask(Socket socket, String host, String path, String... headers) throws IOException {
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.0\r\nHost: " + host + "\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("an answer without an end of its head: " + all);
        }
        String head = all.substring(0, end);
        return new Answer(Integer.parseInt(head.split(" ", 3)[1]), head, all.substring(end + 4));
    }
}
