package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.StalePlanException;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.junit.jupiter.api.Test;

/** Going back to earlier releases. */
class RollbackTest {

    private static final ServiceId BOT = ServiceId.of("data/bot");

    private final World world = new World();
    private final DayToDay daily = world.runtime().daily();

    @Test
    void every_apply_that_changes_a_container_records_a_release_and_none_other_does() {
        world.apply(shop(1));
        world.apply(shop(1));
        world.apply(shop(2));
        assertThat(numbers(shop(2))).containsExactly(2, 1);
        assertThat(daily.releases(shop(2), ServiceId.of("app/page")))
                .extracting(Release::number)
                .containsExactly(1);
    }

    @Test
    void what_a_killed_run_could_not_record_is_recorded_by_the_next_although_it_has_nothing_to_do() {
        world.apply(shop(1));
        world.estate().server("data").engine().removeContainer("bot");
        world.apply(shop(1));
        assertThat(numbers(shop(1))).containsExactly(1);
        assertThat(world.runtime().observe(shop(1)).servers().values())
                .anySatisfy(facts -> assertThat(facts.releases()).containsKey("bot"));
    }

    @Test
    void one_that_vanishes_before_it_is_recorded_leaves_the_others_recorded() {
        world.runtime().apply(shop(1), ApplyOptions.standard().listener(event -> {
            if (event.toString().contains("ChangeDone[address=container:data/bot")) {
                world.estate().server("data").engine().removeContainer("bot");
            }
        }));
        assertThat(numbers(shop(1))).isEmpty();
        assertThat(daily.releases(shop(1), ServiceId.of("data/clock"))).hasSize(1);
        assertThat(daily.releases(shop(1), ServiceId.of("data/postgres"))).hasSize(1);
    }

    @Test
    void an_update_that_failed_is_no_release() {
        world.apply(shop(1));
        world.estate().server("data").faults().neverHealthy(image(2));
        assertThat(world.tryToApply(shop(2)).isDone()).isFalse();
        assertThat(numbers(shop(2))).containsExactly(1);
    }

    @Test
    void going_back_brings_image_and_settings_of_then_and_touches_nothing_else() {
        world.apply(shop(1));
        Topology next = shop(2, bot -> bot.putEnvironment("MODE", EnvironmentValue.text("new")));
        world.apply(next);
        Topology pending = Topology.builder()
                .from(next)
                .servers(List.of(
                        next.servers().get(0),
                        kz.tapbot.model.server.Server.builder()
                                .from(next.servers().get(1))
                                .services(next.servers().get(1).services().stream()
                                        .map(service -> service.name().value().equals("clock")
                                                ? Service.builder()
                                                        .from(service)
                                                        .image(Image.of("registry.example/clock:9.0.0"))
                                                        .build()
                                                : service)
                                        .toList())
                                .build()))
                .build();
        RollbackPlan plan = daily.planRollback(pending, BOT, OptionalInt.empty());
        assertThat(plan.release().number()).isEqualTo(1);
        assertThat(plan.plan().changes())
                .extracting(change -> change.address().toString())
                .containsExactly("container:data/bot");
        ApplyReport report = daily.rollback(plan, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(daily.prove(plan).holds()).as("%s", daily.prove(plan)).isTrue();
        assertThat(world.estate().server("data").engine().environment("bot")).doesNotContainKey("MODE");
        world.isAsDeclared(shop(1));
    }

    @Test
    void going_back_twice_does_not_lead_forward_again() {
        for (int version = 1; version <= 3; version++) {
            world.apply(shop(version));
        }
        assertThat(back(shop(3))).isEqualTo(2);
        assertThat(back(shop(3))).isEqualTo(1);
        assertThatThrownBy(() -> back(shop(3)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageStartingWith("There is no earlier release of service bot to go back to.");
        assertThat(numbers(shop(3))).containsExactly(5, 4, 3);
    }

    @Test
    void going_back_to_what_never_gets_healthy_leaves_what_runs() {
        world.apply(shop(1));
        world.apply(shop(2));
        world.estate().server("data").faults().neverHealthy(image(1));
        RollbackPlan plan = daily.planRollback(shop(2), BOT, OptionalInt.empty());
        ApplyReport report = daily.rollback(plan, ApplyOptions.standard());
        assertThat(report.isDone()).isFalse();
        assertThat(numbers(shop(2))).containsExactly(2, 1);
        world.isAsDeclared(shop(2));
    }

    @Test
    void a_rollback_that_would_be_another_now_is_refused() {
        world.apply(shop(1));
        world.apply(shop(2));
        RollbackPlan plan = daily.planRollback(shop(2), BOT, OptionalInt.empty());
        world.apply(shop(3));
        assertThatThrownBy(() -> daily.rollback(plan, ApplyOptions.standard())).isInstanceOf(StalePlanException.class);
    }

    @Test
    void a_release_that_needs_a_secret_which_is_gone_is_refused() {
        Topology secretive = Topology.builder()
                .from(shop(1, bot -> bot.putEnvironment("TOKEN", EnvironmentValue.secret(SecretName.of("token")))))
                .addSecrets(SecretDeclaration.builder()
                        .name(SecretName.of("token"))
                        .source(SecretSource.generated())
                        .build())
                .build();
        world.apply(secretive);
        world.apply(shop(2));
        assertThatThrownBy(() -> daily.planRollback(shop(2), BOT, OptionalInt.of(1)))
                .hasMessage(
                        "That release of bot needs the secret [token], which the topology does not declare any more."
                                + " Declare it again to go back.");
    }

    @Test
    void what_is_declared_as_it_was_rolled_back_to_is_no_rollback_any_more() {
        world.apply(shop(1));
        world.apply(shop(2));
        back(shop(2));
        assertThat(world.runtime().drift(shop(2)).toString()).contains("rolled back  container:data/bot");
        world.apply(shop(1));
        assertThat(daily.releases(shop(1), BOT).get(0).rolledBackTo()).isEmpty();
        assertThat(world.runtime().drift(shop(2)).toString()).contains("changed    container:data/bot");
    }

    @Test
    void what_only_does_not_run_is_not_called_rolled_back() {
        world.apply(shop(1));
        world.apply(shop(2));
        back(shop(2));
        world.estate().server("data").engine().stopContainer("bot");
        assertThat(world.runtime().drift(shop(1)).toString()).isEqualTo("""
                changed    container:data/bot: it does not run
                Drift: 1 thing.""");
        assertThat(world.runtime().plan(shop(1)).report().diagnostics()).isEmpty();
    }

    @Test
    void a_server_that_is_not_reached_hinders_no_rollback_on_another() {
        world.apply(shop(1));
        world.apply(shop(2));
        world.estate().server("app").faults().unreachable();
        assertThat(back(shop(2))).isEqualTo(1);
    }

    private int back(Topology topology) {
        RollbackPlan plan = daily.planRollback(topology, BOT, OptionalInt.empty());
        ApplyReport report = daily.rollback(plan, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
        return plan.release().number();
    }

    private List<Integer> numbers(Topology topology) {
        return daily.releases(topology, BOT).stream().map(Release::number).toList();
    }

    private static Image image(int version) {
        return Image.of("registry.example/bot:" + version + ".0.0");
    }

    private static Topology shop(int version) {
        return shop(version, bot -> bot);
    }

    private static Topology shop(int version, UnaryOperator<Service.Builder> edit) {
        return Shop.topology(data -> {
            kz.tapbot.model.server.Server built = data.build();
            return kz.tapbot.model.server.Server.builder()
                    .from(built)
                    .services(built.services().stream()
                            .map(service -> service.name().value().equals("bot")
                                    ? edit.apply(Service.builder().from(service).image(image(version)))
                                            .build()
                                    : service)
                            .toList());
        });
    }
}
