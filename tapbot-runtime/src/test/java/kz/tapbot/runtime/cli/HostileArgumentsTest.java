package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kz.tapbot.model.Topology;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;

/** Whatever stands in an argument: nothing breaks a command, whose end has a code that is meant, or steers a terminal. */
class HostileArgumentsTest {

    private static final Pattern STEERS = Pattern.compile("[[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]&&[^\n]]");

    private static final Topology TOPOLOGY = Shop.topology();

    @Property(tries = 1000)
    void no_verb_does(@ForAll("hostile") String text, @ForAll("verbs") String command) {
        assertIsMeant(command, text);
    }

    @Property(tries = 1000)
    void no_value_does(@ForAll("hostile") String text, @ForAll("values") String command) {
        assertIsMeant(command, text);
    }

    @Property(tries = 1000)
    void no_address_does(@ForAll("hostile") String text, @ForAll("addresses") String command) {
        assertIsMeant(command, text);
    }

    @Property(tries = 1000)
    void no_name_of_a_file_does(@ForAll("hostile") String text, @ForAll("files") String command) {
        assertIsMeant(command, text);
    }

    /** {@code %} is the hole that the text is put in. */
    @Provide
    Arbitrary<String> verbs() {
        return Arbitraries.of(
                "%", "% plan", "% --json", "help %", "help % --json", "plan %", "validate --%", "plan --% --json");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "explain %",
                "explain % --json",
                "lock %",
                "apply --timeout %",
                "status --server %",
                "show --ports --server %",
                "graph --format %",
                "plan --runtime %",
                "plan --runtime=% --json");
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.of(
                "why %",
                "why % --json", "show %", "plan --adopt %", "destroy --remove-data %", "plan --adopt=% --json");
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of("validate --topology %", "plan --json --topology %", "apply %", "apply % --json");
    }

    private static void assertIsMeant(String command, String text) {
        Ended ended = Shell.of(() -> TOPOLOGY).run(filled(command, text));

        assertThat(ended.code()).as("%s\n%s", command, ended).isIn(0, 3, 4, 8);
        String said = ended.out() + ended.err();
        assertThat(STEERS.matcher(said).find()).as("%s\n%s", command, said).isFalse();
        assertThat(said).as(command).doesNotContain("\tat ", "Exception", "Internal error");
    }

    /** An argument of the machine's own command line never holds a NUL, but one of a program that embeds us may. */
    private static String[] filled(String place, String text) {
        List<String> arguments = new ArrayList<>();
        for (String part : place.split(" ", -1)) {
            arguments.add(part.replace("%", text));
        }
        return arguments.toArray(new String[0]);
    }

    @Provide
    Arbitrary<String> hostile() {
        StringArbitrary any = Arbitraries.strings().all().ofMaxLength(60);
        Arbitrary<String> shell = Arbitraries.strings()
                .withChars(
                        "-=@:/.*?'\"`$(){}[]<>|&;,%\\~!#^ \t\r\n\u0000\u001b\u0085\u009b\u202e\u200b\u2028\ufeff\ud800\udfffaTB20")
                .ofMaxLength(40);
        Arbitrary<String> near = Arbitraries.of(
                        "plan",
                        "service:box/store",
                        "volume:box/data",
                        "TB2101",
                        "30m",
                        "box",
                        "svg",
                        "memory",
                        "--json")
                .flatMap(word -> any.ofMaxLength(3).map(more -> word + more));
        return Arbitraries.oneOf(any, shell, near);
    }
}
