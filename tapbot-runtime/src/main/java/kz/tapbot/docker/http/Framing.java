package kz.tapbot.docker.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;

/** Where the body of an answer ends, RFC 9112 §6. */
abstract sealed class Framing {

    /** Up to so many bytes, at least one unless none are asked for, or -1 at the end. */
    abstract int read(Connection connection, byte[] bytes, int offset, int length) throws IOException;

    /** Whether the end is reached for sure, so that reading on would only say so. */
    abstract boolean isAtEnd();

    /** Whether the connection can be used after the end. */
    boolean leavesConnection() {
        return true;
    }

    /** A length said before. */
    static final class Fixed extends Framing {

        private long left;

        Fixed(long length) {
            this.left = length;
        }

        @Override
        int read(Connection connection, byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = connection.read(bytes, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new EOFException(
                        "the engine ended the connection " + left + " bytes before the end of its answer");
            }
            left -= count;
            return count;
        }

        @Override
        boolean isAtEnd() {
            return left == 0;
        }
    }

    /** Pieces with a length each. */
    static final class Chunked extends Framing {

        private static final int MOST_OF_A_SIZE_LINE = 1024;
        private static final int MOST_DIGITS = 15;

        private final int mostTrailerBytes;
        private long left;
        private boolean begun;
        private boolean atEnd;

        Chunked(int mostTrailerBytes) {
            this.mostTrailerBytes = mostTrailerBytes;
        }

        @Override
        int read(Connection connection, byte[] bytes, int offset, int length) throws IOException {
            if (left == 0 && !atEnd) {
                nextChunk(connection);
            }
            if (atEnd) {
                return -1;
            }
            int count = connection.read(bytes, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new EOFException("the engine ended the connection in the middle of its answer");
            }
            left -= count;
            return count;
        }

        private void nextChunk(Connection connection) throws IOException {
            if (begun && (connection.readSome() != '\r' || connection.readSome() != '\n')) {
                throw new ProtocolException("the engine sends a chunk that is longer than it said");
            }
            begun = true;
            left = size(connection);
            if (left == 0) {
                new HeadReader(connection, mostTrailerBytes).skipTrailers();
                atEnd = true;
            }
        }

        /** The hexadecimal size; extensions after a semicolon mean nothing to us. */
        private static long size(Connection connection) throws IOException {
            long size = 0;
            int digits = 0;
            int octet = connection.readSome();
            for (int digit; (digit = Character.digit(octet, 16)) >= 0; octet = connection.readSome()) {
                size = size * 16 + digit;
                if (++digits > MOST_DIGITS) {
                    throw new ProtocolException("the engine sends a chunk without end");
                }
            }
            boolean extended = octet == ';' || octet == ' ' || octet == '\t';
            if (digits == 0 || !extended && octet != '\r' && octet != '\n') {
                throw new ProtocolException("the engine sends a chunk without a size");
            }
            for (int skipped = 0; octet != '\n'; skipped++) {
                if (skipped > MOST_OF_A_SIZE_LINE) {
                    throw new ProtocolException("the engine sends a chunk with an extension without end");
                }
                octet = connection.readSome();
            }
            return size;
        }

        @Override
        boolean isAtEnd() {
            return atEnd;
        }
    }

    /** All that comes. */
    static final class UntilClose extends Framing {

        @Override
        int read(Connection connection, byte[] bytes, int offset, int length) throws IOException {
            return connection.read(bytes, offset, length);
        }

        @Override
        boolean isAtEnd() {
            return false;
        }

        @Override
        boolean leavesConnection() {
            return false;
        }
    }
}
