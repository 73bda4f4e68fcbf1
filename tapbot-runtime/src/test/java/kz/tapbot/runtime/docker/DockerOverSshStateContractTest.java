package kz.tapbot.runtime.docker;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.StateContractTest;
import kz.tapbot.ssh.OnSshd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@OnEngine
@OnSshd
class DockerOverSshStateContractTest extends StateContractTest {

    private static EngineOverSsh engine;

    @BeforeAll
    static void start() {
        engine = new EngineOverSsh();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Override
    protected Harness harness() {
        return new DockerHarness(any -> engine.dialer());
    }
}
