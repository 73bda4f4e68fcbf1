package kz.tapbot.runtime.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Passes bytes on as they are to a stream that stays open, and says when nobody reads them any more, which a print stream keeps to itself. */
final class Unclosed extends OutputStream {

    private final PrintStream to;

    Unclosed(PrintStream to) {
        this.to = to;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        to.write(bytes, from, count);
        flush();
    }

    @Override
    public void flush() throws IOException {
        if (to.checkError()) {
            throw new IOException("nobody reads the output any more");
        }
    }

    @Override
    public void close() {
        to.flush();
    }
}
