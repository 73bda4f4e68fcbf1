package kz.tapbot.model.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_ENVIRONMENT;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_PORT;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_QUANTITY;
import static kz.tapbot.diagnostic.code.ModelCode.BAD_TEXT;
import static kz.tapbot.diagnostic.code.ModelCode.JSON_BAD_VALUE;
import static kz.tapbot.diagnostic.code.ModelCode.JSON_DUPLICATE_KEY;
import static kz.tapbot.diagnostic.code.ModelCode.JSON_SYNTAX;
import static kz.tapbot.diagnostic.code.ModelCode.JSON_TOO_LARGE;
import static kz.tapbot.diagnostic.code.ModelCode.JSON_UNKNOWN_FIELD;
import static kz.tapbot.diagnostic.code.ModelCode.JSON_VERSION;
import static kz.tapbot.diagnostic.code.ModelCode.MISSING_PART;
import static kz.tapbot.diagnostic.code.ModelCode.PLAIN_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.tapbot.diagnostic.Diagnostic;
import kz.tapbot.diagnostic.Report;
import kz.tapbot.diagnostic.code.ModelCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue's rows on JSON: refused with code, file and line, without a secret and without a word of the libraries below. */
class BadJsonTest {

    /** What stands in the file, what is found, and in which line; 0 if the finding has none. */
    record Row(String id, String what, Supplier<byte[]> json, ModelCode code, int line) {
        @Override
        public String toString() {
            return id + " " + what;
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void badJsonIsRefusedWithItsCodeAndLine(Row row) {
        ReadResult result = TopologyJson.read(row.json().get(), "/home/me/estate.json");
        assertThat(result.topology()).isEmpty();
        Report report = result.report();
        assertThat(report.diagnostics()).extracting(Diagnostic::code).containsExactly(row.code());
        Diagnostic only = report.diagnostics().get(0);
        if (row.line() > 0) {
            assertThat(only.places().get(0)).hasToString("(estate.json:" + row.line() + ")");
        } else {
            assertThat(only.places()).isEmpty();
        }
        assertThat(report.toString())
                .startsWith("File \"estate.json\" has 1 error\n")
                .doesNotContainIgnoringCase("hunter2")
                .doesNotContainPattern("(?i)jackson|fasterxml|immutable|exception|java\\.[a-z]|kz\\.tapbot|/home/me")
                .matches("(?s)[\\n -~\u2265]+");
    }

    static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        kinds(rows);
        unknown(rows);
        syntax(rows);
        bytes(rows);
        sizes(rows);
        versions(rows);
        secrets(rows);
        return rows.stream();
    }

    private static void kinds(List<Row> rows) {
        server(rows, "09", "port as number", "\"open\": [{\"port\": 80, \"reason\": \"x\"}]", JSON_BAD_VALUE);
        server(rows, "09", "number as text", "\"ssh\": {\"port\": \"80\"}", JSON_BAD_VALUE);
        server(rows, "09", "float for whole", "\"ssh\": {\"port\": 80.0}", JSON_BAD_VALUE);
        server(rows, "09", "exponent", "\"ssh\": {\"port\": 8e1}", JSON_BAD_VALUE);
        server(rows, "09", "-0", "\"ssh\": {\"port\": -0}", JSON_BAD_VALUE);
        server(rows, "09", "2^31", "\"ssh\": {\"port\": 2147483648}", JSON_BAD_VALUE);
        server(rows, "09", "port 0", "\"ssh\": {\"port\": 0}", BAD_PORT);
        server(rows, "09", "port 65536", "\"ssh\": {\"port\": 65536}", BAD_PORT);
        server(
                rows,
                "23",
                "variable with =",
                service("\"environment\": {\"A=B\": {\"text\": \"x\"}}"),
                BAD_ENVIRONMENT);
        server(rows, "23", "variable as text", service("\"environment\": {\"A\": \"x\"}"), JSON_BAD_VALUE);
        server(rows, "25", "not replaced", service("\"environment\": {\"A\": {\"text\": \"${B}\"}}"), BAD_ENVIRONMENT);
        server(rows, "46", "size in words", "\"swap\": \"512 mb\"", BAD_QUANTITY);
        server(rows, "46", "size as number", "\"swap\": 512", JSON_BAD_VALUE);
        server(rows, "53", "true as text", "\"firewall\": \"true\"", JSON_BAD_VALUE);
        server(rows, "53", "true as number", "\"firewall\": 1", JSON_BAD_VALUE);
        server(rows, "53", "list of one", "\"packages\": \"htop\"", JSON_BAD_VALUE);
        server(rows, "53", "object for list", "\"packages\": {}", JSON_BAD_VALUE);
        server(rows, "53", "list for object", "\"sysctl\": []", JSON_BAD_VALUE);
        server(rows, "53", "number for text", "\"provider\": {\"name\": 5}", JSON_BAD_VALUE);
        server(rows, "53", "null for text", "\"system\": null", JSON_BAD_VALUE);
        server(rows, "53", "null in list", "\"packages\": [null]", JSON_BAD_VALUE);
        server(rows, "53", "same twice", "\"packages\": [\"htop\", \"htop\"]", JSON_BAD_VALUE);
        server(rows, "53", "word in lower case", service("\"restart\": \"always\""), JSON_BAD_VALUE);
        server(rows, "53", "no time zone", "\"timeZone\": \"Mars/Olympus\"", JSON_BAD_VALUE);
        server(rows, "53", "no duration", service("\"stopGrace\": \"10s\""), JSON_BAD_VALUE);
        server(
                rows,
                "53",
                "no currency",
                "\"provider\": {\"name\": \"x\", \"cost\": {\"amount\": 1, \"currency\": \"X\"}}",
                JSON_BAD_VALUE);
        server(
                rows,
                "53",
                "1e309",
                "\"provider\": {\"name\": \"x\", \"cost\": {\"amount\": 1e309, \"currency\": \"RUB\"}}",
                JSON_BAD_VALUE);
        server(rows, "53", "number of 41 digits", "\"ssh\": {\"port\": " + "1".repeat(41) + "}", JSON_TOO_LARGE);
        server(rows, "53", "control character", "\"provider\": {\"name\": \"a\\u0007\"}", BAD_TEXT);
    }

    private static void unknown(List<Row> rows) {
        server(rows, "51", "unknown field", "\"colour\": \"red\"", JSON_UNKNOWN_FIELD);
        server(rows, "51", "misspelt field", "\"Swap\": \"1GiB\"", JSON_UNKNOWN_FIELD);
        server(rows, "51", "places", "\"places\": {}", JSON_UNKNOWN_FIELD);
        server(rows, "51", "hostile key", "\"\\u001b[2J\\u202e\": 1", JSON_UNKNOWN_FIELD);
        server(rows, "52", "key twice", "\"swap\": \"1GiB\", \"swap\": \"1GiB\"", JSON_DUPLICATE_KEY);
        server(rows, "52", "key twice in a map", "\"sysctl\": {\"a.b\": \"1\", \"a.b\": \"2\"}", JSON_DUPLICATE_KEY);
        server(
                rows,
                "52",
                "key twice, once escaped",
                "\"swap\": \"1GiB\", \"sw\\u0061p\": \"1GiB\"",
                JSON_DUPLICATE_KEY);
        server(rows, "51", "missing part", "\"size\": {\"cpus\": \"2\", \"memory\": \"4GiB\"}", MISSING_PART);
    }

    private static void syntax(List<Row> rows) {
        text(rows, "53", "comment", "{\n// x\n}", JSON_SYNTAX, 2);
        text(rows, "53", "block comment", "{\n/* x */\n}", JSON_SYNTAX, 2);
        text(rows, "53", "hash comment", "{\n# x\n}", JSON_SYNTAX, 2);
        text(rows, "53", "trailing comma", "{\n\"format\": 1,\n}", JSON_SYNTAX, 3);
        text(rows, "53", "trailing comma in list", "{\n\"servers\": [1,]}", JSON_SYNTAX, 2);
        text(rows, "53", "single quotes", "{'format': 1}", JSON_SYNTAX, 1);
        text(rows, "53", "no quotes", "{format: 1}", JSON_SYNTAX, 1);
        text(rows, "53", "NaN", "{\n\"format\": NaN}", JSON_SYNTAX, 2);
        text(rows, "53", "Infinity", "{\n\"format\": -Infinity}", JSON_SYNTAX, 2);
        text(rows, "53", "hexadecimal", "{\"format\": 0x1}", JSON_SYNTAX, 1);
        text(rows, "53", "leading zero", "{\"format\": 01}", JSON_SYNTAX, 1);
        text(rows, "53", "leading plus", "{\"format\": +1}", JSON_SYNTAX, 1);
        text(rows, "53", "ends in point", "{\"format\": 1.}", JSON_SYNTAX, 1);
        text(rows, "53", "garbage behind", "{\"format\": 1, \"name\": \"shop\"}\n\n}", JSON_SYNTAX, 3);
        text(rows, "53", "second value behind", "{\"format\": 1, \"name\": \"shop\"}\n{}", JSON_SYNTAX, 2);
        text(rows, "53", "not closed", "{\"format\": 1,\n\"name\": \"hunter2", JSON_SYNTAX, 2);
        text(rows, "53", "list not closed", "{\"servers\": [", JSON_SYNTAX, 1);
        text(rows, "53", "line break in text", "{\"name\": \"a\nb\"}", JSON_SYNTAX, 1);
        text(rows, "53", "unknown escape", "{\"name\": \"\\x41\"}", JSON_SYNTAX, 1);
        text(rows, "53", "empty file", "", JSON_SYNTAX, 1);
        text(rows, "53", "only space", " \n ", JSON_SYNTAX, 1);
        text(rows, "53", "YAML", "format: 1\nname: shop\n", JSON_SYNTAX, 1);
        text(rows, "53", "list as root", "[]", JSON_BAD_VALUE, 1);
        text(rows, "53", "null as root", "null", JSON_BAD_VALUE, 1);
        text(rows, "53", "text as root", "\"shop\"", JSON_BAD_VALUE, 1);
        text(
                rows,
                "53",
                "lone surrogate",
                "{\"format\": 1,\n\"name\": \"shop\",\n\"$schema\": \"\\ud800\"}",
                JSON_SYNTAX,
                3);
    }

    private static void bytes(List<Row> rows) {
        String good = "{\"format\": 1, \"name\": \"shop\"}";
        rows.add(new Row("53", "byte order mark", () -> ("\ufeff" + good).getBytes(UTF_8), JSON_SYNTAX, 1));
        rows.add(new Row("53", "UTF-16", () -> good.getBytes(StandardCharsets.UTF_16), JSON_SYNTAX, 1));
        rows.add(new Row("53", "UTF-16 without mark", () -> good.getBytes(StandardCharsets.UTF_16LE), JSON_SYNTAX, 1));
        rows.add(new Row("53", "zeros", () -> new byte[1000], JSON_SYNTAX, 1));
        byte[] latin = "{\n\"name\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        rows.add(new Row("53", "Latin-1", () -> latin, JSON_SYNTAX, 2));
        byte[] overlong = "{\n\n\"name\": \"xx\"}".getBytes(UTF_8);
        overlong[12] = (byte) 0xc0;
        overlong[13] = (byte) 0xaf;
        rows.add(new Row("53", "overlong slash", () -> overlong, JSON_SYNTAX, 3));
    }

    private static void sizes(List<Row> rows) {
        text(rows, "53", "65 deep", "[".repeat(65) + "]".repeat(65), JSON_TOO_LARGE, 1);
        text(rows, "53", "10000 deep", "[".repeat(10_000), JSON_TOO_LARGE, 1);
        text(rows, "53", "10000 objects deep", "{\"a\":".repeat(10_000), JSON_TOO_LARGE, 1);
        text(rows, "53", "a million digits", "{\"format\": " + "1".repeat(1_000_000) + "}", JSON_TOO_LARGE, 1);
        text(rows, "53", "9 MiB of space", " ".repeat(9 << 20), JSON_TOO_LARGE, 0);
        text(rows, "53", "two million items", "[" + "0,".repeat(2_000_000) + "0]", JSON_TOO_LARGE, 1);
    }

    private static void versions(List<Row> rows) {
        text(rows, "55", "no version", "{\"name\": \"shop\", \"colour\": 1}", JSON_VERSION, 1);
        text(rows, "55", "newer", "{\n\"format\": 2, \"colour\": 1}", JSON_VERSION, 2);
        text(rows, "55", "much newer", "{\"format\": 999999999}", JSON_VERSION, 1);
        text(rows, "55", "older", "{\"format\": 0}", JSON_VERSION, 1);
        text(rows, "55", "negative", "{\"format\": -1}", JSON_VERSION, 1);
        text(rows, "55", "as text", "{\"format\": \"1\"}", JSON_VERSION, 1);
        text(rows, "55", "with a point", "{\"format\": 1.0}", JSON_VERSION, 1);
        text(rows, "55", "null", "{\"format\": null}", JSON_VERSION, 1);
        text(rows, "55", "huge", "{\"format\": " + "9".repeat(40) + "}", JSON_VERSION, 1);
    }

    private static void secrets(List<Row> rows) {
        server(
                rows,
                "27",
                "variable's secret",
                service("\"environment\": {\"A\": {\"secret\": \"hunter2!\"}}"),
                PLAIN_SECRET);
        server(
                rows,
                "27",
                "text for object",
                service("\"environment\": {\"DB_PASSWORD\": \"hunter2!\"}"),
                JSON_BAD_VALUE);
        server(rows, "27", "number", service("\"environment\": {\"A\": {\"secret\": 42}}"), JSON_BAD_VALUE);
        server(
                rows,
                "27",
                "file's secret",
                service(
                        "\"files\": [{\"path\": \"/a\", \"mode\": \"0400\", \"content\": [{\"secret\": \"Hunter2\"}]}]"),
                PLAIN_SECRET);
        top(
                rows,
                "27",
                "declared secret",
                "\"secrets\": [{\"name\": \"hunter2!\", \"source\": {\"kind\": \"GENERATED\"}}]",
                PLAIN_SECRET);
        top(
                rows,
                "27",
                "source",
                "\"secrets\": [{\"name\": \"db\", \"source\": {\"kind\": \"ENVIRONMENT\", \"arguments\": [\"hunter2!\"]}}]",
                PLAIN_SECRET);
        top(
                rows,
                "27",
                "bot's token",
                "\"notifiers\": [{\"name\": \"ops\", \"telegramChat\": \"-1\", \"telegramToken\": \"123:HUNTER2\"}]",
                PLAIN_SECRET);
        top(
                rows,
                "27",
                "backup's key",
                "\"backups\": [{\"name\": \"nightly\", \"encryption\": \"Hunter2\"}]",
                PLAIN_SECRET);
    }

    private static void text(List<Row> rows, String id, String what, String json, ModelCode code, int line) {
        rows.add(new Row(id, what, () -> json.getBytes(UTF_8), code, line));
    }

    /** Line 3 of a topology. */
    private static void top(List<Row> rows, String id, String what, String member, ModelCode code) {
        text(rows, id, what, "{\n\"format\": 1, \"name\": \"shop\",\n" + member + "\n}\n", code, 3);
    }

    /** Line 5 of a topology, in its one server. */
    private static void server(List<Row> rows, String id, String what, String member, ModelCode code) {
        text(
                rows,
                id,
                what,
                "{\n\"format\": 1, \"name\": \"shop\",\n\"servers\": [{\"name\": \"data\",\n\"host\": \"203.0.113.20\",\n"
                        + member + "}]\n}\n",
                code,
                5);
    }

    private static String service(String member) {
        return "\"services\": [{\"name\": \"bot\", \"kind\": \"container\", \"image\": \"registry.example/bot:1.4.2\", "
                + member + "}]";
    }
}
