package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.EngineContractTest;
import kz.tapbot.runtime.contract.Harness;

/** The engine part of the contract on a real server. */
@OnEngine
class EngineOverSshContractTest extends EngineContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness();
    }
}
