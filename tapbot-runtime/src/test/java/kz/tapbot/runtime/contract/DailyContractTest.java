package kz.tapbot.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.runtime.daily.EngineEvent;
import kz.tapbot.runtime.daily.EventQuery;
import kz.tapbot.runtime.daily.ExecStreams;
import kz.tapbot.runtime.daily.LogLine;
import kz.tapbot.runtime.daily.LogQuery;
import kz.tapbot.runtime.daily.ServerUsage;
import kz.tapbot.runtime.daily.Since;
import kz.tapbot.runtime.daily.Sink;
import kz.tapbot.runtime.resource.ContainerResource;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.junit.jupiter.api.Test;

/** What people ask of running containers from day to day. */
public abstract class DailyContractTest extends ContainerTrial {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void the_usage_of_what_runs_is_told_and_that_of_others_is_not() {
        run(harness.healthy("bot"));
        run(harness.healthy("idle"));
        perform(stop(address("container", "idle"), "idle"));
        harness.runForeign(harness.healthy("theirs"));
        ServerUsage usage = session.daily().usage();
        assertThat(usage.containers().keySet()).containsExactly("bot", "idle");
        assertThat(usage.of("bot").cpuPercent().getAsDouble()).isBetween(0.0, 10_000.0);
        assertThat(usage.of("bot").memory().getAsLong()).isPositive();
        assertThat(usage.of("bot").disk()).isPresent();
        assertThat(usage.of("idle").cpuPercent()).isEmpty();
        assertThat(usage.of("idle").memory()).isEmpty();
        assertThat(usage.images().getAsLong()).isPositive();
    }

    @Test
    void a_log_is_read_line_by_line_with_times_and_without_what_steers_a_terminal() {
        run(harness.saying("bot", List.of("one", "two \u001b[31mred", "three")));
        List<LogLine> lines = log(LogQuery.ALL, "bot");
        assertThat(lines).extracting(LogLine::text).containsSubsequence("one", "two \\x1b[31mred", "three");
        assertThat(lines).extracting(line -> line.service().toString()).containsOnly("box/bot");
        assertThat(lines).isSortedAccordingTo(java.util.Comparator.comparing(LogLine::at));
        assertThat(lines)
                .extracting(LogLine::at)
                .allSatisfy(at -> assertThat(at).isAfter(Instant.EPOCH));
    }

    @Test
    void of_a_log_only_the_last_lines_are_read_if_asked_or_those_since_a_moment() {
        run(harness.saying("bot", List.of("one", "two", "three")));
        assertThat(log(LogQuery.ALL.last(2), "bot")).extracting(LogLine::text).containsExactly("two", "three");
        assertThat(log(LogQuery.ALL.last(0), "bot")).isEmpty();
        List<LogLine> all = log(LogQuery.ALL, "bot");
        Instant last = all.get(all.size() - 1).at();
        assertThat(log(LogQuery.ALL.since(new Since.At(last)), "bot"))
                .extracting(LogLine::text)
                .endsWith("three");
        assertThat(log(LogQuery.ALL.since(new Since.At(last.plusNanos(1))), "bot"))
                .isEmpty();
        assertThat(log(LogQuery.ALL.since(new Since.Ago(Duration.ofHours(1))), "bot"))
                .isEqualTo(all);
    }

    @Test
    void a_log_is_followed_over_the_replacement_of_its_container() {
        ContainerResource first = run(harness.saying("bot", List.of("the first speaks")));
        Collecting heard = new Collecting("the second speaks");
        Thread following =
                new Thread(() -> session.daily().log(ServiceName.of("bot"), LogQuery.ALL.following(), heard));
        following.start();
        heard.await("the first speaks");
        perform(stop(first.address(), "bot"), remove(first.address(), "bot"));
        run(harness.saying("bot", List.of("the second speaks")));
        heard.await("the second speaks");
        join(following);
        assertThat(heard.texts()).containsSubsequence("the first speaks", "the second speaks");
    }

    @Test
    void the_log_of_what_is_not_ours_or_not_there_is_refused() {
        harness.runForeign(harness.healthy("theirs"));
        for (String name : List.of("theirs", "nobody")) {
            assertThatThrownBy(() -> log(LogQuery.ALL, name))
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessageContainingAll(name, "server box");
        }
    }

    @Test
    void a_command_has_its_streams_and_tells_its_status() {
        run(harness.healthy("bot"));
        assertThat(exec("", "true")).isEqualTo("0 ");
        assertThat(exec("", "false")).isEqualTo("1 ");
        assertThat(exec("", "echo", "$HOME; rm -rf", "\u001b[1m*")).isEqualTo("0 $HOME; rm -rf \u001b[1m*\n");
        String large = "0123456789abcde\n".repeat(64 * 1024);
        assertThat(exec(large, "cat")).isEqualTo("0 " + large);
    }

    @Test
    void a_command_is_refused_where_it_cannot_run() {
        run(harness.healthy("bot"));
        harness.runForeign(harness.healthy("theirs"));
        assertThat(exec("", "no-such-command-here"))
                .matches("12[67] [^\\n]*no-such-command-here[^\\n]*executable file not found[^\\n]*\\n");
        perform(stop(address("container", "bot"), "bot"));
        assertThatThrownBy(() -> exec("", "true"))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("does not run");
        assertThatThrownBy(() -> session.daily().exec(ServiceName.of("theirs"), List.of("true"), streams("")))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("not of this topology");
    }

    @Test
    void what_happened_to_containers_of_ours_is_told_in_its_order_and_what_runs_inside_them_is_not() {
        run(harness.healthy("bot"));
        harness.runForeign(harness.healthy("theirs"));
        exec("", "echo", "hush");
        perform(stop(address("container", "bot"), "bot"), remove(address("container", "bot"), "bot"));
        List<EngineEvent> events = new ArrayList<>();
        session.daily().events(new EventQuery(false, new Since.Ago(Duration.ofMinutes(10))), new Sink<>() {
            @Override
            public void accept(EngineEvent next) {
                events.add(next);
            }

            @Override
            public boolean isOpen() {
                return true;
            }
        });
        assertThat(events).extracting(EngineEvent::about).containsOnly(address("container", "bot"));
        assertThat(events).extracting(EngineEvent::what).containsSubsequence("create", "start", "stop", "destroy");
        assertThat(events.toString()).doesNotContain("hush", "exec");
        assertThat(events).isSortedAccordingTo(java.util.Comparator.comparing(EngineEvent::at));
    }

    private List<LogLine> log(LogQuery query, String service) {
        Collecting heard = new Collecting("");
        session.daily().log(ServiceName.of(service), query, heard);
        return heard.lines();
    }

    private ExecStreams streams(String input) {
        said.reset();
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new ExecStreams(Optional.of(in), said, said);
    }

    private String exec(String input, String... command) {
        int status = session.daily().exec(ServiceName.of("bot"), List.of(command), streams(input));
        return status + " " + said.toString(StandardCharsets.UTF_8);
    }

    private static void join(Thread thread) {
        try {
            thread.join(30_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(thread.isAlive()).isFalse();
    }
}
