package kz.tapbot.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import kz.tapbot.model.Topology;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.facts.Health;
import org.junit.jupiter.api.Test;

/** The steps of containers, and what becomes of each state that an interruption of them can leave. */
class ContainerUpdateTest {

    private static final String POSTGRES = "container:data/postgres";
    private static final String BOT = "container:data/bot";

    private static final String STOP_FIRST = """
            stop container postgres <- start container postgres
            rename container postgres to postgres.before <- rename container postgres.before to postgres
            create container postgres from postgres:16.10 <- remove container postgres
            start container postgres <- stop container postgres
            wait for postgres to be healthy, at most 135 s
            remove container postgres.before
            """;

    private static final String START_FIRST = """
            create container bot.next from registry.example/bot:1.5.0 <- remove container bot.next
            start container bot.next <- stop container bot.next
            wait for bot.next to be healthy, at most 135 s
            rename container bot to bot.before <- rename container bot.before to bot
            rename container bot.next to bot <- rename container bot to bot.next
            stop container bot.before <- start container bot.before
            remove container bot.before
            """;

    private static final Topology OLD = Declared.shop();

    private static final Topology NEW = Declared.shop(
            postgres -> postgres.image(Image.of("postgres:16.10")),
            bot -> bot.image(Image.of("registry.example/bot:1.5.0")));

    @Test
    void a_new_container_is_pulled_first_and_goes_again_if_it_does_not_get_healthy() {
        assertThat(Scene.asDeclared(OLD).gone(POSTGRES).steps(POSTGRES)).isEqualTo("""
                        first pull image postgres:16.9
                        create container postgres from postgres:16.9 <- remove container postgres
                        start container postgres <- stop container postgres
                        wait for postgres to be healthy, at most 135 s
                        """);
    }

    @Test
    void what_writes_to_a_volume_stops_first() {
        assertThat(before().steps(POSTGRES)).isEqualTo("first pull image postgres:16.10\n" + STOP_FIRST);
    }

    @Test
    void what_may_run_twice_starts_first() {
        assertThat(before().steps(BOT)).isEqualTo("first pull image registry.example/bot:1.5.0\n" + START_FIRST);
    }

    @Test
    void what_does_not_run_anyway_does_not_start_first() {
        assertThat(before().container("bot", Health.STOPPED).steps(BOT)).contains("stop container bot <- start");
    }

    @Test
    void an_old_one_that_lost_its_name_gets_it_back_before_the_update_begins_anew() {
        assertThat(before().renamed(POSTGRES, POSTGRES + ".before").steps(POSTGRES))
                .isEqualTo(
                        "first pull image postgres:16.10\nrename container postgres.before to postgres\n" + STOP_FIRST);
    }

    @Test
    void a_new_one_that_never_proved_itself_gives_way_to_the_old_one() {
        Scene scene = after("postgres").ours(POSTGRES + ".before", "image=postgres:16.9");

        assertThat(scene.container("postgres", Health.STOPPED).steps(POSTGRES))
                .isEqualTo("first pull image postgres:16.10\n"
                        + "stop container postgres\nremove container postgres\n"
                        + "rename container postgres.before to postgres\n" + STOP_FIRST);
    }

    @Test
    void a_new_one_that_is_healthy_stays_and_the_old_one_goes() {
        Scene scene = after("postgres").ours(POSTGRES + ".before", "image=postgres:16.9");

        assertThat(scene.container("postgres", Health.HEALTHY).steps(POSTGRES)).isEqualTo("""
                        wait for postgres to be healthy, at most 135 s
                        stop container postgres.before
                        remove container postgres.before
                        """);
        assertThat(scene.text()).isEqualTo("""
                        Server data
                          ~   update  container:data/postgres: an interrupted update is finished

                        Plan: 0 to add, 1 to change, 0 to destroy.""");
    }

    @Test
    void an_old_one_that_is_what_is_declared_again_is_only_started() {
        Scene scene = Scene.asDeclared(OLD)
                .renamed(POSTGRES, POSTGRES + ".before")
                .container("postgres.before", Health.STOPPED);

        assertThat(scene.steps(POSTGRES)).isEqualTo("""
                        rename container postgres.before to postgres
                        start container postgres
                        wait for postgres to be healthy, at most 135 s
                        """);
    }

    @Test
    void a_new_one_that_never_took_over_is_dropped() {
        assertThat(before().ours(BOT + ".next", "image=registry.example/bot:1.5.0")
                        .steps(BOT))
                .isEqualTo("first pull image registry.example/bot:1.5.0\n"
                        + "stop container bot.next\nremove container bot.next\n" + START_FIRST);
        assertThat(Scene.asDeclared(OLD).ours(BOT + ".next", "image=x").steps(BOT))
                .isEqualTo("stop container bot.next\nremove container bot.next\n");
    }

    @Test
    void between_both_renamings_the_old_one_is_taken() {
        Scene scene = before().renamed(BOT, BOT + ".before").ours(BOT + ".next", "image=registry.example/bot:1.5.0");

        assertThat(scene.steps(BOT))
                .isEqualTo("first pull image registry.example/bot:1.5.0\n"
                        + "rename container bot.before to bot\n"
                        + "stop container bot.next\nremove container bot.next\n" + START_FIRST);
    }

    @Test
    void leftovers_of_what_is_no_longer_declared_are_removed() {
        Topology without = Declared.server(server -> server.addNetworks(Declared.network(false)));
        Scene scene = Scene.bare(without)
                .found(without)
                .ours(BOT + ".before", "image=x")
                .ours(BOT + ".next", "image=x");

        assertThat(scene.text()).isEqualTo("""
                        Server data
                          -   remove  container:data/bot.before: no longer declared
                          -   remove  container:data/bot.next: no longer declared

                        Plan: 0 to add, 0 to change, 2 to destroy.""");
    }

    @Test
    void a_foreign_container_where_a_leftover_would_stand_is_told() {
        assertThat(before().foreign(BOT + ".before", "somebody").text())
                .contains("error TB5001  Exists and is not ours\n  at container:data/bot.before\n");
    }

    @Test
    void whoever_needs_a_service_that_is_still_starting_waits_for_it() {
        Scene scene =
                Scene.asDeclared(OLD).gone(BOT, "database:data/postgres/shop").container("postgres", Health.STARTING);

        assertThat(scene.steps("database:data/postgres/shop")).isEqualTo("""
                        wait for postgres to be healthy, at most 135 s
                        make database shop in postgres
                        """);
        assertThat(scene.steps(BOT)).contains("wait for postgres to be healthy, at most 135 s\ncreate container bot");
    }

    /** All as the old topology has it, the new one is wanted. */
    private static Scene before() {
        return Scene.bare(NEW).found(OLD);
    }

    /** One container is already as the new topology has it. */
    private static Scene after(String container) {
        Scene scene = before().gone("container:data/" + container);
        return scene.found(NEW);
    }
}
