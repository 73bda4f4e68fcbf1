package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.daily.Release;
import kz.tapbot.runtime.spi.OperationFailedException;
import kz.tapbot.runtime.spi.Session;
import org.junit.jupiter.api.Test;

/** What is kept of the releases of services. */
public abstract class ReleaseContractTest extends ContainerTrial {

    private static final ServiceName BOT = ServiceName.of("bot");

    @Test
    void a_release_is_what_was_declared_and_outlives_the_session() {
        Service bot = version(1);
        run(bot);
        assertThat(session.daily().releases(BOT)).isEmpty();
        assertThat(look().releases()).isEmpty();
        session.daily().record(List.of(bot), OptionalInt.empty());
        session.close();
        session = open(OURS, "second@contract");
        List<Release> releases = session.daily().releases(BOT);
        assertThat(releases).hasSize(1);
        assertThat(releases.get(0).number()).isEqualTo(1);
        assertThat(releases.get(0).who()).isEqualTo("first@contract");
        assertThat(releases.get(0).image()).isEqualTo(bot.image());
        assertThat(releases.get(0).imageId()).startsWith("sha256:");
        assertThat(session.daily().definition(BOT, 1)).isEqualTo(bot);
        assertThat(look().releases()).containsOnlyKeys("bot").containsValue(releases.get(0));
    }

    @Test
    void what_runs_and_three_before_it_are_kept_and_nothing_is_recorded_twice() {
        for (int i = 1; i <= 6; i++) {
            release(version(i), OptionalInt.empty());
            session.daily().record(List.of(version(i)), OptionalInt.empty());
        }
        assertThat(numbers()).containsExactly(6, 5, 4, 3);
        release(version(4), OptionalInt.of(4));
        assertThat(numbers()).containsExactly(7, 6, 5, 3);
        assertThat(session.daily().releases(BOT).get(0).rolledBackTo()).hasValue(4);
        assertThat(session.daily().definition(BOT, 7)).isEqualTo(version(4));
        assertThatThrownBy(() -> session.daily().definition(BOT, 4))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("Release 4 of service bot is not kept. \"releases bot\" lists those that are.");
        session.daily().record(List.of(version(4)), OptionalInt.empty());
        assertThat(session.daily().releases(BOT).get(0).rolledBackTo()).isEmpty();
        assertThat(numbers()).containsExactly(7, 6, 5, 3);
    }

    @Test
    void several_are_recorded_together_or_none_of_them() {
        Service bot = version(1);
        Service web = rooted(harness.healthyOther("web")).build();
        run(bot);
        assertThatThrownBy(() -> session.daily().record(List.of(bot, web), OptionalInt.empty()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("There is no container web on server ");
        assertThat(session.daily().releases(BOT)).isEmpty();
        run(web);
        session.daily().record(List.of(bot, web), OptionalInt.empty());
        assertThat(look().releases()).containsOnlyKeys("bot", "web");
        assertThat(session.daily().definition(web.name(), 1)).isEqualTo(web);
    }

    @Test
    void a_container_that_is_made_anew_is_not_taken_for_the_one_that_was_recorded() {
        release(version(1), OptionalInt.empty());
        release(version(2), OptionalInt.empty());
        assertThat(look().releases().get("bot").number()).isEqualTo(2);
        perform(stop(address("container", "bot"), "bot"), remove(address("container", "bot"), "bot"));
        run(version(1));
        assertThat(look().releases()).isEmpty();
    }

    @Test
    void each_topology_has_releases_of_its_own_and_none_of_what_is_not_its_own() {
        release(version(1), OptionalInt.empty());
        try (Session others = open(OTHERS, "other@contract")) {
            assertThat(others.daily().releases(BOT)).isEmpty();
            assertThatThrownBy(() -> others.daily().record(List.of(version(1)), OptionalInt.empty()))
                    .isInstanceOf(OperationFailedException.class);
        }
    }

    /** What a container runs is asked of the engine, and what it was declared as is said. */
    private void release(Service service, OptionalInt back) {
        if (!harness.running().contains("bot")) {
            run(service);
        }
        session.daily().record(List.of(service), back);
    }

    private Service version(int number) {
        return rooted(number % 2 == 0 ? harness.healthyOther("bot") : harness.healthy("bot"))
                .putEnvironment("VERSION", EnvironmentValue.text("v" + number))
                .build();
    }

    private List<Integer> numbers() {
        return session.daily().releases(BOT).stream().map(Release::number).toList();
    }
}
