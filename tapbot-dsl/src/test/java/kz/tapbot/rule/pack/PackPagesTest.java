package kz.tapbot.rule.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.library.ReadyRules;
import kz.tapbot.rule.library.RulePack;
import kz.tapbot.validate.code.TopologyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every ready rule and every check is in a pack, every rule has a page with an example that breaks it and one that does not, and {@code
 * docs/rules} is made of them. Run with {@code -Dtapbot.update=true} to write the pages anew.
 */
class PackPagesTest {

    private static final Path DOCS = Path.of("../docs/rules");
    private static final Path RESOURCES = Path.of("src/main/resources/kz/tapbot/rule/library/pages");
    private static final String HEAD = """
            # Rule packs

            Rules and checks, by what they are for. A *check* runs for every topology: an error is always wrong, a warning can be acknowledged with a reason. A rule
            that is *on by default* is among `ReadyRules.standard()`, which an estate breaks only by mistake; one that is *offered* is a matter of taste or of
            effort, and yours to take:

            ```java
            @TestFactory Stream<DynamicTest> backups() {
                return RuleTests.of(TOPOLOGY, RulePack.BACKUPS.rules());        // standard() and offered() are its halves
            }
            ```

            Every ready rule has a page with its sentence and reason, its cure, an example that breaks it with the whole message, and the same mended;
            `explain services-have-a-memory-limit` prints it. The lines in the messages are those of the example. How rules are said, and how a violation is
            acknowledged or frozen, is in [Rules](../rules.md).

            These pages are made from the rules and the examples; a test compares them. Written by hand are the [accidents](../accidents.md), each with what refuses it,
            and [ten messages](messages.md), before and after a second reader.
            """;

    static Stream<TopologyRule> rules() {
        return Stream.of(ReadyRules.standard(), ReadyRules.offered()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_example_breaks_the_rule_and_the_mended_one_does_not(TopologyRule rule) {
        assertThat(rule.evaluate(Example.broken(rule).topology()).violations())
                .as("%s", rule)
                .isNotEmpty();
        assertThat(rule.evaluate(Example.mended(rule).topology())).matches(result -> result.checked() > 0);
        rule.check(Example.mended(rule).topology());
    }

    @Test
    void the_pages_say_what_the_rules_say() throws IOException {
        Map<Path, String> pages = new LinkedHashMap<>();
        rules().forEach(rule -> pages.put(RESOURCES.resolve(rule.name() + ".md"), PackPages.rule(rule)));
        for (RulePack pack : RulePack.values()) {
            pages.put(DOCS.resolve(pack.id() + ".md"), PackPages.pack(pack));
        }
        pages.put(DOCS.resolve("README.md"), PackPages.index(HEAD));
        for (Map.Entry<Path, String> page : pages.entrySet()) {
            if (Boolean.getBoolean("tapbot.update")) {
                Files.createDirectories(page.getKey().getParent());
                Files.writeString(page.getKey(), page.getValue());
            }
            assertThat(Files.readString(page.getKey()).equals(page.getValue()))
                    .as("%s; if the change is meant, run with -Dtapbot.update=true", page.getKey())
                    .isTrue();
        }
        try (Stream<Path> files = Files.list(RESOURCES)) {
            assertThat(files).allMatch(pages::containsKey);
        }
    }

    @Test
    void every_rule_of_the_library_and_every_check_is_in_a_pack() {
        assertThat(rules()).containsExactlyInAnyOrderElementsOf(PackPages.constants());
        assertThat(Arrays.stream(RulePack.values()).flatMap(pack -> pack.checks().stream()))
                .contains(TopologyCode.values());
        assertThat(ReadyRules.standard()).doesNotContainAnyElementsOf(ReadyRules.offered());
    }

    @Test
    void a_rule_is_found_by_its_name_and_explained() {
        assertThat(rules()).allSatisfy(rule -> {
            assertThat(rule.name()).matches("[a-z]+(-[a-z]+)+");
            assertThat(ReadyRules.named(rule.name())).containsSame(rule);
        });
        assertThat(ReadyRules.named("services-fly")).isEmpty();
    }
}
