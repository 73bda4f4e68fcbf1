package kz.tapbot.docker.http;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.DockerClientDelegate;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.ExecCreateCmd;
import com.github.dockerjava.core.DefaultDockerCmdExecFactory;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.command.CreateContainerCmdImpl;
import com.github.dockerjava.core.command.ExecCreateCmdImpl;
import com.github.dockerjava.transport.DockerHttpClient;

/**
 * docker-java, but for what it logs: at DEBUG it writes down every command with all its fields ({@code AbstrDockerCmd.exec}), the environment of a container
 * among them, and that is where passwords are. The commands that carry one show their names alone here.
 */
final class DiscreetClient extends DockerClientDelegate {

    private final DockerClient client;
    private final DefaultDockerCmdExecFactory executions;

    DiscreetClient(DockerClientConfig config, DockerHttpClient http) {
        client = DockerClientImpl.getInstance(config, http);
        executions = new DefaultDockerCmdExecFactory(http, config.getObjectMapper());
        executions.init(config);
    }

    @Override
    protected DockerClient getDockerClient() {
        return client;
    }

    @Override
    public CreateContainerCmd createContainerCmd(String image) {
        return new DiscreetCreate(executions.createCreateContainerCmdExec(), image);
    }

    @Override
    public ExecCreateCmd execCreateCmd(String containerId) {
        return new DiscreetExec(executions.createExecCmdExec(), containerId);
    }

    private static final class DiscreetCreate extends CreateContainerCmdImpl {

        DiscreetCreate(CreateContainerCmd.Exec exec, String image) {
            super(exec, null, image);
        }

        @Override
        public String toString() {
            return "create container " + getName() + " of " + getImage();
        }
    }

    private static final class DiscreetExec extends ExecCreateCmdImpl {

        DiscreetExec(ExecCreateCmd.Exec exec, String container) {
            super(exec, container);
        }

        @Override
        public String toString() {
            return "run something in container " + getContainerId();
        }
    }
}
