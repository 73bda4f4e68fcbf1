package kz.tapbot.docker.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Sends what a process shall read, and then the end of input, while its output is read. */
final class HijackedInput {

    private final InputStream source;
    private final Connection connection;
    private final Thread thread;

    private HijackedInput(InputStream source, Connection connection, String name) {
        this.source = source;
        this.connection = connection;
        this.thread = new Thread(this::send, name);
    }

    static HijackedInput start(InputStream source, Connection connection, String name) {
        HijackedInput input = new HijackedInput(source, connection, name);
        input.thread.setDaemon(true);
        input.thread.start();
        return input;
    }

    private void send() {
        byte[] buffer = new byte[8192];
        while (true) {
            int count;
            try {
                count = source.read(buffer);
            } catch (IOException | RuntimeException e) {
                // The process must not take what it got for all there is.
                connection.giveUp("the input for the process cannot be read: " + e);
                return;
            }
            try {
                if (count < 0) {
                    connection.closeOutput();
                    return;
                }
                connection.write(buffer, 0, count, Duration.ZERO);
            } catch (IOException e) {
                // The process reads no more, which is its right. Its output tells the rest.
                return;
            }
        }
    }

    /** The process has ended, or nobody wants to know: no more is read. A source that cannot be interrupted ends by itself. */
    void stop() {
        thread.interrupt();
    }
}
