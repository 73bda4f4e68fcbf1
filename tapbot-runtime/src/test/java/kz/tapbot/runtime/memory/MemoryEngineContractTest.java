package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.contract.EngineContractTest;
import kz.tapbot.runtime.contract.Harness;

class MemoryEngineContractTest extends EngineContractTest {

    @Override
    protected Harness harness() {
        return new MemoryHarness();
    }
}
