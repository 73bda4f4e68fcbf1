package kz.tapbot.runtime.docker;

import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.ssh.SshDialer;
import kz.tapbot.ssh.SshServerForTests;

/** The engine of the tests behind a real sshd. */
final class EngineOverSsh implements AutoCloseable {

    private final SshServerForTests server = SshServerForTests.start();

    /** A new way, with a login of its own. */
    SshDialer dialer() {
        return SshDialer.to(server.target(), EngineForTests.uri().getPath());
    }

    @Override
    public void close() {
        server.close();
    }
}
