package kz.tapbot.runtime.docker;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.DailyContractTest;

@OnEngine
class DockerDailyContractTest extends DailyContractTest {

    @Override
    protected Harness harness() {
        return new DockerHarness();
    }
}
