package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.StateContractTest;

/** The state part of the contract on a real server. */
@OnEngine
class StateOverSshContractTest extends StateContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness();
    }
}
