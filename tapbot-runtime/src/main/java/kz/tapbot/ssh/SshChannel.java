package kz.tapbot.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Bytes both ways over a connection. One thread reads, another may write, and any thread may close, which ends a read and a write that wait.
 */
public interface SshChannel extends Closeable {

    /** What the other side sends. After a cut, what had arrived is read first, then it fails. */
    InputStream in();

    /** What is sent. Not buffered. */
    OutputStream out();

    /**
     * Ends the sending side only.
     *
     * @throws IOException if the channel is closed or the connection is cut
     */
    void closeOutput() throws IOException;

    /** Whether it can be used, as far as that can be told without waiting. */
    boolean isOpen();

    /** Ends both sides at once, without waiting for the other side. */
    @Override
    void close();
}
