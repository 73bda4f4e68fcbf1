package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.host.UserName;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.HostContractTest;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The host part of the contract on a real server, logged in to as a user with one line of sudo. It takes as long as that of root, so that it is run when it is asked for. */
@OnEngine
@EnabledIfSystemProperty(named = "tapbot.contract", matches = "all")
class ServerAsDeployUserContractTest extends HostContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness(UserName.of("deploy"));
    }
}
