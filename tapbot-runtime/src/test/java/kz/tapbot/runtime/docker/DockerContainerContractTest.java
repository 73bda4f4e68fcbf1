package kz.tapbot.runtime.docker;

import kz.tapbot.runtime.contract.ContainerContractTest;
import kz.tapbot.runtime.contract.Harness;
import org.junit.jupiter.api.Tag;

@Tag("engine")
class DockerContainerContractTest extends ContainerContractTest {

    @Override
    protected Harness harness() {
        return new DockerHarness();
    }
}
