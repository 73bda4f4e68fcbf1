package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.contract.DailyContractTest;
import kz.tapbot.runtime.contract.Harness;

class MemoryDailyContractTest extends DailyContractTest {

    @Override
    protected Harness harness() {
        return new MemoryHarness();
    }
}
