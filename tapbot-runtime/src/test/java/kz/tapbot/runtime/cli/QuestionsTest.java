package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import kz.tapbot.Tapbot;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.net.HostAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sits at a terminal is asked; nobody else is waited for. */
class QuestionsTest {

    private static final String QUESTION = "Apply these 8 changes? Type yes: ";
    private static final String DATA =
            "This removes the data of volume:box/data for good. Type volume:box/data to go on: ";

    private final Shell shell = Shell.of(Shop::topology).with("NO_COLOR", "1");

    @ParameterizedTest
    @ValueSource(strings = {"yes\n", "  yes \r\n", "yes"})
    void yes_applies(String answer) {
        Ended ended = shell.typing(answer).onServers("apply");

        assertThat(ended.code()).as("%s", ended).isZero();
        assertThat(ended.err()).startsWith(QUESTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\n", "", "\n", "y\n", "YES\n", "yes please\n", "\u001b[A\n", "ÿ\u0000\n", "no\nyes\n"})
    void anything_else_changes_nothing(String answer) {
        Ended ended = shell.typing(answer).onServers("apply");

        assertThat(ended.code()).isEqualTo(8);
        assertThat(ended.err()).isEqualTo(QUESTION + "Nothing was changed: the answer was not yes.\n");
        assertThat(shell.estate().recorder().writes()).isZero();
    }

    @Test
    void an_endless_answer_is_no_yes() {
        assertThat(shell.typing("yes" + "s".repeat(100_000)).onServers("apply").code())
                .isEqualTo(8);
    }

    @Test
    void a_terminal_that_breaks_off_changes_nothing() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();

        Ended ended = shell.typing(closed).onServers("apply");

        assertThat(ended.code()).isEqualTo(8);
        assertThat(ended.err()).isEqualTo(QUESTION + "Nothing was changed: the answer could not be read.\n");
    }

    @Test
    void without_a_terminal_nobody_is_asked_and_nothing_is_read() {
        Ended ended = Shell.of(Shop::topology).run("apply");

        assertThat(ended.code()).isEqualTo(8);
        assertThat(ended.err()).contains("""
                Nothing was changed: there is no terminal to ask at.
                Run again with --yes to apply without asking.
                """);
    }

    @Test
    void json_is_for_programs_and_nobody_is_asked() {
        Ended ended = shell.typing("yes\n").onServers("apply", "--json");

        assertThat(ended.code()).isEqualTo(8);
        assertThat(ended.out()).contains("there is no terminal to ask at");
    }

    @Test
    void data_that_is_declared_to_go_is_asked_for_by_its_name_even_with_yes() {
        shell.onServers("apply", "--yes");
        shell.declares(QuestionsTest::withoutData);

        Ended not = shell.typing("yes\n").onServers("apply", "--yes");
        assertThat(not.code()).isEqualTo(8);
        assertThat(not.err()).isEqualTo(DATA + "Nothing was changed: the answer was not volume:box/data.\n");

        Ended named = shell.typing("volume:box/data\n").onServers("apply", "--yes");
        assertThat(named.code()).as("%s", named).isZero();
        assertThat(named.err()).startsWith(DATA);
    }

    @Test
    void both_questions_are_asked_one_after_the_other() {
        shell.onServers("apply", "--yes");
        shell.declares(QuestionsTest::withoutData);

        Ended ended = shell.typing("yes\nvolume:box/data\n").onServers("apply");

        assertThat(ended.code()).as("%s", ended).isZero();
        assertThat(ended.err()).contains("Type yes: " + DATA);
    }

    @Test
    void without_a_terminal_data_that_nobody_named_stays() {
        shell.onServers("apply", "--yes");
        Shell script = shell.declares(QuestionsTest::withoutData);
        long before = shell.estate().recorder().operations();

        Ended refused = script.onServers("apply", "--yes");
        assertThat(refused.code()).isEqualTo(8);
        assertThat(refused.err()).isEqualTo("""
                Data would be removed for good, and nobody is here to confirm it: [volume:box/data].
                Name it on the command line: --remove-data volume:box/data
                """);
        assertThat(shell.estate().recorder().operations()).isEqualTo(before);

        assertThat(script.onServers("apply", "--yes", "--remove-data", "volume:box/data")
                        .code())
                .isZero();
    }

    @Test
    void destroy_asks_too_and_leaves_data_that_is_not_named() {
        shell.onServers("apply", "--yes");

        assertThat(shell.onServers("destroy").code()).isEqualTo(8);
        assertThat(shell.typing("yes\n").onServers("destroy").code()).isZero();
        assertThat(shell.onServers("plan").out()).doesNotContain("volume:box/data");
    }

    /** The shop without its containers; its data may go. */
    private static Topology withoutData() {
        return Tapbot.topology("shop", t -> {
            var office = t.addresses("office", "198.51.100.7/32");
            t.server(
                    "box",
                    HostAddress.of("203.0.113.20"),
                    s -> s.administeredFrom(office)
                            .ssh(ssh -> ssh.hostKey("SHA256:hosthosthosthosthosthosthosthosthosthosthos"))
                            .retires(Address.parse("volume:box/data")));
        });
    }
}
