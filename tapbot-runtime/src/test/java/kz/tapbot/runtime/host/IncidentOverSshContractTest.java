package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.IncidentContractTest;

/** The part of the contract about who is shut out, on a real server. */
@OnEngine
class IncidentOverSshContractTest extends IncidentContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness();
    }
}
