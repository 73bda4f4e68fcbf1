package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.ReleaseContractTest;

class MemoryReleaseContractTest extends ReleaseContractTest {

    @Override
    protected Harness harness() {
        return new MemoryHarness();
    }
}
