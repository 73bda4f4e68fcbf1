package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.ContainerContractTest;
import kz.tapbot.runtime.contract.Harness;

/** The container part of the contract on a real server. */
@OnEngine
class ContainerOverSshContractTest extends ContainerContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness();
    }
}
