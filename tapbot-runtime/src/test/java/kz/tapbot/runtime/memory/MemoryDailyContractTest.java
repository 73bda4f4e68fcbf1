package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.DailyContractTest;

class MemoryDailyContractTest extends DailyContractTest {

    @Override
    protected Harness harness() {
        return new MemoryHarness();
    }
}
