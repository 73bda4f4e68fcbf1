package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.function.Function;
import kz.tapbot.docker.OnOwnEngine;
import kz.tapbot.docker.OwnEngine;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.model.Topology;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyCode;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.spi.UnreachableException;
import org.junit.jupiter.api.Test;

/** An engine is killed while it is worked on, and starts again: the run says what it does not know, and the next one brings it to its end. */
@OnOwnEngine
class EngineCrashTest {

    private static final Topology OLD = SmallShop.of(SmallShop.service("old"));
    private static final Topology BOTH = SmallShop.of(SmallShop.service("old"), SmallShop.service("fresh"));
    private static final String CREATE = "POST /containers/create";
    private static final String START = "POST /containers/ID/start";
    private static final String LOOK = "GET /containers/fresh/json";

    @Test
    void an_engine_that_dies_under_a_run_takes_nothing_with_it_for_good() throws Exception {
        try (OwnEngine engine = OwnEngine.start()) {
            engine.give(SmallShop.REPOSITORY, "1.0.0");
            TapbotRuntime runtime = begin(engine);
            for (List<String> moment : List.of(List.of(CREATE), List.of(CREATE, START), List.of(START, LOOK))) {
                killedAt(engine, moment);
                assertThatThrownBy(() -> runtime.plan(BOTH))
                        .isInstanceOf(UnreachableException.class)
                        .hasMessageContaining("cannot be reached");
                engine.startAgain();
                converges(runtime, moment);
                back(runtime);
            }
        }
    }

    @Test
    void what_runs_on_while_its_engine_is_away_is_left_running_and_a_lost_lock_frees_itself() throws Exception {
        try (OwnEngine engine = OwnEngine.start("--live-restore")) {
            engine.give(SmallShop.REPOSITORY, "1.0.0");
            TapbotRuntime runtime = begin(engine);
            String before = on(engine, client -> life(client, "old") + life(client, "theirs"));
            killedAt(engine, List.of(CREATE, START));
            engine.startAgain();
            converges(runtime, List.of());
            String after = on(engine, client -> life(client, "old") + life(client, "theirs"));
            assertThat(after).isEqualTo(before);
        }
    }

    /** One of ours and one of others serve. */
    private static TapbotRuntime begin(OwnEngine engine) {
        TapbotRuntime runtime = SmallShop.runtime(engine.dialer());
        assertThat(runtime.apply(OLD, ApplyOptions.standard()).isDone()).isTrue();
        on(engine, client -> {
            String id = client.createContainerCmd(SmallShop.REPOSITORY + ":1.0.0")
                    .withName("theirs")
                    .withCmd("sleep", "100000")
                    .withStopTimeout(1)
                    .exec()
                    .getId();
            return client.startContainerCmd(id).exec();
        });
        return runtime;
    }

    private static void killedAt(OwnEngine engine, List<String> moment) {
        Queue<String> left = new ArrayDeque<>(moment);
        NotingDialer dialer = new NotingDialer(engine.dialer(), request -> {
            synchronized (left) {
                if (request.equals(left.peek()) && left.remove() != null && left.isEmpty()) {
                    engine.kill();
                }
            }
        });
        ApplyReport report = SmallShop.runtime(dialer).apply(BOTH, ApplyOptions.standard());
        assertThat(left).isEmpty();
        assertThat(report.isDone()).as("%s", report).isFalse();
        assertThat(report.changes().get(0).code()).contains(ApplyCode.CONNECTION_LOST);
        assertThat(report.toString())
                .contains("The connection to the engine of server box (" + engine.uri() + ") is lost")
                .contains("What was under way may or may not have happened; plan again to see.");
    }

    private static void converges(TapbotRuntime runtime, List<String> moment) {
        ApplyReport report = runtime.apply(BOTH, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s: %s", moment, report).isTrue();
        assertThat(runtime.plan(BOTH).isEmpty()).as("%s", runtime.plan(BOTH)).isTrue();
        assertThat(runtime.observe(BOTH)
                        .servers()
                        .values()
                        .iterator()
                        .next()
                        .containers()
                        .keySet())
                .containsExactly("fresh", "old");
    }

    private static void back(TapbotRuntime runtime) {
        assertThat(runtime.apply(OLD, ApplyOptions.standard()).isDone()).isTrue();
    }

    /** Which container it is, and since when it runs. */
    private static String life(DockerClient client, String name) {
        InspectContainerResponse found = client.inspectContainerCmd(name).exec();
        return found.getId() + " " + found.getState().getPidLong() + " "
                + found.getState().getStartedAt() + " "
                + new TreeSet<>(Optional.ofNullable(found.getConfig().getLabels()).orElseThrow().entrySet().stream()
                        .map(Object::toString)
                        .toList());
    }

    private static <T> T on(OwnEngine engine, Function<DockerClient, T> work) {
        try (DockerClient client = DockerClients.connect(engine.dialer())) {
            return work.apply(client);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
