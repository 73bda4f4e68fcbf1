package kz.tapbot.docker.http;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request as it goes over the wire, RFC 9112 §3 and §6. */
final class OutgoingRequest {

    /** What says where a message ends and whom it is for is said by the transport alone. */
    private static final Set<String> OURS =
            Set.of("connection", "expect", "host", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade");

    /** A body up to this size goes out in one write with its head. */
    private static final int SMALL = 32_768;

    private final String method;
    private final String target;
    private final byte[] head;
    private final byte @Nullable [] bytes;
    private final @Nullable OutgoingBody stream;
    private final @Nullable InputStream hijackedInput;

    /** @throws IllegalArgumentException if the request cannot be said in HTTP, without a word of its values */
    OutgoingRequest(Request request) {
        this.method = request.method();
        this.target = request.path();
        if (!Tokens.isToken(method) || !Tokens.isTarget(target)) {
            throw new IllegalArgumentException("a method or path with characters that HTTP does not allow there");
        }
        this.hijackedInput = request.hijackedInput();
        this.bytes = request.bodyBytes();
        Long length = null;
        StringBuilder text = new StringBuilder(256);
        text.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: localhost\r\n");
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            String name = checkedName(header);
            if (name.equals("content-length")) {
                length = length(header.getValue());
            } else {
                text.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append("\r\n");
            }
        }
        InputStream body = bytes == null ? request.body() : null;
        this.stream = body == null ? null : new OutgoingBody(body, length);
        text.append(framing(length));
        if (hijackedInput != null) {
            text.append("Connection: Upgrade\r\nUpgrade: tcp\r\n");
        }
        this.head = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String checkedName(Map.Entry<String, String> header) {
        String name = header.getKey().toLowerCase(Locale.ROOT);
        if (!Tokens.isToken(name) || !Tokens.isValue(header.getValue())) {
            throw new IllegalArgumentException("a header with characters that HTTP does not allow there");
        }
        if (OURS.contains(name)) {
            throw new IllegalArgumentException("the header " + name + " is the transport's own");
        }
        return name;
    }

    private static Long length(String value) {
        if (!value.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("a content-length that is no length");
        }
        return Long.valueOf(value);
    }

    private String framing(@Nullable Long length) {
        if (stream != null) {
            return length == null ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + length + "\r\n";
        }
        if (bytes != null) {
            return "Content-Length: " + bytes.length + "\r\n";
        }
        boolean takesABody = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
        return takesABody ? "Content-Length: 0\r\n" : "";
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    /** Which request it is, for messages: without its query, which may hold what is secret. */
    String shown() {
        return method + " " + Patience.pathOf(target);
    }

    /** What is sent to a process once the engine has handed over the connection, or null. */
    @Nullable InputStream hijackedInput() {
        return hijackedInput;
    }

    /** Whether the engine does the same if it gets it twice. PUT and DELETE would, but their second answer differs. */
    boolean isRepeatable() {
        return (method.equals("GET") || method.equals("HEAD")) && stream == null && hijackedInput == null;
    }

    /**
     * Sends it.
     *
     * @throws OutgoingBody.UnreadableException if it is the body that cannot be had
     */
    void writeTo(Connection connection, Duration limit) throws IOException {
        if (stream != null) {
            connection.write(head, 0, head.length, limit);
            stream.writeTo(connection, limit);
        } else if (bytes == null) {
            connection.write(head, 0, head.length, limit);
        } else if (bytes.length <= SMALL) {
            var all = new ByteArrayOutputStream(head.length + bytes.length);
            all.writeBytes(head);
            all.writeBytes(bytes);
            connection.write(all.toByteArray(), 0, all.size(), limit);
        } else {
            connection.write(head, 0, head.length, limit);
            for (int sent = 0; sent < bytes.length; sent += SMALL) {
                connection.write(bytes, sent, Math.min(SMALL, bytes.length - sent), limit);
            }
        }
    }
}
