package kz.tapbot.runtime.internal.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kz.tapbot.Tapbot;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.ssh.HostKeys;
import kz.tapbot.ssh.SshLogin;
import kz.tapbot.ssh.SshTarget;
import org.junit.jupiter.api.Test;

/** From the declaration to the way; that a jump is really made is tested where logins are. */
class SshTargetsTest {

    private static final String INNER = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";
    private static final String OUTER = "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDb4SXy1dFmYQ1nJyU";

    @Test
    void a_server_behind_another_machine_is_reached_through_it_with_the_same_key() {
        Topology shop = Tapbot.topology(
                "shop",
                t -> t.server(
                        "box",
                        HostAddress.of("203.0.113.20"),
                        s -> s.administeredFrom(t.addresses("office", "198.51.100.0/24"))
                                .ssh(ssh -> ssh.hostKey(INNER)
                                        .user("deploy")
                                        .through(
                                                HostAddress.of("198.51.100.9"),
                                                jump -> jump.user("guest")
                                                        .port(2222)
                                                        .hostKey(OUTER)))));
        SshLogin login = SshLogin.keyFile(Path.of("/home/me/.ssh/id_ed25519"));

        assertThat(SshTargets.declared(login).apply(shop.servers().get(0)))
                .isEqualTo(SshTarget.of("deploy", "203.0.113.20", HostKeys.trust(INNER), login)
                        .via(SshTarget.of("guest", "198.51.100.9", HostKeys.trust(OUTER), login)
                                .port(2222)));
    }
}
