package kz.tapbot.runtime.docker;

import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.OwnershipContractTest;
import org.junit.jupiter.api.Tag;

@Tag("engine")
class DockerOwnershipContractTest extends OwnershipContractTest {

    @Override
    protected Harness harness() {
        return new DockerHarness();
    }
}
