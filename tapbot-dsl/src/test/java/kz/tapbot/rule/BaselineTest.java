package kz.tapbot.rule;

import static kz.tapbot.TopologyRules.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kz.tapbot.Tapbot;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.service.Image;
import kz.tapbot.rule.freeze.Baseline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was wrong when a rule was frozen does not break it; what is new does. */
class BaselineTest {

    private static final TopologyRule LIMITS =
            services().should().haveMemoryLimit().named("limits").mendedBy("say a limit");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("tests/frozen.txt");
    }

    private static Topology with(String... names) {
        return Tapbot.draft("old", t -> {
                    var box = t.server("box", HostAddress.of("203.0.113.10"));
                    for (String name : names) {
                        box.container(name, Image.of("nginx:1.29.3"), c -> {});
                    }
                })
                .topology();
    }

    @Test
    void a_rule_that_was_never_frozen_is_broken_and_says_how_to_freeze_it() {
        RuleResult result = Baseline.at(file()).shrinking().freeze(LIMITS).evaluate(with("a"));

        assertThat(result.holds()).isFalse();
        assertThat(result.toString()).endsWith("""
                To mend it: say a limit;
                or, to keep what is there today and be told of new ones only, run once with -Dtapbot.freeze=true""");
        assertThat(file()).doesNotExist();
    }

    @Test
    void only_what_is_new_breaks_it() throws IOException {
        Baseline.at(file()).freezing().freeze(LIMITS).check(with("a", "b"));

        assertThat(file()).content().isEqualTo("""
                # Violations that were there when these rules were frozen. A run takes out what is mended;
                # what is new breaks the rule. Look at every line that is added here.

                [limits]
                  service:box/a has no memory limit
                  service:box/b has no memory limit
                """);
        TopologyRule frozen = Baseline.at(file()).shrinking().freeze(LIMITS);
        assertThat(frozen.evaluate(with("a", "b")))
                .hasToString("Rule \"services should have a memory limit\" holds (2 checked, 2 frozen)");
        assertThatThrownBy(() -> frozen.check(with("a", "b", "c")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was violated once:\nservice:box/c has no memory limit")
                .hasMessageEndingWith("To mend it: say a limit\nFrozen, and not counted: 2 of before");
    }

    @Test
    void what_is_mended_is_taken_out_and_cannot_come_back() throws IOException {
        Baseline.at(file()).freezing().freeze(LIMITS).check(with("a", "b"));
        TopologyRule frozen = Baseline.at(file()).shrinking().freeze(LIMITS);

        frozen.check(with("b"));
        assertThat(Files.readAllLines(file())).endsWith("[limits]", "  service:box/b has no memory limit");
        assertThat(frozen.evaluate(with("a", "b")).holds()).isFalse();
        assertThat(Files.readAllLines(file())).endsWith("[limits]", "  service:box/b has no memory limit");
    }

    @Test
    void nothing_is_written_where_it_is_only_read() throws IOException {
        Baseline.at(file()).freezing().freeze(LIMITS).check(with("a", "b"));
        String before = Files.readString(file());

        Baseline.at(file()).readOnly().freeze(LIMITS).check(with("b"));
        assertThat(file()).content().isEqualTo(before);
        assertThat(Baseline.at(file())
                        .readOnly()
                        .freeze(LIMITS)
                        .evaluate(with("a", "c"))
                        .holds())
                .isFalse();
    }

    @Test
    void each_rule_has_its_own_and_any_text_comes_back() {
        TopologyRule hostile = services()
                .should(Condition.that("be \\ quiet", service -> false, service -> "says # [x]\n and \\n"))
                .as("[two]\nlines");
        Baseline.at(file()).freezing().freeze(LIMITS).check(with("a"));
        Baseline.at(file()).freezing().freeze(hostile).check(with("a"));

        Baseline.at(file()).readOnly().freeze(hostile).check(with("a"));
        Baseline.at(file()).readOnly().freeze(LIMITS).check(with("a"));
        assertThat(Baseline.at(file())
                        .readOnly()
                        .freeze(hostile)
                        .evaluate(with("b"))
                        .holds())
                .isFalse();
    }

    @Test
    void as_many_as_were_frozen_and_no_more() {
        TopologyRule twice = services().should(Condition.of("be silent", (service, violations) -> {
            violations.add(service, "says something");
            if (service.estate().topology().name().value().equals("old")) {
                violations.add(service, "says something");
            }
        }));
        Topology other = Topology.builder()
                .from(with("a"))
                .name(kz.tapbot.model.name.TopologyName.of("other"))
                .build();
        Baseline.at(file()).freezing().freeze(twice).check(other);

        assertThat(Baseline.at(file())
                        .shrinking()
                        .freeze(twice)
                        .evaluate(with("a"))
                        .violations())
                .hasSize(1);
    }

    @Test
    void a_rule_that_has_nothing_to_look_at_stays_broken() {
        assertThat(Baseline.at(file())
                        .freezing()
                        .freeze(LIMITS)
                        .evaluate(with())
                        .holds())
                .isFalse();
    }

    @Test
    void what_is_no_baseline_is_refused() throws IOException {
        Files.createDirectories(folder.resolve("tests"));
        Files.writeString(file(), "service:box/a\n");

        assertThatThrownBy(() -> Baseline.at(file()).freeze(LIMITS).check(with("a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        file()
                                + " is no baseline: line 1 stands below no rule. Restore the file, or delete it and freeze anew.");
    }

    @Test
    void rules_that_are_tested_side_by_side_lose_nothing() throws Exception {
        List<TopologyRule> rules = IntStream.range(0, 40)
                .mapToObj(i -> services().should().haveMemoryLimit().named("rule " + i))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> work = rules.stream()
                    .<Callable<Boolean>>map(rule -> () -> Baseline.at(file())
                            .freezing()
                            .freeze(rule)
                            .evaluate(with("a"))
                            .holds())
                    .toList();
            for (Future<Boolean> one : threads.invokeAll(work)) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        rules.forEach(rule -> Baseline.at(file()).readOnly().freeze(rule).check(with("a")));
    }
}
