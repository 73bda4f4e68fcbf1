package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.IncidentContractTest;

class MemoryIncidentContractTest extends IncidentContractTest {

    @Override
    protected Harness harness() {
        return new MemoryHarness();
    }
}
