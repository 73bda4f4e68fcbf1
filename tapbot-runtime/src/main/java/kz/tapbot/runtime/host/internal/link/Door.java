package kz.tapbot.runtime.host.internal.link;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** How Tapbot's program is run as root after a login. It is read from the input, so that a process's arguments say nothing of what is done. */
public enum Door {

    /** The login is root's. */
    ROOT,

    /** By the one exact line of sudo that a delegate has who may deploy: a program of root's without arguments. */
    ENTER,

    /** By sudo for a user who may run anything, as providers of machines make one. For the first time, when the other is not there yet. */
    ANYTHING;

    /** The program behind {@link #ENTER}. It reads the length of another one, and that. */
    public static final String PROGRAM = "/usr/local/lib/tapbot/enter";

    private static final String READ = "eval \"$(head -c \"$0\")\"";

    /** Keeps the one word of the environment that tells as whom we come. */
    private static final String SUDO =
            "exec sudo -n -- /usr/bin/env \"SSH_CLIENT=${SSH_CLIENT-}\" /bin/sh -c \"$1\" \"$0\"";

    List<String> command(int length) {
        String size = Integer.toString(length);
        return switch (this) {
            case ROOT -> List.of("/bin/sh", "-c", READ, size);
            case ENTER -> List.of("sudo", "-n", "--", PROGRAM);
            case ANYTHING -> List.of("/bin/sh", "-c", SUDO, size, READ);
        };
    }

    /** What comes before the program. */
    byte[] knock(int length) {
        return this == ENTER ? (length + "\n").getBytes(StandardCharsets.US_ASCII) : new byte[0];
    }
}
