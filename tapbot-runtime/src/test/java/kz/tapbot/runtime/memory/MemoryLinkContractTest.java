package kz.tapbot.runtime.memory;

import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.LinkContractTest;

/** The part of the contract about links on simulated servers. */
class MemoryLinkContractTest extends LinkContractTest {

    @Override
    protected Harness harness() {
        return new MemoryHarness();
    }
}
