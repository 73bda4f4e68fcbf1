package kz.tapbot.ssh;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The key to log in with cannot be used, or the server does not take it. */
public final class LoginRefusedException extends SshException {

    @Serial
    private static final long serialVersionUID = 1;

    LoginRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
