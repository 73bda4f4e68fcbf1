package kz.tapbot.docker.http;

import java.util.ArrayList;
import java.util.List;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.docker.ssh.SshDialer;
import kz.tapbot.ssh.OnSshd;
import kz.tapbot.ssh.SshServerForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** All that the transport does on a local socket it does over SSH. */
@OnEngine
@OnSshd
class EngineOverSshTest extends EngineTest {

    private static SshServerForTests server;

    private static final List<SshDialer> DIALERS = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = SshServerForTests.start();
    }

    @AfterAll
    static void stop() {
        DIALERS.forEach(SshDialer::close);
        DIALERS.clear();
        server.close();
    }

    @Override
    Dialer dialer() {
        SshDialer dialer = SshDialer.to(server.target(), EngineForTests.uri().getPath());
        DIALERS.add(dialer);
        return dialer;
    }
}
