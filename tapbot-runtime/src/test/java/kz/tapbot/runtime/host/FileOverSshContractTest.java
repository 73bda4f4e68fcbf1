package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.runtime.contract.FileContractTest;
import kz.tapbot.runtime.contract.Harness;

/** The file part of the contract on a real server. */
@OnEngine
class FileOverSshContractTest extends FileContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness();
    }
}
