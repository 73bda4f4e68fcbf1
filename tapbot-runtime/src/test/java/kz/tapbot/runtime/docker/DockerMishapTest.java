package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.IpAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.runtime.DestroyOptions;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.LockedException;
import kz.tapbot.runtime.apply.PlanRefusedException;
import kz.tapbot.runtime.contract.KnownContents;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.plan.PlanText;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong around a real engine has the end that was promised, and the next run goes on from there. */
@OnEngine
class DockerMishapTest {

    private DockerHarness harness;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() {
        harness = new DockerHarness();
        runtime = KilledRun.runtime(EngineForTests.dialer());
    }

    @AfterEach
    void end() {
        harness.close();
    }

    @Test
    void an_image_that_cannot_be_had_is_told_before_anything_is_changed() {
        Topology shop = with(Service.builder()
                .from(page())
                .image(Image.of("127.0.0.1:9/none/such:1.0.0"))
                .build());
        ApplyReport report = apply(shop);
        assertThat(report.toString()).contains("Pulling 127.0.0.1:9/none/such:1.0.0 failed");
        assertThat(harness.containers()).containsExactly("tapbot-state");
    }

    @Test
    void a_port_that_a_process_has_is_told_and_the_process_keeps_it() throws IOException {
        Topology shop;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            shop = with(Service.builder()
                    .from(page())
                    .addPublications(new Publication(
                            Port.tcp(taken.getLocalPort()), 8080, Optional.of(IpAddress.of("127.0.0.1")), List.of()))
                    .build());
            ApplyReport report = apply(shop);
            assertThat(report.isDone()).isFalse();
            assertThat(report.toString()).contains("Starting container page failed", "address already in use");
            assertThat(harness.containers()).containsExactly("tapbot-state");
        }
        assertThat(apply(shop).isDone()).isTrue();
    }

    @Test
    void a_container_that_ends_again_and_again_is_given_up_with_what_it_said() {
        Topology shop = with(Service.builder()
                .from(page())
                .command(Command.of("sh", "-c", "echo no such table; exit 3"))
                .build());
        ApplyReport report = apply(shop);
        assertThat(report.toString()).contains("no such table");
        assertThat(harness.containers()).containsExactly("tapbot-state");
    }

    @Test
    void a_volume_that_somebody_else_uses_is_not_removed() {
        Topology shop = KilledShop.first();
        apply(shop);
        harness.byHand(client -> client.createContainerCmd("tapbot-test/well:1.0.0")
                .withName("theirs")
                .withCmd("true")
                .withHostConfig(HostConfig.newHostConfig().withBinds(new Bind("contract-data", new Volume("/data"))))
                .exec());
        DestroyOptions all = DestroyOptions.removeData(Address.parse("volume:box/contract-data"));
        ApplyReport report = runtime.destroy(shop, runtime.planDestroy(shop, all), all, ApplyOptions.standard());
        assertThat(report.isDone()).isFalse();
        assertThat(report.toString()).contains("Removing volume contract-data failed", "in use");
        assertThat(harness.volumes()).contains("contract-data");
        assertThat(harness.containers()).containsExactly("tapbot-state", "theirs");
    }

    @Test
    void whoever_comes_second_is_told_who_was_first_and_a_lock_that_was_never_taken_holds_nobody_up() {
        Topology shop = with(page());
        try (Session first = session()) {
            assertThat(first.state().lock("apply")).isEmpty();
            assertThatThrownBy(() -> apply(shop))
                    .isInstanceOf(LockedException.class)
                    .hasMessageContaining("first@there");
        }
        harness.byHand(client -> client.execCreateCmd("tapbot-state")
                .withCmd("/lock", "/state/lock", "nobody@nowhere", "apply", "2026-01-01T00:00:00Z")
                .withAttachStdin(true)
                .exec());
        assertThat(apply(shop).isDone()).isTrue();
        assertThat(harness.containers()).containsExactly("page", "tapbot-state");
    }

    @Test
    void a_mark_that_was_copied_or_made_up_is_not_believed_until_its_thing_is_adopted() {
        Topology shop = with(page());
        apply(shop);
        harness.byHand(client -> {
            Map<String, String> copied =
                    client.inspectContainerCmd("page").exec().getConfig().getLabels();
            for (String name : new String[] {"page.copy", "pages"}) {
                client.createContainerCmd("tapbot-test/well:1.0.0")
                        .withName(name)
                        .withLabels(copied)
                        .withCmd("true")
                        .exec();
            }
            client.removeContainerCmd("page").withForce(true).exec();
            client.createContainerCmd("tapbot-test/well:1.0.0")
                    .withName("page")
                    .withCmd("sleep", "600")
                    .withLabels(Map.of(
                            "tapbot.topology",
                            "contract",
                            "tapbot.address",
                            "container:box/page",
                            "tapbot.proof",
                            "00"))
                    .exec();
            client.startContainerCmd("page").exec();
        });
        assertThatThrownBy(() -> apply(shop))
                .isInstanceOf(PlanRefusedException.class)
                .hasMessageContaining("belongs to somebody with a forged mark");
        PlanOptions adopt = PlanOptions.STANDARD.adopt(Address.parse("container:box/page"));
        Plan plan = runtime.plan(shop, adopt);
        assertThat(PlanText.render(plan)).contains("adopt   container:box/page", "command: ");
        assertThat(runtime.apply(shop, plan, adopt, ApplyOptions.standard()).isDone())
                .isTrue();
        assertThat(runtime.plan(shop).isEmpty()).isTrue();
        assertThat(harness.containers()).containsExactly("page", "page.copy", "pages", "tapbot-state");
    }

    private Session session() {
        return harness.driver()
                .open(
                        harness.server(),
                        new SessionContext(KilledShop.first().name(), new KnownContents(), "first@there"));
    }

    private ApplyReport apply(Topology topology) {
        return runtime.apply(topology, ApplyOptions.standard());
    }

    private static Service page() {
        return KilledShop.service("page");
    }

    /** That service alone. */
    private static Topology with(Service service) {
        Server box = KilledShop.first().servers().iterator().next();
        return Topology.builder()
                .name(KilledShop.first().name())
                .addServers(Server.builder()
                        .name(box.name())
                        .host(box.host())
                        .networks(box.networks())
                        .addServices(service)
                        .build())
                .build();
    }
}
