package kz.tapbot.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with what a command is given: it ends with 3, says where, shows no value, and nobody is logged in to a server. */
class BadInputTest {

    private static final String CANARY = "s3cret-canary";
    private static final String ESCAPE = "\u001b[31m";

    @TempDir
    Path folder;

    private final Shell shell = Shell.of(Shop::topology);
    private String good = "";

    @BeforeEach
    void take_a_good_one() {
        good = shell.run("show", "--json").out();
    }

    /** A file with that content, and what must be said about it. */
    private record Content(String what, Bytes bytes, List<String> said) {
        @Override
        public String toString() {
            return what;
        }
    }

    private interface Bytes {
        byte[] of(String good) throws IOException;
    }

    static Stream<Content> contents() {
        return Stream.of(
                changed("a byte order mark", good -> "\uFEFF" + good, "TB1101", "byte order mark", "bad.json:1"),
                encoded("UTF-16", StandardCharsets.UTF_16, "TB1101", "UTF-16 or UTF-32"),
                encoded("UTF-32", Charset.forName("UTF-32"), "TB1101", "UTF-16 or UTF-32"),
                new Content(
                        "no UTF-8",
                        good -> bytes(good.getBytes(StandardCharsets.UTF_8), 0xff, 0xfe),
                        List.of("TB1101", "is not UTF-8")),
                changed("nothing", good -> "", "TB1101", "The file is empty."),
                changed("blanks", good -> " \n\t ", "TB1101", "The file is empty."),
                changed(
                        "half of it",
                        good -> good.substring(0, good.length() / 2),
                        "TB1101",
                        "stops being JSON (RFC 8259) at column 40",
                        "bad.json:40"),
                changed("something behind it", good -> good + "}", "TB1101", "near", "bad.json:81"),
                changed("a comment", good -> "// " + CANARY + "\n" + good, "TB1101", "bad.json:1"),
                changed(
                        "a trailing comma",
                        good -> good.replace("\"noBackupBecause\": \"it is made up\"", "$0,"),
                        "TB1101",
                        "no comma after the last item"),
                changed(
                        "a key twice",
                        good -> good.replace("\"name\": \"shop\"", "\"name\": \"shop\", \"name\": \"shop\""),
                        "TB1103",
                        "name",
                        "bad.json:3"),
                changed("ten thousand levels", good -> "[".repeat(10_000), "TB1104", "bad.json:1"),
                changed("ten thousand objects", good -> "{\"a\":".repeat(10_000), "TB1104", "bad.json:1"),
                changed("more than 8 MiB", good -> good + " ".repeat(8 << 20), "is larger than 8 MiB."),
                changed(
                        "a number of a million digits",
                        good -> good.replace("\"format\": 1", "\"format\": " + "1".repeat(1_000_000)),
                        "TB1104",
                        "bad.json:2"),
                changed("NaN", good -> good.replace("\"format\": 1", "\"format\": NaN"), "TB1101", "bad.json:2"),
                changed("1e309", good -> good.replace("\"format\": 1", "\"format\": 1e309"), "TB1105", "format"),
                changed("a lone surrogate", good -> good.replace("\"shop\"", "\"\\ud800\""), "TB1", "name"),
                changed(
                        "an unknown field",
                        good -> good.replace("\"servers\"", "\"servres\": \"" + CANARY + "\", \"servers\""),
                        "TB1102",
                        "servres",
                        "servers"),
                changed("no version", good -> good.replace("\"format\": 1,", ""), "TB1105", "format"),
                changed("a version to come", good -> good.replace("\"format\": 1", "\"format\": 2"), "TB1105", "2"),
                changed(
                        "a negative version",
                        good -> good.replace("\"format\": 1", "\"format\": -1"),
                        "TB1105",
                        "a whole number from 1 on",
                        "bad.json:2"),
                changed("a version in quotes", good -> good.replace("\"format\": 1", "\"format\": \"1\""), "TB1105"),
                changed(
                        "another kind of value",
                        good -> good.replace("\"networks\": [", "\"networks\": \"" + CANARY + "\", \"x\": ["),
                        "TB1106",
                        "networks"),
                changed(
                        "a name that steers a terminal",
                        good -> good.replace("\"shop\"", "\"\\u001b[31m\\u202e\""),
                        "TB1",
                        "name"),
                changed(
                        "a field that steers a terminal",
                        good -> good.replace("\"servers\"", "\"\\u001b[31m\\u202e\": 1, \"servers\""),
                        "TB1102",
                        "bad.json:"),
                changed("a list", good -> "[]", "TB1106", "bad.json:1"),
                changed("null", good -> "null", "TB1106", "bad.json:1"),
                changed("a plan", good -> "{\"format\" : 1, \"fingerprint\" : \"x\"}", "TB1102", "fingerprint"));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void a_topology_file_is_refused(Content content) throws IOException {
        Path file = folder.resolve("bad.json");
        Files.write(file, content.bytes().of(good));

        Ended ended = assertRefused("plan", "--topology", file.toString());

        assertThat(ended.err()).contains("bad.json").contains(content.said().toArray(new String[0]));
        Ended asJson = assertRefused("apply", "--yes", "--json", "--topology", file.toString());
        assertThat(asJson.out()).contains("\"exitCode\": 3,");
        Ended judged = assertRefused("validate", "--topology", file.toString());
        assertThat(judged.out() + judged.err()).contains(content.said().toArray(new String[0]));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void what_is_no_file_is_refused(Place place) throws IOException {
        String name = place.make().in(folder);

        assertThat(assertRefused("plan", "--topology", name).err()).contains(place.said());
        assertThat(assertRefused("apply", name, "--yes").err()).contains(place.said());
    }

    private record Place(String what, Making make, String said) {
        @Override
        public String toString() {
            return what;
        }
    }

    private interface Making {
        String in(Path folder) throws IOException;
    }

    static Stream<Place> paths() {
        return Stream.of(
                new Place("missing", folder -> folder + "/gone.json", "gone.json\" does not exist."),
                new Place("missing folder", folder -> folder + "/gone/gone.json", "does not exist."),
                new Place("directory", Path::toString, "is a directory."),
                new Place("device", folder -> "/dev/null", "file \"/dev/null\" is no regular file."),
                new Place("endless device", folder -> "/dev/zero", "file \"/dev/zero\" is no regular file."),
                new Place(
                        "loop of links",
                        folder -> {
                            Path one = folder.resolve("one");
                            Files.createSymbolicLink(one, folder.resolve("other"));
                            Files.createSymbolicLink(folder.resolve("other"), one);
                            return one.toString();
                        },
                        "cannot be read."),
                new Place(
                        "link to nowhere",
                        folder -> Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"))
                                .toString(),
                        "does not exist."),
                new Place(
                        "file as folder",
                        folder -> Files.writeString(folder.resolve("f"), "") + "/x",
                        "does not exist."),
                new Place("NUL", folder -> folder + "/a\u0000b", "a?b\" cannot be read."),
                new Place("very long", folder -> folder + "/" + "x".repeat(100_000), "cannot be read."),
                new Place("empty", folder -> "", "A file without a name was given."),
                new Place("newline and colours", folder -> "a\n" + ESCAPE + "\u202eb", "a??[31m?b\" does not exist."));
    }

    private record Typed(String said, List<String> arguments) {
        @Override
        public String toString() {
            return String.join(" ", arguments).replaceAll("\\P{Print}", "?");
        }
    }

    private static Typed typed(String said, String... arguments) {
        return new Typed(said, List.of(arguments));
    }

    static Stream<Typed> commands() {
        return Stream.of(
                typed("No verb is given.\nVerbs: validate, plan, apply,"),
                typed("No verb is given.", ""),
                typed("\"message\": \"No verb is given.\"", "--json"),
                typed("Unknown verb \"plna\".\nDid you mean plan?", "plna"),
                typed("Unknown verb \"PLAN\".\nDid you mean plan?", "PLAN"),
                typed("Unknown verb \"frobnicate\".\nVerbs: ", "frobnicate"),
                typed("Unknown verb \"?[31mplan??\".", ESCAPE + "plan\n\u202e"),
                typed("Unknown verb \"" + "x".repeat(80) + "...\".", "x".repeat(100_000)),
                typed("Unknown option \"--outt\".\nDid you mean --out?", "plan", "--outt", "f"),
                typed("Unknown option \"--detailed\".", "plan", "--detailed"),
                typed("Unknown option \"--password\".", "plan", "--password=" + CANARY),
                typed("Unknown option \"--yes\".", "plan", "--yes"),
                typed("Unknown option \"--verson\".\nDid you mean --version?", "--verson"),
                typed("Unknown option \"--?[31m\".", "plan", "--" + ESCAPE),
                typed("'--out'", "plan", "--out"),
                typed("'--out'", "plan", "--out", "--json"),
                typed("\"plan\" takes no such argument: \"extra\".", "plan", "extra"),
                typed("\"plan\" takes no such argument: \"\".", "plan", ""),
                typed("'--topology'", "plan", "--topology", "a", "--topology", "b"),
                typed("'ADDRESS'", "why"),
                typed("Not an address: \"\".", "why", ""),
                typed("Not an address: \"nonsense\".", "why", "nonsense"),
                typed("Not an address: \"service:box/?[31m\".", "show", "service:box/" + ESCAPE),
                typed("Did you mean service:box/store?", "why", "service:box/stroe"),
                typed("Did you mean container:box/page?", "why", "container:box/pge"),
                typed("Nothing is declared at \"service:moon/x\".\n\"show\" lists", "why", "service:moon/x"),
                typed("Not an address: \"*\".", "plan", "--adopt", "*"),
                typed("Not an address: \"../..\".", "apply", "--yes", "--remove-data", "../.."),
                typed("Not a time: \"1\".", "apply", "--yes", "--timeout", "1"),
                typed("Not a time: \"9999999h\".", "apply", "--yes", "--timeout", "9999999h"),
                typed("Not a time: \"-1s\".", "apply", "--yes", "--timeout=-1s"),
                typed("Not a time: \"١s\".", "apply", "--yes", "--timeout", "١s"),
                typed("The topology has no server \"bxo\".\nIts servers are: [box].", "status", "--server", "bxo"),
                typed(
                        "There is no runtime \"mars\".\nThere is: docker, memory, ssh, standing.",
                        "plan",
                        "--runtime",
                        "mars"),
                typed("There is no picture format \"png\".\nThere is: mermaid, svg.", "graph", "--format", "png"),
                typed("\"lock\" has no \"break\".", "lock", "break"),
                typed("Unknown verb \"plna\".\nDid you mean plan?", "help", "plna"),
                typed("--markdown and --server go with --ports.", "show", "--markdown"),
                typed("not both.", "show", "--ports", "service:box/store"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_that_cannot_be_understood_is_refused_with_what_helps(Typed typed) {
        Ended ended = assertRefused(typed.arguments().toArray(new String[0]));
        assertThat(ended.out() + ended.err()).contains(typed.said());
    }

    private Ended assertRefused(String... arguments) {
        boolean elsewhere = List.of(arguments).contains("--runtime");
        Ended ended = elsewhere ? shell.run(arguments) : shell.onServers(arguments);
        assertThat(ended.code()).as("%s", ended).isEqualTo(3);
        assertThat(ended.out() + ended.err())
                .doesNotContain(CANARY, "Exception", "\tat ")
                .matches("(?s)[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*(?:\n[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]*)*");
        assertThat(shell.estate().recorder().logins()).isZero();
        return ended;
    }

    private static Content changed(String what, UnaryOperator<String> change, String... said) {
        return new Content(
                what,
                good -> {
                    String bad = change.apply(good);
                    assertThat(bad).isNotEqualTo(good);
                    return bad.getBytes(StandardCharsets.UTF_8);
                },
                List.of(said));
    }

    private static Content encoded(String what, Charset charset, String... said) {
        return new Content(what, good -> good.getBytes(charset), List.of(said));
    }

    private static byte[] bytes(byte[] first, int... more) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        for (int one : more) {
            all.write(one);
        }
        return all.toByteArray();
    }
}
