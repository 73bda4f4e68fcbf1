package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.docker.internal.keep.HelperImage;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.StateTamperedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Root edits by hand what Tapbot keeps on an engine, or puts links, pipes, devices and directories in its place: nothing is ever written through them. */
@OnEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DockerTamperedTest {

    private static final String FILES =
            "cd /state/containers/keeper.*; F=$PWD/etc/greeting; T=$PWD/run/secrets/token; ";
    private static final String VICTIM = "theirs\n";

    private final Topology shop = KilledShop.first();
    private DockerHarness harness;
    private TapbotRuntime runtime;
    private String hand = "";

    @BeforeAll
    void begin() {
        harness = new DockerHarness();
        runtime = KilledRun.runtime(EngineForTests.dialer());
        applied();
        harness.byHand(client -> hand = client.createContainerCmd(DockerHarness.BASE)
                .withCmd("sleep", "100000")
                .withHostConfig(HostConfig.newHostConfig()
                        .withNetworkMode("none")
                        .withBinds(new Bind("tapbot-state", new Volume("/state"))))
                .exec()
                .getId());
        harness.byHand(client -> client.startContainerCmd(hand).exec());
        byHand("echo theirs > /state/victim");
    }

    @AfterAll
    void end() {
        harness.byHand(client -> client.removeContainerCmd(hand).withForce(true).exec());
        harness.close();
    }

    @Test
    void a_file_of_a_container_that_was_edited_is_a_difference_and_is_written_anew() {
        for (String edit : List.of(
                ": > $F",
                "echo more >> $F",
                "printf 'one\\r\\n' > $F",
                "printf '\\357\\273\\277one' > $F",
                "printf one > $F; chmod 0666 $F",
                "chmod 0644 $F; chown 5 $F")) {
            byHand(FILES + edit);
            differs(edit);
        }
        for (String odd :
                List.of("rm $F $T; ln -s /state/victim $F; mkfifo $T", "rm $F $T; mkdir $F; mknod $T c 1 5")) {
            byHand(FILES + odd);
            differs(odd);
            applied();
            assertThat(byHand("cat /state/victim")).as(odd).isEqualTo(VICTIM);
        }
        assertThat(byHand("find /state/containers -mindepth 1 | grep -c ."))
                .as("2 files, 3 directories and their parent")
                .isEqualTo("6\n");
    }

    @Test
    void what_stands_in_place_of_its_own_files_is_refused() {
        for (String place : List.of(
                "key: ln -s saved",
                "key: mkdir",
                "journal.log: ln -s victim",
                "journal.log: mkfifo",
                "journal.log: mknod -m 666",
                "lock: ln -s victim",
                "containers: ln -s saved")) {
            String name = place.substring(0, place.indexOf(':'));
            String odd = place.substring(place.indexOf(' ') + 1);
            byHand("cd /state; mv " + name + " saved; " + odd + " " + name + (odd.startsWith("mknod") ? " c 1 5" : ""));
            assertThatThrownBy(() -> runtime.plan(shop))
                    .as(place)
                    .isInstanceOf(StateTamperedException.class)
                    .hasMessageContaining(" stands where Tapbot keeps " + name + " in the volume tapbot-state");
            assertThatThrownBy(() -> runtime.apply(KilledShop.second(), ApplyOptions.standard()))
                    .as(place)
                    .isInstanceOf(StateTamperedException.class);
            assertThat(byHand("cd /state; cat victim; rm -r " + name + "; mv saved " + name))
                    .as(place)
                    .isEqualTo(VICTIM);
        }
        assertThat(runtime.plan(shop).isEmpty()).as("%s", runtime.plan(shop)).isTrue();
    }

    @Test
    void a_journal_that_becomes_a_link_under_a_run_is_not_written_through() {
        AtomicBoolean done = new AtomicBoolean();
        NotingDialer dialer = new NotingDialer(EngineForTests.dialer(), request -> {
            if (request.startsWith("POST /containers/tapbot-state/attach") && !done.getAndSet(true)) {
                byHand("cd /state; mv journal.log saved; ln -s victim journal.log");
            }
        });
        TapbotRuntime other = KilledRun.runtime(dialer);
        assertThatThrownBy(() -> other.apply(KilledShop.second(), ApplyOptions.standard()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage(
                        "The journal could not be written: the disk of the engine's data may be full, or what stands in its"
                                + " place is no file.");
        assertThat(done).isTrue();
        assertThat(byHand("cd /state; cat victim; mv saved journal.log")).isEqualTo(VICTIM);
        assertThat(runtime.plan(shop).isEmpty()).as("%s", runtime.plan(shop)).isTrue();
    }

    @Test
    void a_lock_that_cannot_even_be_tried_is_not_taken_for_held() {
        String image = HelperImage.REFERENCE;
        harness.byHand(client -> {
            client.removeContainerCmd("tapbot-state").withForce(true).exec();
            client.tagImageCmd(
                            DockerHarness.BASE,
                            image.substring(0, image.indexOf(':')),
                            image.substring(image.indexOf(':') + 1))
                    .exec();
            String id = client.createContainerCmd(image)
                    .withName("tapbot-state")
                    .withCmd("sleep", "100000")
                    .withHostConfig(HostConfig.newHostConfig()
                            .withNetworkMode("none")
                            .withBinds(new Bind("tapbot-state", new Volume("/state"))))
                    .exec()
                    .getId();
            client.startContainerCmd(id).exec();
        });
        try {
            assertThatThrownBy(() -> runtime.apply(KilledShop.second(), ApplyOptions.standard()))
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessageStartingWith("The lock of the engine could not be tried: ")
                    .hasMessageContaining("/lock");
        } finally {
            harness.byHand(client -> {
                client.removeContainerCmd("tapbot-state").withForce(true).exec();
                client.removeImageCmd(image).exec();
            });
            applied();
        }
    }

    private void differs(String what) {
        assertThat(runtime.plan(shop).toString())
                .as(what)
                .contains("container:box/keeper")
                .contains("file /etc/greeting");
    }

    private void applied() {
        ApplyReport report = runtime.apply(shop, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(runtime.plan(shop).isEmpty()).as("%s", runtime.plan(shop)).isTrue();
    }

    /** Runs a script of root's in the volume, and gives what it says. */
    private String byHand(String script) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        harness.byHand(client -> {
            String id = client.execCreateCmd(hand)
                    .withCmd("sh", "-ec", script)
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .exec()
                    .getId();
            DockerHarness.listen(client.execStartCmd(id), said);
            assertThat(client.inspectExecCmd(id).exec().getExitCodeLong())
                    .as("%s: %s", script, said)
                    .isZero();
        });
        return said.toString(StandardCharsets.UTF_8);
    }
}
