package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.OwnershipContractTest;

class MemoryOwnershipContractTest extends OwnershipContractTest {

    @Override
    protected Harness harness() {
        return new MemoryHarness();
    }
}
