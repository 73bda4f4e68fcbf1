package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.HostContractTest;

/** The host part of the contract on a real server. */
@OnEngine
class ServerOverSshContractTest extends HostContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness();
    }
}
