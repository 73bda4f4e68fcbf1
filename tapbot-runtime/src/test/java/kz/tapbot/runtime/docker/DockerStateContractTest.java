package kz.tapbot.runtime.docker;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.StateContractTest;

@OnEngine
class DockerStateContractTest extends StateContractTest {

    @Override
    protected Harness harness() {
        return new DockerHarness();
    }
}
