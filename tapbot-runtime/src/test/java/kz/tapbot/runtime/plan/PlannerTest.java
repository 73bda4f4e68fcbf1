package kz.tapbot.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.tapbot.model.Topology;
import kz.tapbot.model.host.SysctlKey;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.runtime.facts.Health;
import kz.tapbot.runtime.resource.Resource;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final Topology NEW_BOT =
            Declared.shop(postgres -> postgres, bot -> bot.image(Image.of("registry.example/bot:1.5.0")));

    private static final Topology NEW_POSTGRES = Declared.shop(
            postgres -> postgres.image(Image.of("postgres:16.10")).putEnvironment("TZ", EnvironmentValue.text("UTC")),
            bot -> bot);

    @Test
    void on_a_bare_server_everything_is_made() {
        assertThat(Scene.bare(Declared.shop()).text()).isEqualTo("""
                        Server data
                          +   create  time-zone:data
                                zone: "UTC"
                          +   create  sshd:data
                                kbdinteractiveauthentication: "no"
                                passwordauthentication:       "no"
                                permitemptypasswords:         "no"
                                permitrootlogin:              "prohibit-password"
                                port:                         "22"
                                pubkeyauthentication:         "yes"
                                Is taken back by itself unless a fresh login confirms it.
                          +   create  engine:data
                                live-restore:      "true"
                                log-driver:        "json-file"
                                log-opts.max-file: "3"
                                log-opts.max-size: "10m"
                                Installs the container engine.
                          +   create  network:data/web
                          +   create  volume:data/pgdata
                          +   create  container:data/postgres
                                image: "postgres:16.9"
                          +   create  database:data/postgres/shop
                          +   create  container:data/bot
                                image: "registry.example/bot:1.4.2"

                        Plan: 8 to add, 0 to change, 0 to destroy.""");
    }

    @Test
    void what_is_as_declared_needs_no_change() {
        assertThat(Scene.asDeclared(Declared.shop()).text())
                .isEqualTo("No changes. The servers are as topology \"shop\" declares them.");
    }

    @Test
    void a_consumer_waits_for_the_database_that_is_made_in_the_service_it_needs() {
        List<Change> changes =
                Scene.bare(Declared.shop()).plan(PlanOptions.STANDARD).changes();

        assertThat(changes.get(7).address()).hasToString("container:data/bot");
        assertThat(changes.get(7).after())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "engine:data", "network:data/web", "container:data/postgres", "database:data/postgres/shop");
    }

    @Test
    void what_may_run_twice_is_updated_without_interruption() {
        assertThat(Scene.bare(NEW_BOT).found(Declared.shop()).text()).isEqualTo("""
                        Server data
                          ~   update  container:data/bot: image differs
                                image: "registry.example/bot:1.4.2" → "registry.example/bot:1.5.0"
                                The new one starts beside the old one and takes over when it is healthy: no interruption.

                        Plan: 0 to add, 1 to change, 0 to destroy.""");
    }

    @Test
    void what_may_not_run_twice_is_stopped_first_and_the_plan_says_why_and_for_how_long() {
        assertThat(Scene.bare(NEW_POSTGRES).found(Declared.shop()).text()).isEqualTo("""
                        Server data
                          ~   update  container:data/postgres: env TZ and image differ
                                env TZ: (none) → "UTC"
                                image:  "postgres:16.9" → "postgres:16.10"
                                The old one is stopped first, since both would write to volume pgdata: away for up to about 50 s. It comes back if the new one does not get healthy.
                                Meanwhile without it: data/bot.

                        Plan: 0 to add, 1 to change, 0 to destroy.""");
    }

    @Test
    void a_container_that_was_stopped_by_hand_is_started_again() {
        Scene scene = Scene.asDeclared(Declared.shop()).container("bot", Health.STOPPED);

        assertThat(scene.text()).isEqualTo("""
                        Server data
                          ~   update  container:data/bot: it does not run

                        Plan: 0 to add, 1 to change, 0 to destroy.""");
        assertThat(scene.steps("container:data/bot")).isEqualTo("""
                        start container bot
                        wait for bot to be healthy, at most 135 s
                        """);
    }

    @Test
    void a_network_that_cannot_be_changed_is_replaced_and_what_is_on_it_made_anew() {
        Scene scene = Scene.asDeclared(Declared.shop()).drifted("network:data/web", "internal=true");

        assertThat(scene.text()).isEqualTo("""
                        Server data
                          -/+ replace network:data/web: internal differs, which cannot be changed in place
                                internal: "true" → (none)
                                Stops what is on it, which is then made anew: bot, postgres.
                          ~   update  container:data/postgres: its network web is made anew
                                The old one is stopped first, since its network is made anew: away for up to about 50 s. It comes back if the new one does not get healthy.
                                Meanwhile without it: data/bot.
                          ~   update  container:data/bot: its network web is made anew
                                The old one is stopped first, since its network is made anew: away for up to about 50 s. It comes back if the new one does not get healthy.

                        Plan: 1 to add, 2 to change, 1 to destroy.""");
        assertThat(scene.steps("network:data/web")).isEqualTo("""
                        stop container bot <- start container bot
                        stop container postgres <- start container postgres
                        remove network web <- create network web
                        create network web <- remove network web
                        """);
    }

    @Test
    void a_changed_configuration_file_restarts_the_unit_that_reads_it() {
        Topology before = Declared.server(server -> server.addHostServices(Declared.webmin("port=1")));
        Topology after = Declared.server(server -> server.addHostServices(Declared.webmin("port=2")));
        Scene scene = Scene.bare(after).found(before);

        assertThat(scene.text()).isEqualTo("""
                        Server data
                          ~   update  file:data/etc/webmin/miniserv.conf: content differs
                                content: "port=1" → "port=2"
                          ~   update  unit:data/webmin.service: reads /etc/webmin/miniserv.conf differs
                                reads /etc/webmin/miniserv.conf: "port=1" → "port=2"
                                Restarts webmin.service, which reads its configuration only then.

                        Plan: 0 to add, 2 to change, 0 to destroy.""");
        assertThat(scene.steps("unit:data/webmin.service"))
                .isEqualTo("restart unit webmin.service\nset unit webmin.service\n");
    }

    @Test
    void a_restart_that_an_interrupted_run_missed_is_made_up_for() {
        Topology before = Declared.server(server -> server.addHostServices(Declared.webmin("port=1")));
        Topology after = Declared.server(server -> server.addHostServices(Declared.webmin("port=2")));

        assertThat(Scene.bare(after)
                        .found(after)
                        .drifted("unit:data/webmin.service", "reads /etc/webmin/miniserv.conf=port=1")
                        .steps("unit:data/webmin.service"))
                .startsWith("restart unit webmin.service\n");
        assertThat(before).isNotEqualTo(after);
    }

    @Test
    void a_swap_file_of_another_size_is_replaced_and_put_back_if_that_fails() {
        Topology topology = Declared.server(server -> server.swap(DataSize.gib(2)));

        assertThat(Scene.asDeclared(topology).drifted("swap:data", "size=1GiB").steps("swap:data"))
                .isEqualTo("""
                        remove swap <- make swap file of 1GiB
                        make swap file of 2GiB <- remove swap
                        """);
    }

    @Test
    void a_secret_that_images_can_only_take_as_a_variable_is_told() {
        Topology topology = Declared.shop(
                postgres -> postgres,
                bot -> bot.putEnvironment(
                        "TOKEN", EnvironmentValue.secret(kz.tapbot.model.name.SecretName.of("bot-token"))));

        assertThat(Scene.bare(topology).text()).contains("""
                          +   create  container:data/bot
                                image: "registry.example/bot:1.4.2"
                                The secret in its variable TOKEN can be read by whoever may inspect the container.
                        """);
    }

    @Test
    void an_image_that_several_containers_run_is_pulled_once() {
        Topology topology = Declared.server(server -> server.addServices(
                Declared.service("one", "registry.example/bot:1.4.2").build(),
                Declared.service("two", "registry.example/bot:1.4.2").build()));
        Scene scene = Scene.asDeclared(topology).gone("container:data/one", "container:data/two");

        assertThat(scene.steps("container:data/one")).startsWith("first pull image registry.example/bot:1.4.2\n");
        assertThat(scene.steps("container:data/two")).doesNotContain("pull");
    }

    @Test
    void where_the_engine_is_yet_to_come_images_are_pulled_after_it() {
        assertThat(Scene.bare(Declared.shop()).steps("container:data/bot"))
                .startsWith("pull image registry.example/bot:1.4.2\ncreate container bot");
    }

    @Test
    void what_locks_out_is_confirmed_and_nothing_else() {
        Topology topology = Declared.server(server ->
                server.firewall(true).putSysctl(SysctlKey.of("vm.swappiness").value(), "10"));

        assertThat(Scene.bare(topology).plan(PlanOptions.STANDARD).changes())
                .filteredOn(Change::confirmed)
                .extracting(change -> change.address().toString())
                .containsExactly("firewall:data", "sshd:data");
    }

    @Test
    void the_order_of_what_is_given_does_not_matter() {
        Scene scene = Scene.bare(NEW_POSTGRES).found(Declared.shop()).gone("container:data/bot");
        Plan plan = scene.plan(PlanOptions.STANDARD);

        for (int seed = 0; seed < 20; seed++) {
            List<Resource> shuffled = new ArrayList<>(scene.desired());
            Collections.shuffle(shuffled, new Random(seed));
            Plan other = scene.plan(PlanOptions.STANDARD, shuffled);
            assertThat(PlanText.render(other)).isEqualTo(PlanText.render(plan));
            assertThat(other.fingerprint()).isEqualTo(plan.fingerprint());
            assertThat(other).isEqualTo(plan);
        }
    }

    @Test
    void the_fingerprint_changes_with_what_is_declared_and_with_what_is_found() {
        String fingerprint = fingerprint(Scene.bare(NEW_BOT).found(Declared.shop()));

        assertThat(fingerprint(Scene.bare(NEW_BOT).found(Declared.shop()))).isEqualTo(fingerprint);
        assertThat(fingerprint(Scene.bare(NEW_POSTGRES).found(Declared.shop()))).isNotEqualTo(fingerprint);
        assertThat(fingerprint(Scene.bare(NEW_BOT).found(Declared.shop()).drifted("container:data/bot", "image=x")))
                .isNotEqualTo(fingerprint);
        assertThat(fingerprint(Scene.bare(NEW_BOT))).isNotEqualTo(fingerprint);
        Topology withVariable =
                Declared.shop(postgres -> postgres, bot -> bot.putEnvironment("A", EnvironmentValue.text("1")));
        assertThat(fingerprint(Scene.bare(withVariable))).isNotEqualTo(fingerprint(Scene.bare(Declared.shop())));
    }

    @Test
    void a_server_that_was_not_looked_at_is_told() {
        Plan plan = Planner.plan(
                kz.tapbot.model.name.TopologyName.of("shop"),
                Scene.bare(Declared.shop()).desired(),
                List.of(),
                Map.of(),
                PlanOptions.STANDARD);

        assertThat(PlanText.render(plan)).isEqualTo("""
                        Topology "shop" has 1 error

                        error TB5006  Server was not looked at
                          at server:data
                          Nothing is known of what is on it, so that nothing is planned for it. Look at it first.

                        No plan: the errors above come first.""");
    }

    private static String fingerprint(Scene scene) {
        return scene.plan(PlanOptions.STANDARD).fingerprint();
    }
}
