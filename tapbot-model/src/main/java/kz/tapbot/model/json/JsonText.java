package kz.tapbot.model.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.tapbot.diagnostic.code.ModelCode;

/** From bytes to characters: bounded, UTF-8 (RFC 3629) and nothing else. */
final class JsonText {

    /** The most bytes that are read. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    private JsonText() {}

    /** The bytes of a stream, not many more than are allowed; empty if it cannot be read. */
    static Optional<byte[]> bytes(InputStream in, Reading reading) {
        try {
            return Optional.of(in.readNBytes(MOST_BYTES + 1));
        } catch (IOException e) {
            reading.found(ModelCode.JSON_FILE, 0, "The file cannot be read to its end.");
            return Optional.empty();
        }
    }

    /** The characters of bytes; empty if something is wrong with them. */
    static Optional<CharBuffer> decode(byte[] bytes, Reading reading) {
        if (bytes.length > MOST_BYTES) {
            reading.found(
                    ModelCode.JSON_TOO_LARGE,
                    0,
                    "A topology in JSON has at most 8 MiB (" + MOST_BYTES + " bytes); this one has more.");
            return Optional.empty();
        }
        String foreign = foreign(bytes);
        if (!foreign.isEmpty()) {
            reading.found(
                    ModelCode.JSON_SYNTAX, 1, foreign + " Save it as UTF-8 without byte order mark (RFC 8259, 8.1).");
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            reading.found(
                    ModelCode.JSON_SYNTAX,
                    lineAt(bytes, in.position()),
                    "Byte " + in.position() + " of the file is not UTF-8 (RFC 3629). Save the file as UTF-8.");
            return Optional.empty();
        }
        return Optional.of(out.flip());
    }

    private static String foreign(byte[] bytes) {
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            return "The file begins with a byte order mark.";
        }
        boolean utf16 = starts(bytes, 0xfe, 0xff) || starts(bytes, 0xff, 0xfe);
        boolean zeros = bytes.length >= 2 && (bytes[0] == 0 || bytes[1] == 0);
        return utf16 || zeros ? "The file is UTF-16 or UTF-32, or no text at all." : "";
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
