package kz.tapbot.runtime.docker;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.EngineContractTest;
import kz.tapbot.runtime.contract.Harness;

@OnEngine
class DockerEngineContractTest extends EngineContractTest {

    @Override
    protected Harness harness() {
        return new DockerHarness();
    }
}
