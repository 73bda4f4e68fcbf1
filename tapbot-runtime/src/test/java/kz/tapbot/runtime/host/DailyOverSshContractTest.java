package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.DailyContractTest;
import kz.tapbot.runtime.contract.Harness;

/** The daily part of the contract on a real server. */
@OnEngine
class DailyOverSshContractTest extends DailyContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness();
    }
}
