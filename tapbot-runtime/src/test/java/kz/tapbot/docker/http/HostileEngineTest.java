package kz.tapbot.docker.http;

import static kz.tapbot.docker.http.ChannelHttpClientTest.get;
import static kz.tapbot.docker.http.ChannelHttpClientTest.head;
import static kz.tapbot.docker.http.ChannelHttpClientTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import kz.tapbot.docker.http.ScriptedEngine.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that speaks no HTTP, or means harm, is refused with its name, the request and the reason. */
@Timeout(30)
class HostileEngineTest {

    @TempDir
    Path directory;

    static Stream<Arguments> heads() {
        return Stream.of(
                Arguments.of(
                        "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n", "does not answer in HTTP/1: 'SSH-2.0-OpenSSH_9.2p1 De…'"),
                Arguments.of("HTTP/2 200\r\n\r\n", "does not answer in HTTP/1: 'HTTP/2 200'"),
                Arguments.of("HTTP/1.1 2000 OK\r\n\r\n", "does not answer in HTTP/1: 'HTTP/1.1 2000 OK'"),
                Arguments.of("\u001b[2J\u0007\r\n", "does not answer in HTTP/1: '?[2J?'"),
                Arguments.of(head("HTTP/1.1 200 OK", "no colon"), "sends a header that is none"),
                Arguments.of(head("HTTP/1.1 200 OK", "A: b", " folded"), "sends a header that is none"),
                Arguments.of(head("HTTP/1.1 200 OK", "A: b\rc"), "sends a header with a CR or NUL in it"),
                Arguments.of(head("HTTP/1.1 200 OK", "Content-Length: -1"), "sends a length that is none"),
                Arguments.of(
                        head("HTTP/1.1 200 OK", "Content-Length: 1", "Content-Length: 2"),
                        "sends a length that is none"),
                Arguments.of(
                        head("HTTP/1.1 200 OK", "Content-Length: 9999999999999999999"), "sends a length that is none"),
                Arguments.of(
                        head("HTTP/1.1 200 OK", "Transfer-Encoding: gzip, chunked"),
                        "encodes its answer in a way that was not asked for"),
                Arguments.of(head("HTTP/1.1 101 UPGRADED", "Upgrade: h2c"), "changes the protocol without being asked"),
                Arguments.of(head("HTTP/1.1 100 Continue").repeat(9), "sends one interim answer after the other"),
                Arguments.of("HTTP/1.1 200 OK\r\nA: " + "b".repeat(70_000), "sends a head of more than 65536 bytes"),
                Arguments.of("HTTP/1.1 200 OK\r\n" + "A:\r\n".repeat(5_000), "sends a head of more than 65536 bytes"),
                Arguments.of("", "ended the connection without an answer"),
                Arguments.of("HTTP/1.1 200 OK\r\nA: b", "ended the connection in the middle of its answer"));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void aHeadThatIsNoneIsRefused(String answer, String reason) throws Exception {
        try (var engine = new ScriptedEngine(
                        directory, line -> line.answer(answer).hangUp());
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            assertThatExceptionOfType(EngineConnectionException.class)
                    .isThrownBy(() -> http.execute(get("/v1.41/x?filters=secret")))
                    .withMessage(engine.dialer().name() + ": GET /v1.41/x: the engine " + reason)
                    .matches(e -> e.engine().equals(engine.dialer().name()));
        }
    }

    static Stream<Arguments> bodies() {
        String chunked = head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked");
        return Stream.of(
                Arguments.of(
                        head("HTTP/1.1 200 OK", "Content-Length: 9") + "abc",
                        "ended the connection 6 bytes before the end of its answer"),
                Arguments.of(
                        head("HTTP/1.1 500 Error", "Content-Length: 1048577") + "x".repeat(1_048_577),
                        "sends an error of more than 1048576 bytes"),
                Arguments.of(chunked + "5\r\nabc", "ended the connection in the middle of its answer"),
                Arguments.of(chunked + "3\r\nabc\r\n", "ended the connection in the middle of its answer"),
                Arguments.of(chunked + "3\r\nabcdef\r\n", "sends a chunk that is longer than it said"),
                Arguments.of(chunked + "\r\nabc", "sends a chunk without a size"),
                Arguments.of(chunked + "-3\r\nabc", "sends a chunk without a size"),
                Arguments.of(chunked + "3x\r\nabc", "sends a chunk without a size"),
                Arguments.of(chunked + "f".repeat(16) + "\r\n", "sends a chunk without end"),
                Arguments.of(chunked + "3;" + "x".repeat(2_000), "sends a chunk with an extension without end"),
                Arguments.of(chunked + "0\r\n" + "A: b\r\n".repeat(5_000), "sends a head of more than 65536 bytes"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatIsCutOrNoneIsNotTakenForWhole(String answer, String reason) throws Exception {
        try (var engine = new ScriptedEngine(
                        directory, line -> line.answer(answer).hangUp());
                var http = ChannelHttpClient.builder(engine.dialer()).build();
                Response response = http.execute(get("/x?secret"))) {
            assertThatThrownBy(() -> response.getBody().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessage(engine.dialer().name() + ": GET /x: the engine " + reason);
        }
    }

    @Test
    void whatComesWithoutBeingAskedForIsNotTheNextAnswer() throws Exception {
        Script twice = line -> line.answer(head("HTTP/1.1 200 OK", "Content-Length: 2") + "hi"
                + head("HTTP/1.1 200 OK", "Content-Length: 4") + "evil");
        Script once = line -> line.answer(head("HTTP/1.1 200 OK", "Content-Length: 4") + "good");
        try (var engine = new ScriptedEngine(directory, twice, once);
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            assertThat(text(http.execute(get("/x")))).isEqualTo("hi");
            assertThat(text(http.execute(get("/x")))).isEqualTo("good");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.41 1.12 v1.41",
                "1.43 1.24 v1.43",
                "1.44 1.24 v1.44",
                "1.52 1.44 v1.44",
            })
    void theNewestVersionThatBothKnowIsSpoken(String newestOldestSpoken) throws Exception {
        String[] versions = newestOldestSpoken.split(" ", -1);
        try (var engine = versioned(
                        "{\"ApiVersion\":\"" + versions[0] + "\",\"MinAPIVersion\":\"" + versions[1] + "\"}");
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            assertThat(DockerClients.negotiate(http)).isEqualTo(RemoteApiVersion.parseConfig(versions[2]));
        }
    }

    static Stream<Arguments> noVersions() {
        return Stream.of(
                Arguments.of(
                        "{\"ApiVersion\":\"1.40\",\"MinAPIVersion\":\"1.12\"}",
                        "it speaks the API from v1.12 to v1.40, but "
                                + "v1.41 to v1.44 is what can be spoken here; v1.41 came with Docker Engine 20.10"),
                Arguments.of(
                        "{\"ApiVersion\":\"1.60\",\"MinAPIVersion\":\"1.45\"}",
                        "it speaks the API from v1.45 to v1.60, but "
                                + "v1.41 to v1.44 is what can be spoken here; v1.41 came with Docker Engine 20.10"),
                Arguments.of(
                        "{\"ApiVersion\":\"1.41/../x\"}", "it answers GET /version without a version in ApiVersion"),
                Arguments.of("[]", "it answers GET /version without a version in ApiVersion"),
                Arguments.of("<html>", "it answers GET /version with something that is no JSON"));
    }

    @ParameterizedTest
    @MethodSource("noVersions")
    void anEngineWithoutACommonVersionIsRefused(String answer, String reason) throws Exception {
        try (var engine = versioned(answer)) {
            assertThatExceptionOfType(EngineConnectionException.class)
                    .isThrownBy(() -> DockerClients.connect(engine.dialer()))
                    .withMessage(engine.dialer().name() + ": " + reason);
        }
    }

    private ScriptedEngine versioned(String json) throws IOException {
        return new ScriptedEngine(
                directory, line -> line.answer(head("HTTP/1.1 200 OK", "Content-Length: " + json.length()) + json));
    }
}
