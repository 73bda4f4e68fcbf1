package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.name.NetworkId;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.service.Attachment;
import kz.tapbot.model.service.Capability;
import kz.tapbot.model.service.Confinement;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Ulimit;
import kz.tapbot.model.service.UlimitKind;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.Cpus;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.operation.AwaitHealthy;
import kz.tapbot.runtime.operation.MakeProvision;
import kz.tapbot.runtime.operation.PullImage;
import kz.tapbot.runtime.operation.RemoveNetwork;
import kz.tapbot.runtime.operation.RemoveProvision;
import kz.tapbot.runtime.operation.RemoveVolume;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.resource.NetworkResource;
import kz.tapbot.runtime.resource.ProvisionResource;
import kz.tapbot.runtime.resource.VolumeResource;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.junit.jupiter.api.Test;

/** The life of containers, and of what is made inside them. */
public abstract class ContainerContractTest extends ContainerTrial {

    @Test
    void a_container_is_made_started_awaited_and_removed() {
        ContainerResource container = run(harness.healthy("bot"));
        isAsDesired(container);
        assertThat(health("bot")).isEqualTo(Health.HEALTHY);
        perform(stop(container.address(), "bot"));
        isAsDesired(container);
        assertThat(health("bot")).isEqualTo(Health.STOPPED);
        perform(remove(container.address(), "bot"));
        isNotOurs(container);
        assertThat(names()).isEmpty();
    }

    @Test
    void every_operation_can_be_repeated() {
        ContainerResource container = run(harness.healthy("bot"));
        run(harness.healthy("bot"));
        isAsDesired(container);
        perform(stop(container.address(), "bot"), stop(container.address(), "bot"));
        perform(remove(container.address(), "bot"), remove(container.address(), "bot"));
        perform(stop(container.address(), "bot"));
    }

    @Test
    void every_setting_is_seen_exactly_as_it_was_desired() {
        contents.set("token", "correct-horse-battery");
        Service full = rooted(harness.healthy("full"))
                .putEnvironment("GREETING", EnvironmentValue.text("a \"b\" $c 'd' ж"))
                .putEnvironment("TOKEN", EnvironmentValue.secret(SecretName.of("token")))
                .putLabels("com.example.role", "bot, of sorts")
                .addFiles(new ContainerFile(
                        ContainerPath.of("/etc/contract/token"),
                        Content.secret(SecretName.of("token")),
                        FileMode.OWNER_READ,
                        999))
                .addMounts(Mount.memory(DataSize.mib(16), ContainerPath.of("/scratch")))
                .limits(Limits.builder()
                        .memory(DataSize.mib(64))
                        .cpus(Cpus.of("0.5"))
                        .processes(50)
                        .addUlimits(
                                new Ulimit(UlimitKind.NOFILE, 1024, 4096),
                                Ulimit.of(UlimitKind.CORE, 0),
                                Ulimit.of(UlimitKind.RTTIME, Ulimit.UNLIMITED))
                        .logFile(DataSize.mib(5))
                        .logFiles(2)
                        .build())
                .confinement(Confinement.builder()
                        .readOnlyRoot(true)
                        .init(true)
                        .addDroppedCapabilities(Capability.ALL)
                        .addAddedCapabilities(Capability.CHOWN)
                        .build())
                .restart(RestartPolicy.ALWAYS)
                .stopGrace(Duration.ofSeconds(3))
                .build();
        isAsDesired(run(full));
        assertThat(look().toString()).doesNotContain("correct-horse-battery");
    }

    @Test
    void waiting_for_what_never_gets_healthy_fails_with_its_last_words() {
        Service service = harness.neverHealthy("sick");
        ContainerResource container = container(service);
        perform(new PullImage(container.address(), service.image()), create(container, "sick"));
        perform(start(container.address(), "sick"));
        assertThatThrownBy(() -> perform(
                        new AwaitHealthy(container.address(), "sick", Duration.ofSeconds(20), Duration.ofSeconds(1))))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("sick");
        assertThat(health("sick")).isNotEqualTo(Health.HEALTHY);
    }

    @Test
    void what_is_not_there_is_neither_started_nor_awaited() {
        Address address = address("container", "nobody");
        refused(start(address, "nobody"), "nobody");
        refused(await(address, "nobody"), "nobody");
        refused(rename(address, "nobody", "somebody"), "nobody");
    }

    @Test
    void an_update_beside_the_old_one_ends_with_the_new_one_alone() {
        ContainerResource old = run(harness.healthy("bot"));
        ContainerResource fresh = container(harness.healthyOther("bot"));
        Address address = old.address();
        perform(new PullImage(address, fresh.service().image()), create(fresh, "bot.next"), start(address, "bot.next"));
        perform(await(address, "bot.next"));
        assertThat(names()).containsExactly("bot", "bot.next");
        perform(rename(address, "bot", "bot.before"), rename(address, "bot.next", "bot"));
        assertThat(health("bot")).isEqualTo(Health.HEALTHY);
        assertThat(health("bot.before")).isEqualTo(Health.HEALTHY);
        assertThat(look().things()
                        .get(address("container", "bot.before"))
                        .owner()
                        .is(OURS))
                .isTrue();
        perform(stop(address, "bot.before"), remove(address, "bot.before"));
        isAsDesired(fresh);
        assertThat(names()).containsExactly("bot");
    }

    @Test
    void an_update_after_the_old_one_can_be_taken_back_at_any_step() {
        ContainerResource old = run(rooted(harness.healthy("base")).build());
        ContainerResource fresh = container(rooted(harness.healthyOther("base")).build());
        Address address = old.address();
        perform(new PullImage(address, fresh.service().image()));
        perform(stop(address, "base"), rename(address, "base", "base.before"), create(fresh, "base"));
        perform(remove(address, "base"), rename(address, "base.before", "base"), start(address, "base"));
        perform(await(address, "base"));
        isAsDesired(old);
        perform(rename(address, "base.before", "base"));
        isAsDesired(old);
    }

    @Test
    void a_container_that_was_stopped_by_hand_is_seen_and_started_again() {
        ContainerResource container = run(harness.healthy("bot"));
        perform(stop(container.address(), "bot"), start(container.address(), "bot"), await(container.address(), "bot"));
        assertThat(health("bot")).isEqualTo(Health.HEALTHY);
    }

    @Test
    void a_port_that_is_taken_is_told_with_its_number() {
        Service one = Service.builder()
                .from(harness.healthy("one"))
                .addNetworks(Attachment.to(new NetworkId(server(), NET)))
                .addPublications(new Publication(Port.tcp(18_080), 8080, Optional.empty(), List.of()))
                .build();
        Service two = Service.builder()
                .from(harness.healthy("two"))
                .networks(one.networks())
                .publications(one.publications())
                .build();
        run(one);
        ContainerResource second = container(two);
        perform(create(second, "two"));
        refused(start(second.address(), "two"), "18080");
        assertThat(health("one")).isEqualTo(Health.HEALTHY);
    }

    @Test
    void what_is_in_use_is_not_removed() {
        ContainerResource container = run(rooted(harness.healthy("bot")).build());
        NetworkResource network =
                new NetworkResource(server(), NET, false, Optional.empty(), Optional.empty(), NOTHING);
        VolumeResource volume = new VolumeResource(server(), DATA, NOTHING);
        refused(new RemoveNetwork(network.address(), NET), NET.value());
        refused(new RemoveVolume(volume.address(), DATA), DATA.value());
        perform(stop(container.address(), "bot"), remove(container.address(), "bot"));
        perform(new RemoveNetwork(network.address(), NET), new RemoveVolume(volume.address(), DATA));
    }

    @Test
    void data_outlives_the_container() {
        ContainerResource container = run(rooted(harness.healthy("bot")).build());
        harness.writeData(DATA, "marker", "precious");
        perform(stop(container.address(), "bot"), remove(container.address(), "bot"));
        run(rooted(harness.healthyOther("bot")).build());
        assertThat(harness.data(DATA, "marker")).contains("precious");
    }

    @Test
    void a_provision_is_made_once_and_outlives_the_container() {
        ProvisionResource provision = provision();
        ContainerResource container = run(rooted(harness.healthy("bot")).build());
        MakeProvision make = new MakeProvision(provision.address(), "bot", provision.provision());
        assertThat(seen(provision)).isEmpty();
        perform(make);
        isProvided(provision);
        perform(make);
        perform(stop(container.address(), "bot"), remove(container.address(), "bot"));
        run(rooted(harness.healthyOther("bot")).build());
        isProvided(provision);
        perform(new RemoveProvision(provision.address(), "bot", "marker", "one"));
        isNotOurs(provision);
        perform(new RemoveProvision(provision.address(), "bot", "marker", "one"));
    }

    @Test
    void a_provision_in_a_container_without_a_volume_is_lost_with_it() {
        ProvisionResource provision = provision();
        ContainerResource container = run(harness.healthy("bot"));
        perform(new MakeProvision(provision.address(), "bot", provision.provision()));
        isProvided(provision);
        perform(stop(container.address(), "bot"), remove(container.address(), "bot"));
        run(harness.healthy("bot"));
        assertThat(seen(provision)).isEmpty();
    }

    @Test
    void a_provision_without_data_is_made_again_when_what_it_is_made_of_changes() {
        ProvisionResource before = configuration("served: this\n");
        ProvisionResource after = configuration("served: that\n");
        run(rooted(harness.healthy("bot")).build());
        perform(new MakeProvision(before.address(), "bot", before.provision()));
        isProvided(before);
        assertThat(seen(after)).get().satisfies(found -> {
            assertThat(found.attributes()).isNotEqualTo(after.attributes(contents));
            assertThat(found.owner().is(OURS)).isTrue();
        });
        perform(new MakeProvision(after.address(), "bot", after.provision()));
        isProvided(after);
    }

    @Test
    void a_provision_is_not_made_where_nothing_runs() {
        ProvisionResource provision = provision();
        refused(new MakeProvision(provision.address(), "bot", provision.provision()), "bot");
    }

    private void isProvided(ProvisionResource provision) {
        assertThat(seen(provision)).get().satisfies(found -> {
            assertThat(found.attributes()).isEqualTo(provision.attributes(contents));
            assertThat(found.owner().is(OURS)).isTrue();
        });
    }

    private ProvisionResource provision() {
        return resource(marker("made once\n").build());
    }

    private ProvisionResource configuration(String text) {
        return resource(marker(text).data(false).build());
    }

    private static Provision.Builder marker(String text) {
        Provision.Builder marker = Provision.builder();
        marker.kind("marker")
                .name("one")
                .probe(Command.of("test", "-e", "/data/one"))
                .create(Command.of("sh", "-c", "mkdir -p /data && cat > /data/one"))
                .input(Content.text(text));
        return marker;
    }

    private ProvisionResource resource(Provision provision) {
        return new ProvisionResource(server(), harness.healthy("bot").name(), provision, NOTHING);
    }
}
