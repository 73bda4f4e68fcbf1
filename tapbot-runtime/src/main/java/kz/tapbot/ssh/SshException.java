package kz.tapbot.ssh;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Something went wrong on an SSH connection; the message says with which server, at which step, and why. */
public sealed class SshException extends IOException permits HostKeyRefusedException, LoginRefusedException {

    @Serial
    private static final long serialVersionUID = 1;

    SshException(String message) {
        super(message);
    }

    SshException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
