package kz.tapbot.runtime.docker;

import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.StateContractTest;
import org.junit.jupiter.api.Tag;

@Tag("engine")
class DockerStateContractTest extends StateContractTest {

    @Override
    protected Harness harness() {
        return new DockerHarness();
    }
}
