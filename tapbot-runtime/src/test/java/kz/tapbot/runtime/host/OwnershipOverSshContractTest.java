package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.OwnershipContractTest;

/** The ownership part of the contract on a real server. */
@OnEngine
class OwnershipOverSshContractTest extends OwnershipContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness();
    }
}
