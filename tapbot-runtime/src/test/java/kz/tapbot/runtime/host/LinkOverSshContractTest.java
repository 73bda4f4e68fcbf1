package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.Harness;
import kz.tapbot.runtime.contract.LinkContractTest;

/** The part of the contract about links on a real server. */
@OnEngine
class LinkOverSshContractTest extends LinkContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness();
    }
}
