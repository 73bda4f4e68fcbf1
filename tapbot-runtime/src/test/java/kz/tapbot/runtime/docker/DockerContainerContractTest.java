package kz.tapbot.runtime.docker;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.ContainerContractTest;
import kz.tapbot.runtime.contract.Harness;

@OnEngine
class DockerContainerContractTest extends ContainerContractTest {

    @Override
    protected Harness harness() {
        return new DockerHarness();
    }
}
