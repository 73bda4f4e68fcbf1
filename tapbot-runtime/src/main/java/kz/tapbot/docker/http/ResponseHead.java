package kz.tapbot.docker.http;

import java.net.ProtocolException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Status and headers of an answer, and what follows from them. */
record ResponseHead(int status, boolean persistent, SortedMap<String, List<String>> headers) {

    /** Longer than any body, shorter than what overflows. */
    private static final int MOST_DIGITS = 18;

    private Stream<String> elements(String name) {
        return headers.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(element -> element.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether the engine keeps the connection for another request. */
    boolean keepsConnection() {
        boolean ambiguous = headers.containsKey("transfer-encoding") && headers.containsKey("content-length");
        return persistent && !ambiguous && elements("connection").noneMatch("close"::equals);
    }

    /** How its body ends, RFC 9112 §6.3. */
    Framing framing(String method, int mostTrailerBytes) throws ProtocolException {
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return new Framing.Fixed(0);
        }
        List<String> encodings = elements("transfer-encoding").toList();
        if (encodings.equals(List.of("chunked"))) {
            return new Framing.Chunked(mostTrailerBytes);
        }
        // "identity" was taken out of HTTP and some engines still send it: the body ends with the connection.
        if (encodings.equals(List.of("identity"))) {
            return new Framing.UntilClose();
        }
        if (!encodings.isEmpty()) {
            throw new ProtocolException("the engine encodes its answer in a way that was not asked for");
        }
        List<String> lengths = elements("content-length").distinct().toList();
        if (lengths.isEmpty()) {
            return new Framing.UntilClose();
        }
        if (lengths.size() > 1 || !lengths.get(0).matches("[0-9]{1," + MOST_DIGITS + "}")) {
            throw new ProtocolException("the engine sends a length that is none");
        }
        return new Framing.Fixed(Long.parseLong(lengths.get(0)));
    }

    /** As the interface of docker-java wants them. */
    Map<String, List<String>> asMap() {
        return java.util.Collections.unmodifiableMap(headers);
    }
}
