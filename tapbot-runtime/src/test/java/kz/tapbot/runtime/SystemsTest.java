package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.tapbot.model.Topology;
import kz.tapbot.model.server.OperatingSystem;
import kz.tapbot.runtime.apply.PlanRefusedException;
import kz.tapbot.runtime.plan.Plan;
import org.junit.jupiter.api.Test;

/** What a server runs is asked of the server. */
class SystemsTest {

    private final World world = new World();

    @Test
    void a_system_that_is_not_known_is_refused_before_anything_is_changed() {
        Topology shop = Shop.topology();
        world.estate().server("data").host().runs("alpine 3.20");
        Plan plan = world.runtime().plan(shop);
        assertThat(plan.report().diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code().id()).isEqualTo("TB5010");
            assertThat(found.address()).hasToString("server:data");
            assertThat(found.detail()).isEqualTo("""
                    Server data runs alpine 3.20, and Tapbot knows its way about Debian 12 and 13 and Ubuntu 22.04, 24.04 and 26.04.
                    Packages, files and units are elsewhere there, so that nothing is begun.
                    Install one of these, or manage only the containers: --runtime docker:ssh""");
        });
        String before = world.estate().server("data").fingerprint();
        assertThatThrownBy(() -> world.tryToApply(shop)).isInstanceOf(PlanRefusedException.class);
        assertThat(world.estate().server("data").fingerprint()).isEqualTo(before);
    }

    @Test
    void another_system_than_declared_is_told_and_does_not_keep_from_anything() {
        Topology shop = Shop.topology(data -> data.system(OperatingSystem.ubuntu("24.04")));
        world.estate().server("data").host().runs("debian 12");
        Plan plan = world.runtime().plan(shop);
        assertThat(plan.report().diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.code().id()).isEqualTo("TB5208");
            assertThat(found.detail()).isEqualTo("""
                    Server data is declared with ubuntu 24.04 and runs debian 12.
                    Checks went by what is declared, and nothing upgrades a system.
                    Declare what it runs: .debian("12")""");
        });
        world.apply(shop);
        world.estate().server("data").host().runs("ubuntu 24.04");
        assertThat(world.runtime().plan(shop).report().diagnostics()).isEmpty();
    }
}
