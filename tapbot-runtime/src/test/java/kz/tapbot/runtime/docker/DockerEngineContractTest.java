package kz.tapbot.runtime.docker;

import kz.tapbot.runtime.contract.EngineContractTest;
import kz.tapbot.runtime.contract.Harness;
import org.junit.jupiter.api.Tag;

@Tag("engine")
class DockerEngineContractTest extends EngineContractTest {

    @Override
    protected Harness harness() {
        return new DockerHarness();
    }
}
