package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.contract.FileContractTest;
import kz.tapbot.runtime.contract.Harness;

class MemoryFileContractTest extends FileContractTest {

    @Override
    protected Harness harness() {
        return new MemoryHarness();
    }
}
