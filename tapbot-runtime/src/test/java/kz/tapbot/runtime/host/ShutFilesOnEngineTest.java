package kz.tapbot.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.lab.LabServer;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.Delegate;
import kz.tapbot.model.host.SshPublicKey;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.ChangeOutcome;
import kz.tapbot.runtime.apply.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that somebody has set immutable with chattr(1) stay as they are: that is told with the file and what to do, and nothing is half done. */
@OnEngine
class ShutFilesOnEngineTest {

    private static final UserName MONITOR = UserName.of("monitor");
    private static final String OTHER_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1r0pZ0pW2yq0zrkzV0nP1m5mGq4l3Jf5wqk5m0aBcD monitor@example.com";

    private static final String SSHD = "/etc/ssh/sshd_config.d/00-tapbot.conf";
    private static final String FILES = "/etc/shop.conf /home/monitor/.ssh/authorized_keys " + SSHD;

    /** What each of them decides, and what a half of each would leave. */
    private static final String STATE = "cksum " + FILES
            + "; id monitor; sshd -T; ls -A /etc/ssh/sshd_config.d /home/monitor/.ssh; find /etc -name '.tapbot.*'";

    private final LabServer lab = LabServer.start();
    private final TapbotRuntime runtime = SmallServer.runtime(lab);

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void a_file_that_somebody_has_set_immutable_is_named_and_left() {
        ApplyReport first = runtime.apply(topology(0), ApplyOptions.standard());
        assertThat(first.outcome()).as("%s", first).isEqualTo(Outcome.DONE);
        for (String flag : List.of("i", "a")) {
            lab.sh("chattr +" + flag + " " + FILES);
            String before = lab.sh(STATE);

            ApplyReport report = runtime.apply(topology(1), ApplyOptions.standard());

            lab.sh("chattr -" + flag + " " + FILES);
            assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.FAILED_ROLLED_BACK);
            assertThat(report.changes().stream()
                            .filter(change -> change.outcome() == ChangeOutcome.FAILED)
                            .map(change -> change.why().orElse("")))
                    .containsExactlyInAnyOrder(
                            told("Writing /etc/shop.conf", "/etc/shop.conf", flag),
                            told("Setting the user monitor", "/home/monitor/.ssh/authorized_keys", flag),
                            told("Setting sshd's settings", SSHD, flag));
            assertThat(lab.sh(STATE)).isEqualTo(before);
        }
        AfterFault.isWhole("let again", lab, runtime, topology(1));
        aDirectoryToo();
        whatIsAsItShallBeNeedsNoChange();
    }

    private void aDirectoryToo() {
        lab.sh("chattr +i /etc/shop1");
        ApplyReport report = runtime.apply(topology(0), ApplyOptions.standard());
        lab.sh("chattr -i /etc/shop1");
        assertThat(report.toString()).contains(told("Removing the directory /etc/shop1", "/etc/shop1", "i"));
        AfterFault.isWhole("let again", lab, runtime, topology(0));
    }

    private void whatIsAsItShallBeNeedsNoChange() {
        lab.sh("chattr +i " + FILES + " && usermod --groups games monitor");
        AfterFault.isWhole("beside it", lab, runtime, topology(0));
        lab.sh("chattr -i " + FILES);
    }

    private static String told(String doing, String file, String flag) {
        return doing + " failed: " + file + (flag.equals("i") ? " is immutable" : " can only be added to")
                + ", as somebody has set it with chattr +" + flag
                + ". It was left as it is: let it be changed with \"chattr -" + flag + " " + file + "\" and run again.";
    }

    private Topology topology(int version) {
        Server.Builder server = lab.declared("box")
                .firewall(false)
                .addDirectories(kz.tapbot.model.value.HostPath.of("/etc/shop" + version))
                .ssh(SshAccess.builder()
                        .from(lab.declared("box").build().ssh())
                        .keysOnly(version == 0)
                        .build())
                .addDelegates(Delegate.builder()
                        .name(MONITOR)
                        .addKeys(SshPublicKey.of(version == 0 ? lab.publicKey() : OTHER_KEY))
                        .mayInspect(version == 1)
                        .build());
        return SmallServer.topology(
                SmallServer.service(server, SmallServer.FILE, version).build());
    }
}
