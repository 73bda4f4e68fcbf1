package kz.tapbot.runtime.host;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.host.UserName;
import kz.tapbot.runtime.contract.FileContractTest;
import kz.tapbot.runtime.contract.Harness;

/** The contract of files on a real server, logged in to as a user with one line of sudo, through which every byte has to come as it is. */
@OnEngine
class FileAsDeployUserContractTest extends FileContractTest {

    @Override
    protected Harness harness() {
        return new HostHarness(UserName.of("deploy"));
    }
}
