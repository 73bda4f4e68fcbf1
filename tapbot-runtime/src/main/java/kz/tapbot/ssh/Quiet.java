package kz.tapbot.ssh;

import java.io.Closeable;
import java.io.IOException;

/** Closing what is given up anyway. */
final class Quiet {

    private Quiet() {}

    static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // Given up: what was wrong with it has been said or does not matter.
        }
    }
}
