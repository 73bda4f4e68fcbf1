package kz.tapbot.docker.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A byte channel to an engine that can be written and read at the same time: a socket, or a channel of an SSH connection.
 *
 * <p>One thread reads, another may write, and any thread may close. A close ends a read and a write that wait.
 */
public interface Duplex extends Closeable {

    /**
     * What the engine sends. Its {@code available()} decides whether a connection whose answer was not read to the end can
     * serve again: it says how many bytes can be read without waiting, and 0 if that is not known.
     */
    InputStream in();

    /** What is sent to the engine. Not buffered, or flushed by {@code flush()}. */
    OutputStream out();

    /**
     * Ends the sending side only, so that the engine sees the end of input and can still answer.
     *
     * @throws IOException if the channel is closed or broken
     */
    void closeOutput() throws IOException;

    /** Whether the channel can be used, as far as that can be told without waiting; false once the engine has ended it. */
    boolean isOpen();

    /** Ends both sides at once. Does not wait for the other side, does not throw, and may be called again. */
    @Override
    void close();
}
