package kz.tapbot.docker.http;

import java.io.Closeable;
import java.io.IOException;

/** Closing what is given up anyway, where a failure to close says nothing new. */
final class Quietly {

    private Quietly() {}

    static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException e) {
            // Given up: what was wrong with it has been said or does not matter.
        }
    }
}
