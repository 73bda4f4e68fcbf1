package kz.tapbot.lab;

import static org.assertj.core.api.Assertions.assertThat;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.ssh.CommandCall;
import kz.tapbot.ssh.SshConnection;
import kz.tapbot.ssh.SshException;
import org.junit.jupiter.api.Test;

/** What every test of a whole server relies on. */
@OnEngine
class LabServerTest {

    @Test
    void a_server_runs_all_that_a_real_one_does_and_comes_back_after_a_power_cut() throws SshException {
        try (LabServer server = LabServer.start()) {
            assertThat(server.sh(
                                    "systemctl is-system-running --wait || systemctl list-units --failed --plain --no-legend")
                            .strip())
                    .isEqualTo("running");
            assertThat(server.sh("docker version --format '{{.Server.APIVersion}}'")
                            .strip())
                    .isEqualTo("1.41");
            server.restart();
            try (SshConnection connection = SshConnection.open(server.target(22))) {
                assertThat(connection.run(CommandCall.of("hostname")).output().text())
                        .isEqualTo("lab-server\n");
            }
        }
    }

    @Test
    void servers_on_one_network_reach_each_other_and_go_together() {
        try (LabServer one = LabServer.start();
                LabServer other = one.another()) {
            assertThat(other.address()).isNotEqualTo(one.address());
            assertThat(other.hostKey()).isNotEqualTo(one.hostKey());
            assertThat(one.sh("bash -c 'exec 3<>/dev/tcp/" + other.address() + "/22 && head -c 3 <&3'"))
                    .isEqualTo("SSH");
        }
    }
}
