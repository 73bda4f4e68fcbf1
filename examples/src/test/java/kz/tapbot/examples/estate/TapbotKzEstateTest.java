package kz.tapbot.examples.estate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.tapbot.examples.Golden;
import kz.tapbot.model.Topology;
import kz.tapbot.model.json.TopologyJson;
import kz.tapbot.model.network.Network;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.memory.MemoryEstate;
import kz.tapbot.runtime.plan.PlanText;
import kz.tapbot.runtime.view.PortMap;
import kz.tapbot.validate.Validator;
import org.junit.jupiter.api.Test;

/** The rules that the team holds its estate to, in plain JUnit: a topology is a value, and values can be asked. */
class TapbotKzEstateTest {

    private static final Topology ESTATE = TapbotKzEstate.TOPOLOGY;

    private final TapbotRuntime runtime =
            TapbotRuntime.builder().driver(MemoryEstate.create().driver()).build();

    @Test
    void it_is_judged_without_a_single_finding() {
        assertThat(Validator.validate(ESTATE)).hasToString("Topology \"tapbot-kz\" has no findings");
    }

    @Test
    void no_database_and_no_cache_is_published_or_routed() {
        assertThat(services().filter(service -> service.is(Trait.DATABASE) || service.is(Trait.CACHE)))
                .isNotEmpty()
                .allSatisfy(service -> {
                    assertThat(service.publications()).as("%s", service.name()).isEmpty();
                    assertThat(service.routes()).as("%s", service.name()).isEmpty();
                });
    }

    @Test
    void every_database_and_cache_sits_on_internal_networks_only() {
        for (Server server : ESTATE.servers()) {
            Set<String> internal = new HashSet<>();
            server.networks().stream()
                    .filter(Network::internal)
                    .forEach(network -> internal.add(network.name().value()));
            assertThat(server.services())
                    .filteredOn(service -> service.is(Trait.DATABASE) || service.is(Trait.CACHE))
                    .allSatisfy(service -> assertThat(service.networks())
                            .as("%s", service.name())
                            .extracting(on -> on.network().network().value())
                            .isSubsetOf(internal));
        }
    }

    @Test
    void only_the_proxies_publish_ports() {
        assertThat(services().filter(service -> !service.publications().isEmpty()))
                .isNotEmpty()
                .allSatisfy(service -> assertThat(service.is(Trait.PROXY)).isTrue());
    }

    @Test
    void whoever_speaks_with_the_engine_is_reached_by_administrators_only() {
        assertThat(services().filter(service -> service.is(Trait.ENGINE_ACCESS)))
                .isNotEmpty()
                .allSatisfy(service -> assertThat(service.routes())
                        .allSatisfy(route -> assertThat(route.openTo()).hasToString("[admins]")));
    }

    @Test
    void the_only_pages_without_a_login_are_the_webhooks() {
        assertThat(services()
                        .flatMap(service -> service.routes().stream())
                        .filter(route -> route.login().kind() == LoginKind.NOBODY)
                        .map(route -> route.host() + route.path()))
                .containsExactly(
                        "bot.tapbot.kz/form-waiting/",
                        "bot.tapbot.kz/form/",
                        "bot.tapbot.kz/webhook-waiting/",
                        "bot.tapbot.kz/webhook/");
    }

    @Test
    void everything_has_a_memory_limit_and_a_health_check() {
        assertThat(services().filter(service -> !service.planned()))
                .allSatisfy(service -> assertThat(service.limits().memory())
                        .as("%s", service.name())
                        .isPresent());
    }

    @Test
    void no_two_services_write_to_one_volume() {
        for (Server server : ESTATE.servers()) {
            assertThat(server.services().stream()
                            .flatMap(service -> service.mounts().stream())
                            .filter(mount -> !mount.readOnly())
                            .map(Mount::volume)
                            .flatMap(java.util.Optional::stream))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void every_backup_leaves_the_site_encrypted_and_is_tried() {
        assertThat(ESTATE.backups()).isNotEmpty().allSatisfy(backup -> {
            assertThat(backup.targets()).anyMatch(target -> target.destination().offSite());
            assertThat(backup.encryption()).isPresent();
            assertThat(backup.drill()).isPresent();
        });
    }

    @Test
    void the_port_map_is_the_one_that_people_know() throws IOException {
        Golden.assertSame("ports.txt", PortMap.render(ESTATE).strip());
    }

    @Test
    void the_first_plan_is_the_one_that_was_reviewed() throws IOException {
        Golden.assertSame(
                "first-plan.txt", PlanText.render(runtime.plan(ESTATE)).strip());
    }

    @Test
    void a_new_directus_is_one_change() throws IOException {
        runtime.apply(ESTATE, ApplyOptions.standard());
        Topology tomorrow = TapbotKzEstate.topology(Versions.TODAY.directus("10.13.1"));
        Golden.assertSame(
                "update-plan.txt", PlanText.render(runtime.plan(tomorrow)).strip());
    }

    @Test
    void its_json_says_the_same() {
        String json = TopologyJson.write(ESTATE);
        Topology read = TopologyJson.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), "estate.json")
                .orElseThrow();
        assertThat(read).isEqualTo(ESTATE);
        assertThat(TopologyJson.write(read)).isEqualTo(json);
    }

    private static Stream<Service> services() {
        List<Server> servers = ESTATE.servers();
        return servers.stream().flatMap(server -> server.services().stream());
    }
}
