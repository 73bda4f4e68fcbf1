package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.spi.UnreachableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that shows another host key than the one that is declared, since it was installed anew or is another machine, gets no login and no word. */
@OnEngine
class OtherHostKeyOnEngineTest {

    private final LabServer lab = LabServer.start();

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void a_changed_host_key_stops_an_apply_before_the_login_and_shows_both() {
        TapbotRuntime runtime = WholeServer.runtime(lab);
        Topology declared = SmallServer.topology(lab, 0);
        String before = lab.hostKey();
        lab.sh(
                "rm /etc/ssh/ssh_host_* && ssh-keygen -A >/dev/null && systemctl restart ssh && journalctl --rotate -q && journalctl --vacuum-time=1s -q");
        lab.awaitSsh();
        assertThatThrownBy(() -> runtime.apply(declared, ApplyOptions.standard()))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("Server box cannot be reached: The host key of " + lab.address()
                        + ":22 is not one that is trusted.")
                .hasMessageContaining("Offered: ssh-ed25519 " + lab.hostKey() + ", ssh-rsa ")
                .hasMessageContaining(". Trusted: " + before + ".")
                .hasMessageContaining("Stopped before the login: no user, key or command was sent.");
        assertThat(lab.sh("journalctl -u ssh -o cat")).doesNotContain("root").doesNotContain("Accepted");
        assertThat(lab.holds("test -e /var/lib/tapbot/journal")).isFalse();
    }
}
