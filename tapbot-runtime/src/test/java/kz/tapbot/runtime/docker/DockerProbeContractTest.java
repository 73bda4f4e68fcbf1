package kz.tapbot.runtime.docker;

import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.ProbeContractTest;
import org.junit.jupiter.api.Tag;

@Tag("engine")
class DockerProbeContractTest extends ProbeContractTest {

    @Override
    protected Harness harness() {
        return new DockerHarness();
    }
}
