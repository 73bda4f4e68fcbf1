package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.ProbeContractTest;

class MemoryProbeContractTest extends ProbeContractTest {

    @Override
    protected Harness harness() {
        return new MemoryHarness();
    }
}
