package kz.tapbot.runtime.docker;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.ProbeContractTest;

@OnEngine
class DockerProbeContractTest extends ProbeContractTest {

    @Override
    protected Harness harness() {
        return new DockerHarness();
    }
}
