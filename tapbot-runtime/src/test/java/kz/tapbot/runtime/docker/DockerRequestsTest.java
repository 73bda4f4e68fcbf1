package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.apply.ApplyOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of an engine, request by request: no more than is needed, and nothing is changed by looking. */
@OnEngine
class DockerRequestsTest {

    private final Topology shop = KilledShop.first();
    private final NotingDialer noting = new NotingDialer(EngineForTests.dialer());
    private DockerHarness harness;

    @BeforeEach
    void begin() {
        harness = new DockerHarness();
    }

    @AfterEach
    void end() {
        harness.close();
    }

    @Test
    void a_plan_asks_once_for_each_kind_and_once_for_each_container_and_image() {
        assertThat(KilledRun.runtime(EngineForTests.dialer())
                        .apply(shop, ApplyOptions.standard())
                        .isDone())
                .isTrue();
        harness.awaitHealth("keeper");
        harness.awaitHealth("page");
        assertThat(KilledRun.runtime(noting).plan(shop).isEmpty()).isTrue();
        assertThat(noting.requests())
                .containsExactly(
                        "GET /containers/ID/json",
                        "GET /containers/ID/json",
                        "GET /containers/json",
                        "GET /containers/tapbot-state/archive",
                        "GET /exec/ID/json",
                        "GET /images/ID/json",
                        "GET /info",
                        "GET /networks",
                        "GET /version",
                        "GET /volumes",
                        // Whether what was made inside a service is there can only be asked inside it.
                        "POST /containers/ID/exec",
                        "POST /exec/ID/start");
    }

    @Test
    void to_look_at_an_engine_that_nobody_used_makes_nothing() {
        Set<String> before = Set.copyOf(harness.volumes());
        assertThat(KilledRun.runtime(noting).plan(shop).isEmpty()).isFalse();
        assertThat(noting.requests()).isNotEmpty().allMatch(request -> request.startsWith("GET "));
        assertThat(harness.containers()).isEmpty();
        assertThat(harness.volumes()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void what_is_kept_is_not_read_again_for_every_operation() {
        KilledRun.runtime(noting).apply(shop, ApplyOptions.standard());
        List<String> requests = noting.requests();
        // Before the lock is held and once it is, however many operations there are: after that nobody else writes.
        assertThat(requests.stream().filter("GET /containers/tapbot-state/archive"::equals))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(requests.stream().filter("POST /containers/tapbot-state/attach"::equals))
                .hasSize(1);
        assertThat(Set.copyOf(requests)).doesNotContain("DELETE /containers/ID");
    }
}
