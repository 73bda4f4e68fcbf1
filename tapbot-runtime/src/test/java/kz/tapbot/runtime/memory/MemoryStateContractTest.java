package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.StateContractTest;

class MemoryStateContractTest extends StateContractTest {

    @Override
    protected Harness harness() {
        return new MemoryHarness();
    }
}
