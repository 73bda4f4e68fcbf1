package kz.tapbot.ssh;

import java.io.Serial;
import java.util.List;

/** The server showed no host key that is trusted. Nothing was sent to it but what both need to say hello: no user, no key, no command. */
public final class HostKeyRefusedException extends SshException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<HostKey> offered;

    HostKeyRefusedException(String message, List<HostKey> offered) {
        super(message);
        this.offered = List.copyOf(offered);
    }

    /** The keys that the server showed. */
    public List<HostKey> offered() {
        return offered == null ? List.of() : offered;
    }
}
