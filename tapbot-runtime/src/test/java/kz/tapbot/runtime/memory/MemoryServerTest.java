package kz.tapbot.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.host.UnitName;
import kz.tapbot.model.host.UserName;
import kz.tapbot.model.name.VolumeName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.model.value.HostPath;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.operation.CreateContainer;
import kz.tapbot.runtime.operation.PutSshd;
import kz.tapbot.runtime.operation.PutUnit;
import kz.tapbot.runtime.operation.SetTimeZone;
import kz.tapbot.runtime.operation.WriteFile;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.FileResource;
import kz.tapbot.runtime.resource.SshdResource;
import kz.tapbot.runtime.resource.TimeZoneResource;
import kz.tapbot.runtime.resource.UnitResource;
import kz.tapbot.runtime.spi.Driver;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.junit.jupiter.api.Test;

/** What a simulated server is beyond the contract. */
class MemoryServerTest {

    private static final Image IMAGE = Image.of("example/bot:1.0.0");

    private final Box box = new Box();

    @Test
    void the_driver_is_found_by_its_name() {
        assertThat(ServiceLoader.load(Driver.class)).extracting(Driver::name).contains("memory");
    }

    @Test
    void looking_and_asking_write_nothing() {
        box.look();
        box.session.state().holder();
        box.session.state().fingerprintKey(false);
        Recorder recorder = box.estate.recorder();
        assertThat(recorder.writes()).isZero();
        assertThat(recorder.operations()).isZero();
        assertThat(recorder.observations()).isOne();
        assertThat(recorder.logins()).isOne();
        box.withEngine();
        box.session.state().lock("apply");
        assertThat(recorder.operations()).isEqualTo(2);
        assertThat(recorder.writes()).isEqualTo(3);
        assertThat(box.machine.recorder().writes()).isEqualTo(3);
    }

    @Test
    void labels_that_somebody_made_up_are_not_believed() {
        box.withEngine().machine.engine().runForged(box.service("bot", IMAGE).build(), Box.OURS);
        var address = box.container(box.service("bot", IMAGE).build()).address();
        assertThat(box.look().things().get(address).owner()).hasToString("somebody with a forged mark");
        assertThat(box.look().containers()).isEmpty();
    }

    @Test
    void engine_operations_say_when_there_is_no_engine() {
        ContainerResource container = box.container(box.service("bot", IMAGE).build());
        CreateContainer create = new CreateContainer(container.address(), "bot", container);
        assertThatThrownBy(() -> box.perform(create)).hasMessage("The container engine is not installed.");
        box.withEngine().machine.engine().stop();
        assertThatThrownBy(() -> box.perform(create))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("The container engine does not answer: docker.service is stopped.");
        assertThat(box.look().notes()).containsExactly("the container engine does not answer");
    }

    @Test
    void a_restart_loses_what_was_not_written_down() {
        box.withEngine();
        box.run(box.service("always", IMAGE).build());
        box.run(box.service("once", IMAGE).restart(RestartPolicy.NO).build());
        box.machine.host().setSysctl(SysctlKey.of("vm.swappiness"), "1");
        box.machine.host().write(HostPath.of("/run/thing"), "x", FileMode.ALL_READ, 0);
        box.machine.reboot();
        box.session = box.open();
        assertThat(box.machine.engine().containers())
                .containsEntry("always", Health.STARTING)
                .containsEntry("once", Health.STOPPED);
        assertThat(box.machine.host().text(HostPath.of("/run/thing"))).isEmpty();
        assertThat(box.machine.fingerprint()).contains("vm.swappiness=60");
        box.estate.clock().advance(Duration.ofSeconds(10));
        assertThat(box.machine.engine().containers()).containsEntry("always", Health.HEALTHY);
    }

    @Test
    void an_earlier_drop_in_of_sshd_wins_and_is_seen() {
        TreeMap<String, String> settings = new TreeMap<>();
        settings.put("passwordauthentication", "no");
        SshdResource sshd = new SshdResource(box.server.name(), settings, new TreeSet<>());
        box.machine
                .host()
                .write(
                        HostPath.of("/etc/ssh/sshd_config.d/50-cloud-init.conf"),
                        "PasswordAuthentication yes\n",
                        FileMode.ALL_READ,
                        0);
        box.perform(new PutSshd(sshd.address(), sshd));
        assertThat(attributes(sshd)).containsEntry("passwordauthentication", "no");
        box.machine
                .host()
                .write(
                        HostPath.of("/etc/ssh/sshd_config.d/00-a.conf"),
                        "PasswordAuthentication yes\n",
                        FileMode.ALL_READ,
                        0);
        assertThat(attributes(sshd)).containsEntry("passwordauthentication", "yes");
    }

    @Test
    void sudo_rules_of_others_count_in_effect() {
        UserName name = UserName.of("monitor");
        box.machine.host().addUser(name);
        box.machine.host().allowSudo(name, new TreeSet<>(List.of("/usr/bin/less /var/log/syslog")));
        assertThat(box.look().things().values())
                .filteredOn(thing -> thing.address().kind().equals("sudo"))
                .singleElement()
                .satisfies(thing -> {
                    assertThat(thing.owner().topology()).isEmpty();
                    assertThat(thing.attributes()).containsEntry("run /usr/bin/less /var/log/syslog", "as root");
                });
    }

    @Test
    void a_timer_is_due_by_its_calendar_in_the_time_zone_of_the_server() {
        TimeZoneResource zone = new TimeZoneResource(box.server.name(), ZoneId.of("Europe/Moscow"), new TreeSet<>());
        box.perform(new SetTimeZone(zone.address(), zone));
        box.machine.host().setUnit(UnitName.of("nightly.service"), "[Service]\nType=oneshot\n", false, false);
        timer("*-*-* 02:00:00");
        assertThat(nextRun()).contains(Instant.parse("2026-01-01T23:00:00Z"));
        timer("Mon..Wed *-*-* 02:30");
        assertThat(nextRun()).contains(Instant.parse("2026-01-04T23:30:00Z"));
        timer("*-*-15 00/6:10:00");
        assertThat(nextRun()).contains(Instant.parse("2026-01-14T21:10:00Z"));
        timer("hourly");
        assertThat(nextRun()).contains(Instant.parse("2026-01-01T01:00:00Z"));
        timer("*-02-30 02:00");
        assertThat(nextRun()).isEmpty();
    }

    @Test
    void a_timer_without_its_service_does_not_start() {
        UnitResource timer = unit("lonely.timer", "[Timer]\nOnCalendar=daily\n");
        assertThatThrownBy(() -> box.perform(new PutUnit(timer.address(), timer)))
                .hasMessage("Failed to start lonely.timer: it triggers lonely.service, which does not exist.");
    }

    @Test
    void a_unit_that_runs_with_an_old_configuration_is_restarted_by_being_put() {
        HostPath path = HostPath.of("/etc/app.conf");
        TreeMap<HostPath, Content> reads = new TreeMap<>();
        reads.put(path, Content.text("one"));
        UnitResource unit = new UnitResource(
                box.server.name(),
                UnitName.of("app.service"),
                Optional.of("[Service]\n"),
                true,
                true,
                reads,
                new TreeSet<>());
        FileResource file = new FileResource(
                box.server.name(), path, Content.text("one"), FileMode.ALL_READ, 0, "a test", false, new TreeSet<>());
        box.perform(new WriteFile(file.address(), file), new PutUnit(unit.address(), unit));
        assertThat(attributes(unit)).isEqualTo(unit.attributes(box.contents));
    }

    @Test
    void a_link_in_the_place_of_a_file_is_replaced_and_not_followed() {
        HostPath secret = HostPath.of("/root/theirs");
        HostPath path = HostPath.of("/etc/ours.conf");
        FileResource file = new FileResource(
                box.server.name(), path, Content.text("ours"), FileMode.ALL_READ, 0, "a test", false, new TreeSet<>());
        box.perform(new WriteFile(file.address(), file));
        box.machine.host().write(secret, "theirs", FileMode.OWNER_READ, 0);
        box.machine.host().remove(path);
        box.machine.host().link(path, secret);
        assertThat(attributes(file)).containsEntry("content", "(a link to /root/theirs)");
        box.perform(new WriteFile(file.address(), file));
        assertThat(box.machine.host().text(path)).contains("ours");
        assertThat(box.machine.host().text(secret)).contains("theirs");
    }

    @Test
    void data_of_a_removed_volume_is_gone_and_that_can_be_seen() {
        box.withEngine().machine.engine().addVolume(VolumeName.of("data"));
        box.machine.engine().writeData(VolumeName.of("data"), "marker", "precious");
        String before = box.estate.fingerprint();
        box.machine.engine().removeVolume(VolumeName.of("data"));
        box.machine.engine().addVolume(VolumeName.of("data"));
        assertThat(before).contains("marker=precious");
        assertThat(box.estate.fingerprint()).isNotEqualTo(before);
    }

    @Test
    void operations_from_many_threads_all_have_their_effect() throws Exception {
        box.withEngine();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Service service = box.service("s-" + i, IMAGE).build();
                all.add(pool.submit(() -> box.run(service)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(box.look().containers())
                .hasSize(200)
                .allSatisfy((name, facts) -> assertThat(facts.health()).isEqualTo(Health.HEALTHY));
        assertThat(box.estate.recorder().operations()).isEqualTo(2 + 200 * 4);
    }

    private Optional<Instant> nextRun() {
        return box.machine.host().nextRun(UnitName.of("nightly.timer"));
    }

    private void timer(String calendar) {
        UnitResource timer = unit("nightly.timer", "[Timer]\nOnCalendar=" + calendar + "\n");
        box.perform(new PutUnit(timer.address(), timer));
    }

    private UnitResource unit(String name, String text) {
        return new UnitResource(
                box.server.name(), UnitName.of(name), Optional.of(text), true, true, new TreeMap<>(), new TreeSet<>());
    }

    private java.util.SortedMap<String, String> attributes(kz.tapbot.runtime.resource.Resource resource) {
        var found = box.session.observe(List.of(resource)).things().get(resource.address());
        assertThat(found).isNotNull();
        return found.attributes();
    }
}
