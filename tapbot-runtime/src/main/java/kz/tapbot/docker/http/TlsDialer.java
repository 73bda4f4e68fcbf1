package kz.tapbot.docker.http;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A TCP port with TLS. */
final class TlsDialer implements Dialer {

    private final String host;
    private final int port;
    private final SSLContext context;

    TlsDialer(String host, int port, SSLContext context) {
        this.host = host;
        this.port = TcpDialer.checked(port);
        this.context = context;
    }

    @Override
    public Duplex open(Duration limit) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(address, Millis.of(limit));
            return Within.limit(limit, socket, "TLS with " + name(), () -> TlsDuplex.over(socket, handshake(socket)));
        } catch (IOException | RuntimeException e) {
            Quietly.close(socket);
            throw e;
        }
    }

    private SSLSocket handshake(Socket socket) throws IOException {
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        // Without this line JSSE trusts a certificate of any host.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        // In 1.2 the end of one side is the end of both, and what a process answers to the end of its input is lost.
        parameters.setProtocols(new String[] {"TLSv1.3"});
        secured.setSSLParameters(parameters);
        try {
            secured.startHandshake();
        } catch (SocketException e) {
            throw TlsReason.unheard(e);
        }
        return secured;
    }

    @Override
    public String name() {
        return "tcp+tls://" + host + ":" + port;
    }

    /** Knows whether anything was ever heard. */
    private static final class Heard extends FilterInputStream {
        private volatile boolean once;

        Heard(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int count = in.read(into, offset, length);
                once |= count > 0;
                return count;
            } catch (SocketException | SSLException e) {
                throw once ? e : TlsReason.unheard(e);
            }
        }
    }

    /** Says what it means that an engine hangs up before it has said a word. */
    private static final class Spoken extends FilterOutputStream {
        private final Heard heard;

        Spoken(OutputStream out, Heard heard) {
            super(out);
            this.heard = heard;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (SocketException | SSLException e) {
                throw heard.once ? e : TlsReason.unheard(e);
            }
        }
    }

    /** Closes the socket below, because closing TLS politely may wait for a writer that waits for the engine. */
    private record TlsDuplex(Socket socket, SSLSocket secured, InputStream in, OutputStream out) implements Duplex {

        static TlsDuplex over(Socket socket, SSLSocket secured) throws IOException {
            Heard in = new Heard(secured.getInputStream());
            return new TlsDuplex(socket, secured, in, new Spoken(secured.getOutputStream(), in));
        }

        @Override
        public void closeOutput() throws IOException {
            secured.shutdownOutput();
        }

        @Override
        public boolean isOpen() {
            return !socket.isClosed() && !secured.isInputShutdown() && !secured.isOutputShutdown();
        }

        @Override
        public void close() {
            Quietly.close(socket);
        }
    }
}
