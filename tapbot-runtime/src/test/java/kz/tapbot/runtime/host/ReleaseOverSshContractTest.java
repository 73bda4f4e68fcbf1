package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.ReleaseContractTest;

/** The release part of the contract on a real server. */
@OnEngine
class ReleaseOverSshContractTest extends ReleaseContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness();
    }
}
