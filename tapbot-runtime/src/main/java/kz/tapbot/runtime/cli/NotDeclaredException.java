package kz.tapbot.runtime.cli;

import java.io.Serial;
import kz.tapbot.diagnostic.TapbotException;

/** The program failed while it made its topology. Its own message is not repeated: nobody has thought about what is in it. */
final class NotDeclaredException extends TapbotException {

    @Serial
    private static final long serialVersionUID = 1;

    NotDeclaredException(Throwable cause) {
        super("The program failed while it made its topology: " + text(Failure.unwrapped(cause)), cause);
    }

    private static String text(Throwable cause) {
        StackTraceElement[] frames = cause.getStackTrace();
        String where = frames.length == 0 ? "" : " (" + frames[0].getFileName() + ":" + frames[0].getLineNumber() + ")";
        return cause.getClass().getName() + where;
    }
}
