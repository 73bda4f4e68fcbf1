package kz.tapbot.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.tapbot.model.host.HostKeyFingerprint;
import kz.tapbot.model.host.PackageName;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.runtime.facts.ContainerFacts;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.operation.InstallPackage;
import kz.tapbot.runtime.operation.Operation;
import kz.tapbot.runtime.operation.PullImage;
import kz.tapbot.runtime.operation.PutSshd;
import kz.tapbot.runtime.operation.RestartUnit;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.Opening;
import kz.tapbot.runtime.resource.SshdResource;
import kz.tapbot.runtime.spi.LockHolder;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.UnreachableException;
import org.junit.jupiter.api.Test;

class MemoryFaultsTest {

    private static final Image IMAGE = Image.of("example/bot:1.0.0");
    private static final PackageName TREE = PackageName.of("tree");

    private final Box box = new Box();

    @Test
    void a_crash_kills_every_session_of_the_process_but_not_what_it_armed() {
        Box other = new Box(box.estate, "data", "203.0.113.20");
        box.session.state().lock("apply");
        other.session.state().lock("apply");
        box.session.state().arm(List.of(new Address("time-zone", "app")), Duration.ofMinutes(1));
        box.estate.interruptions().crashBefore(2);
        box.perform(install());
        assertThatThrownBy(() -> other.perform(install()))
                .isInstanceOf(SimulatedCrash.class)
                .hasMessage("the applying process was killed before: install package tree");
        assertThatThrownBy(() -> box.perform(install())).isInstanceOf(SimulatedCrash.class);
        assertThatThrownBy(() -> other.look()).isInstanceOf(SimulatedCrash.class);
        box.session = box.open();
        other.session = other.open();
        assertThat(box.session.state().holder()).isEmpty();
        assertThat(other.session.state().holder()).isEmpty();
        assertThat(box.machine.fingerprint()).contains("unconfirmed: 1");
        assertThat(has(box)).isTrue();
        assertThat(has(other)).isFalse();
    }

    @Test
    void a_crash_after_an_operation_leaves_its_effect() {
        box.machine.interruptions().crashAfter(1);
        assertThatThrownBy(() -> box.perform(install())).isInstanceOf(SimulatedCrash.class);
        box.session = box.open();
        assertThat(has(box)).isTrue();
    }

    @Test
    void writes_of_state_can_be_interrupted_too() {
        box.machine.interruptions().crashBeforeEffect(1).crashAfterEffect(2);
        assertThatThrownBy(() -> box.session.state().fingerprintKey(true)).isInstanceOf(SimulatedCrash.class);
        box.session = box.open();
        assertThat(box.session.state().fingerprintKey(false)).isEmpty();
        assertThatThrownBy(() -> box.session.state().fingerprintKey(true)).isInstanceOf(SimulatedCrash.class);
        box.session = box.open();
        assertThat(box.session.state().fingerprintKey(false)).isNotEmpty();
    }

    @Test
    void a_lost_connection_leaves_open_whether_there_was_an_effect() {
        box.machine.interruptions().loseConnectionBefore(1);
        assertThatThrownBy(() -> box.perform(install()))
                .isInstanceOf(UnreachableException.class)
                .hasMessage(
                        "The connection to server app is lost. What was under way may or may not have happened; plan again to see.");
        assertThatThrownBy(() -> box.look()).isInstanceOf(UnreachableException.class);
        box.session = box.open();
        assertThat(has(box)).isFalse();
        box.machine.interruptions().loseConnectionAfter(1);
        assertThatThrownBy(() -> box.perform(install())).isInstanceOf(UnreachableException.class);
        box.session = box.open();
        assertThat(has(box)).isTrue();
    }

    @Test
    void what_cannot_be_got_is_told_and_can_be_got_when_it_is_there_again() {
        box.withEngine().machine.faults().packagesFail().missingImage(IMAGE);
        failsWith("package sources cannot be reached", install());
        failsWith("manifest for example/bot:1.0.0 not found", pull());
        box.machine.faults().clear();
        box.machine.faults().missingPackage(TREE);
        failsWith("Unable to locate package tree", install());
        box.machine.faults().clear();
        box.perform(install(), pull());
    }

    @Test
    void a_full_disk_takes_nothing_more() {
        box.withEngine().machine.faults().freeDisk(DataSize.mib(1));
        assertThat(box.look().freeDisk()).hasValue(1 << 20);
        failsWith("no space left on device", pull());
        failsWith("no space left on device", install());
        box.machine.faults().clear();
        box.perform(pull());
    }

    @Test
    void a_crashing_container_is_told_with_its_last_words_made_safe() {
        box.withEngine()
                .machine
                .faults()
                .crashing(IMAGE)
                .says(IMAGE, List.of("KEY is missing \u001b]0;owned\u0007", "x".repeat(1000)));
        ContainerResource container = box.start(box.service("bot", IMAGE).build());
        assertThatThrownBy(() -> box.perform(Box.await(container, Duration.ofSeconds(30))))
                .isInstanceOfSatisfying(OperationFailedException.class, failure -> {
                    assertThat(failure).hasMessage("Container bot does not run: it ended right after its start.");
                    assertThat(failure.lines())
                            .contains("KEY is missing \\x1b]0;owned\\x07", "x".repeat(500) + "…")
                            .endsWith("fatal: the process ended with exit status 1");
                });
        ContainerFacts facts = facts("bot");
        assertThat(facts.health()).isEqualTo(Health.UNHEALTHY);
        assertThat(facts.restarts()).isPositive();
        assertThat(facts.lastLog()).contains("KEY is missing \\x1b]0;owned\\x07");
    }

    @Test
    void a_crashing_container_that_is_not_started_again_is_stopped() {
        box.withEngine().machine.faults().crashing(IMAGE);
        box.start(box.service("bot", IMAGE).restart(RestartPolicy.NO).build());
        assertThat(facts("bot").health()).isEqualTo(Health.STOPPED);
    }

    @Test
    void a_slow_start_is_waited_for_in_simulated_time_as_long_as_it_is_allowed() {
        box.withEngine().machine.faults().slowStart(IMAGE, Duration.ofSeconds(95));
        ContainerResource container = box.start(box.service("bot", IMAGE).build());
        assertThat(facts("bot").health()).isEqualTo(Health.STARTING);
        failsWith("did not become healthy within 40 s", Box.await(container, Duration.ofSeconds(40)));
        assertThat(facts("bot").uptime()).isEqualTo(Duration.ofSeconds(40));
        box.estate.clock().advance(Duration.ofSeconds(40));
        assertThat(facts("bot").health()).isEqualTo(Health.UNHEALTHY);
        box.perform(Box.await(container, Duration.ofSeconds(40)));
        assertThat(facts("bot").health()).isEqualTo(Health.HEALTHY);
        assertThat(facts("bot").uptime()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void a_port_that_a_program_listens_on_is_taken() {
        box.withEngine().machine.faults().portTaken(Port.tcp(80), "nginx");
        ContainerResource container = box.container(
                box.service("web", IMAGE).addPublications(Box.published(80)).build());
        assertThatThrownBy(() -> box.start(container.service()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("Starting container web failed: port 80/tcp is already taken by process nginx.");
        assertThat(box.look().listeners()).containsEntry("80/tcp", "process nginx");
        assertThat(facts("web").health()).isEqualTo(Health.STOPPED);
    }

    @Test
    void a_unit_that_fails_is_told() {
        box.machine.faults().unitFails(UnitName.of("cron.service"));
        failsWith(
                "Job for cron.service failed",
                new RestartUnit(Address.parse("unit:app/cron.service"), UnitName.of("cron.service")));
    }

    @Test
    void a_lock_can_be_held_by_somebody_else() {
        box.machine.faults().lockHeldBy(new LockHolder("boris@desk", "apply", Instant.EPOCH));
        assertThat(box.session.state().lock("apply"))
                .get()
                .asString()
                .isEqualTo("boris@desk since 1970-01-01T00:00:00Z for apply");
        box.machine.faults().clear();
        assertThat(box.session.state().lock("apply")).isEmpty();
    }

    @Test
    void a_login_is_refused_in_words() {
        box.machine.faults().refusesLogin();
        refuses(box.server, "it refused the login of root: Permission denied (publickey).");
        box.machine.faults().clear();
        box.machine.faults().unreachable();
        refuses(box.server, "the connection timed out after 10 s: it does not answer.");
        box.machine.faults().clear();
        HostKeyFingerprint other = HostKeyFingerprint.of("SHA256:" + "b".repeat(43));
        box.machine.faults().hostKey(other);
        refuses(box.server, "its host key SHA256:" + "b".repeat(43) + " is none of those that are trusted.");
        Server trusting = Server.builder()
                .from(box.server)
                .ssh(SshAccess.builder().addHostKeys(other).build())
                .build();
        box.open(trusting).close();
    }

    @Test
    void an_sshd_that_shuts_us_out_is_taken_back_while_we_knock() {
        TreeMap<String, String> settings = new TreeMap<>();
        settings.put("allowusers", "nobody");
        SshdResource sshd = new SshdResource(box.server.name(), settings, new TreeSet<>());
        box.session.state().arm(List.of(sshd.address()), Duration.ofSeconds(60));
        box.perform(new PutSshd(sshd.address(), sshd));
        int knocks = 0;
        while (true) {
            try {
                box.open().close();
                break;
            } catch (UnreachableException e) {
                assertThat(e).hasMessageContaining("AllowUsers");
                knocks++;
            }
        }
        assertThat(knocks).isEqualTo(30);
        assertThat(box.look().notes())
                .containsExactly(
                        "the change of [sshd:app] was taken back at 2026-01-01T00:01:00Z: nobody confirmed it in time");
    }

    @Test
    void a_firewall_that_does_not_let_our_own_address_in_shuts_us_out() {
        sshFrom("198.51.100.0/24");
        box.open().close();
        box.estate.controlledFrom(IpAddress.of("192.0.2.1"));
        refuses(box.server, "the connection timed out after 10 s: the firewall does not let 192.0.2.1 to 22/tcp.");
        box.estate.controlledFrom(IpAddress.of("198.51.100.7"));
        box.open().close();
    }

    private void sshFrom(String block) {
        box.firewall(new Opening(Port.tcp(22), new TreeSet<>(List.of(Cidr.of(block))), false, "SSH"));
    }

    private void refuses(Server server, String why) {
        assertThatThrownBy(() -> box.open(server))
                .isInstanceOf(UnreachableException.class)
                .hasMessageStartingWith("Server app (203.0.113.10) cannot be reached: " + why);
    }

    private void failsWith(String words, Operation operation) {
        assertThatThrownBy(() -> box.perform(operation))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining(words);
    }

    private ContainerFacts facts(String name) {
        ContainerFacts facts = box.look().containers().get(name);
        assertThat(facts).isNotNull();
        return facts;
    }

    private static boolean has(Box box) {
        return box.machine.fingerprint().contains("tree");
    }

    private InstallPackage install() {
        return new InstallPackage(Address.parse("package:app/tree"), TREE);
    }

    private PullImage pull() {
        return new PullImage(Address.parse("container:app/bot"), IMAGE);
    }
}
