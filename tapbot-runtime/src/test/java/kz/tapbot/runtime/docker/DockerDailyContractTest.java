package kz.tapbot.runtime.docker;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.DailyContractTest;
import kz.tapbot.runtime.contract.Harness;

@OnEngine
class DockerDailyContractTest extends DailyContractTest {

    @Override
    protected Harness harness() {
        return new DockerHarness();
    }
}
