package kz.tapbot.ssh;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import kz.tapbot.runtime.spi.Cleaned;

/** What went wrong below, in a few words that are safe to show: a server may have chosen them. */
final class Told {

    private Told() {}

    static String why(Throwable problem) {
        Throwable root = problem;
        for (int depth = 0; root.getCause() != null && root.getCause() != root && depth < 20; depth++) {
            root = root.getCause();
        }
        if (root instanceof UnknownHostException) {
            return "the name is not known";
        }
        if (root instanceof ConnectException || root instanceof NoRouteToHostException) {
            return "no connection: " + Cleaned.line(String.valueOf(root.getMessage()));
        }
        if (root instanceof SocketTimeoutException || root instanceof TimeoutException) {
            return "no answer in time";
        }
        String said = String.valueOf(root.getMessage());
        if (root instanceof EOFException
                || said.contains("encountered EOF")
                || said.contains("Server closed connection")) {
            return "the server has ended the connection";
        }
        return root.getMessage() == null || said.isBlank() ? root.getClass().getSimpleName() : Cleaned.line(said);
    }
}
