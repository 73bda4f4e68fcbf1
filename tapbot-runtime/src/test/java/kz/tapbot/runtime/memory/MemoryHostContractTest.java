package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.HostContractTest;

class MemoryHostContractTest extends HostContractTest {

    @Override
    protected Harness harness() {
        return new MemoryHarness();
    }
}
