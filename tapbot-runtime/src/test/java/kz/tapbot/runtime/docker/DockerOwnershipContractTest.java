package kz.tapbot.runtime.docker;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.OwnershipContractTest;

@OnEngine
class DockerOwnershipContractTest extends OwnershipContractTest {

    @Override
    protected Harness harness() {
        return new DockerHarness();
    }
}
