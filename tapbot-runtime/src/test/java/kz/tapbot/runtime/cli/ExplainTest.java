package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kz.tapbot.rule.library.ReadyRules;
import org.junit.jupiter.api.Test;

/** Every code and every ready rule can be explained. */
class ExplainTest {

    private static final Pattern CODE = Pattern.compile("(?m)^#+ .*?(TB[0-9]{4})");

    private final Shell shell = Shell.of(Shop::topology);

    @Test
    void every_code_of_the_page_of_codes_is_listed_and_explained_in_any_case() throws IOException {
        List<String> codes = CODE.matcher(Files.readString(Path.of("../docs/diagnostics.md")))
                .results()
                .map(MatchResult::group)
                .map(line -> line.substring(line.indexOf("TB"), line.indexOf("TB") + 6))
                .distinct()
                .sorted()
                .toList();

        assertThat(codes).hasSizeGreaterThan(80);
        assertThat(shell.run("explain")
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("TB"))
                        .map(line -> line.substring(0, 6)))
                .containsExactlyElementsOf(codes);
        assertThat(codes).allSatisfy(code -> {
            Ended upper = shell.run("explain", code);
            assertThat(upper.code()).isZero();
            assertThat(upper.err()).isEmpty();
            assertThat(upper.out()).contains(code + "  ").contains("## How to mend it");
            assertThat(shell.run("explain", code.toLowerCase(Locale.ROOT)).out())
                    .isEqualTo(upper.out());
        });
    }

    @Test
    void every_ready_rule_is_listed_and_explained_by_its_name() {
        List<String> lines = shell.run("explain").out().lines().toList();
        assertThat(ReadyRules.standard())
                .allSatisfy(rule -> assertThat(lines).contains(rule.name() + "  standard: " + rule.sentence()));
        assertThat(ReadyRules.offered()).allSatisfy(rule -> {
            assertThat(lines).contains(rule.name() + "  offered: " + rule.sentence());
            assertThat(shell.run("explain", rule.name()).out()).isEqualTo(ReadyRules.explanation(rule));
        });
        assertThat(shell.run("explain", "Servers-Install-Updates")).hasToString("""
                exit 0
                --- stdout
                # servers-install-updates

                Servers should install updates by themselves, because attackers use a security hole within days after it is known.

                On by default, in the pack *upkeep*: `UpkeepRules.SERVERS_INSTALL_UPDATES`.

                ## How to mend it

                Say updates(u -> u.rebootAt("04:30")): security updates install themselves, and the server restarts at that time when one of them needs it.

                ## Example

                ```java
                t.server("box", HostAddress.of("203.0.113.20"));
                ```

                ```
                Rule "servers should install updates by themselves, because attackers use a security hole within days after it is known" was violated once:
                server:box installs no updates by itself (Shop.java:1)
                To mend it: say updates(u -> u.rebootAt("04:30")): security updates install themselves, and the server restarts at that time when one of them needs it
                ```

                Mended:

                ```java
                t.server("box", HostAddress.of("203.0.113.20"), s -> s.updates(u -> u.rebootAt("04:30")));
                ```
                --- stderr
                """);
        assertThat(shell.run("explain", "--json", "accounts-expire").out())
                .contains("\"rule\"", "\"name\": \"accounts-expire\"", "\"kind\": \"offered\"", "\"explanation\"");
    }

    @Test
    void an_unknown_rule_ends_with_3_and_a_near_one_is_offered() {
        assertThat(shell.run("explain", "servers-instal-updates")).hasToString("""
                exit 3
                --- stdout
                --- stderr
                There is no code or ready rule "servers-instal-updates".
                Did you mean servers-install-updates? "explain" alone lists all codes and ready rules.
                """);
    }

    @Test
    void an_unknown_code_ends_with_3_and_a_near_one_is_offered() {
        assertThat(shell.run("explain", "TB20100")).hasToString("""
                exit 3
                --- stdout
                --- stderr
                There is no code "TB20100".
                Did you mean TB2010? "explain" alone lists all codes and ready rules.
                """);
        assertThat(shell.run("explain", "TB9999")).hasToString("""
                exit 3
                --- stdout
                --- stderr
                There is no code "TB9999".
                "explain" alone lists all codes and ready rules.
                """);
    }
}
