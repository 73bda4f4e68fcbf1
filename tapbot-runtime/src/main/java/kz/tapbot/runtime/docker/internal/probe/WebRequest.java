package kz.tapbot.runtime.docker.internal.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import kz.tapbot.model.net.HostAddress;

/**
 * One request for a page, sent to where a server is and not to where its host name leads. Every certificate is accepted: what is asked is what a visitor
 * is answered, and a certificate of a test's issuer is a finding of others. Nothing secret is sent.
 */
final class WebRequest {

    /** More than this of an answer tells nothing more. */
    private static final int MOST_BYTES = 64 * 1024;

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HostAddress server;

    WebRequest(HostAddress server) {
        this.server = server;
    }

    /**
     * Asks for it.
     *
     * @return nothing but the answer's text; empty if the server closed without one
     * @throws IOException if nobody answers within five seconds
     */
    String get(boolean secure, String host, String path) throws IOException {
        int port = secure ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.value(), port), (int) LIMIT.toMillis());
            socket.setSoTimeout((int) LIMIT.toMillis());
            if (!secure) {
                return ask(socket, host, path);
            }
            try (SSLSocket tls = (SSLSocket) accepting().getSocketFactory().createSocket(socket, host, port, true)) {
                tls.startHandshake();
                return ask(tls, host, path);
            }
        }
    }

    private static String ask(Socket socket, String host, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + host
                + "\r\nUser-Agent: tapbot\r\nAccept: text/html,*/*\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        long begin = System.nanoTime();
        while (all.size() < MOST_BYTES && System.nanoTime() - begin < LIMIT.toNanos()) {
            int read = in.read(buffer);
            if (read < 0) {
                break;
            }
            all.write(buffer, 0, read);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private static SSLContext accepting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /** Accepts every certificate. */
    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
