package kz.tapbot.docker.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads status lines, headers and trailers, RFC 9112 §2 to §5, from an engine that may mean harm: all has a limit. */
final class HeadReader {

    private static final int MOST_INTERIM_ANSWERS = 8;
    private static final int SHOWN_OF_GARBAGE = 24;

    private final Connection connection;
    private final int mostBytes;
    private int left;

    HeadReader(Connection connection, int mostBytes) {
        this.connection = connection;
        this.mostBytes = mostBytes;
    }

    /** The head of the answer; interim answers such as 100 are passed over, but 101 is one. */
    ResponseHead read() throws IOException {
        for (int interim = 0; interim <= MOST_INTERIM_ANSWERS; interim++) {
            left = mostBytes;
            ResponseHead head = readOne();
            if (head.status() >= 200 || head.status() == 101) {
                return head;
            }
        }
        throw new ProtocolException("the engine sends one interim answer after the other");
    }

    private ResponseHead readOne() throws IOException {
        int first = connection.read();
        if (first < 0) {
            throw new EOFException("the engine ended the connection without an answer");
        }
        String line = line(first);
        boolean wellFormed = line.matches("HTTP/1\\.[0-9] [1-9][0-9][0-9]( .*)?");
        if (!wellFormed) {
            throw new ProtocolException("the engine does not answer in HTTP/1: " + shown(line));
        }
        boolean persistent = !line.startsWith("HTTP/1.0");
        return new ResponseHead(Integer.parseInt(line.substring(9, 12)), persistent, fields());
    }

    /** The fields up to the empty line. */
    private SortedMap<String, List<String>> fields() throws IOException {
        SortedMap<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        while (true) {
            String line = line(connection.readSome());
            if (line.isEmpty()) {
                return fields;
            }
            int colon = line.indexOf(':');
            if (colon < 1 || !Tokens.isToken(line.substring(0, colon))) {
                throw new ProtocolException("the engine sends a header that is none");
            }
            fields.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>(1))
                    .add(line.substring(colon + 1).strip());
        }
    }

    /** Trailers after the last chunk. Nothing in the Engine API has any, so they are passed over. */
    void skipTrailers() throws IOException {
        left = mostBytes;
        fields();
    }

    /** A line without its end, which is CR LF or LF alone. */
    private String line(int first) throws IOException {
        var line = new Line();
        for (int octet = first; octet != '\n'; octet = connection.readSome()) {
            if (--left < 0) {
                throw new ProtocolException("the engine sends a head of more than " + mostBytes + " bytes");
            }
            line.add(octet);
        }
        left -= Tokens.COST_OF_A_LINE;
        return line.text();
    }

    private static String shown(String line) {
        String cut = line.length() > SHOWN_OF_GARBAGE ? line.substring(0, SHOWN_OF_GARBAGE) + "…" : line;
        return "'" + cut.replaceAll("[^ -~…]", "?") + "'";
    }

    /** The bytes of a line. */
    private static final class Line {

        private byte[] bytes = new byte[128];
        private int length;

        void add(int octet) {
            if (length == bytes.length) {
                bytes = java.util.Arrays.copyOf(bytes, 2 * length);
            }
            bytes[length++] = (byte) octet;
        }

        String text() throws ProtocolException {
            int end = length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
            for (int i = 0; i < end; i++) {
                if (bytes[i] == '\r' || bytes[i] == 0) {
                    throw new ProtocolException("the engine sends a header with a CR or NUL in it");
                }
            }
            return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        }
    }
}
