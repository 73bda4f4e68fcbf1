package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.contract.ContainerContractTest;
import kz.tapbot.runtime.contract.Harness;

class MemoryContainerContractTest extends ContainerContractTest {

    @Override
    protected Harness harness() {
        return new MemoryHarness();
    }
}
