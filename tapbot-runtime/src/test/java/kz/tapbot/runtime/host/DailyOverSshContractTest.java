package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.DailyContractTest;

/** The daily part of the contract on a real server. */
@OnEngine
class DailyOverSshContractTest extends DailyContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness();
    }
}
