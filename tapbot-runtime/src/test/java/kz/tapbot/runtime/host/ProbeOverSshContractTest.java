package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.ProbeContractTest;

/** The probe part of the contract on a real server. */
@OnEngine
class ProbeOverSshContractTest extends ProbeContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness();
    }
}
