package kz.tapbot.runtime.docker;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.ReleaseContractTest;

@OnEngine
class DockerReleaseContractTest extends ReleaseContractTest {

    @Override
    protected Harness harness() {
        return new DockerHarness();
    }
}
