package kz.tapbot.docker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kz.tapbot.docker.http.ScriptedEngine.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire and comes back, when all is well. */
@Timeout(30)
class ChannelHttpClientTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

    @TempDir
    Path directory;

    @Test
    void aGetIsOneHeadAndItsAnswerIsStatusHeadersAndBody() throws Exception {
        try (var engine = new ScriptedEngine(
                        directory,
                        line -> line.answer(
                                head("HTTP/1.1 404 Not Found", "X-Two: a", "x-two:  b ", "Content-Length: 5")
                                        + "gone\n"));
                var http = ChannelHttpClient.builder(engine.dialer()).build();
                var response = http.execute(get("/v1.41/containers/json?all=1"))) {
            assertThat(response.getStatusCode()).isEqualTo(404);
            assertThat(response.getHeaders()).containsEntry("x-TWO", List.of("a", "b"));
            assertThat(response.getHeader("x-two")).isEqualTo("a");
            assertThat(text(response)).isEqualTo("gone\n");
            assertThat(engine.nextHeard())
                    .isEqualTo("GET /v1.41/containers/json?all=1 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
    }

    @Test
    void aPostOfBytesSaysItsLength() throws Exception {
        Request request = Request.builder()
                .method(Request.Method.POST)
                .path("/x")
                .putHeader("content-type", "application/json")
                .bodyBytes("{}".getBytes(StandardCharsets.UTF_8))
                .build();
        try (var engine = new ScriptedEngine(directory, line -> {
                    line.hear();
                    line.hear(2);
                    line.say("HTTP/1.1 204 No Content\r\n\r\n");
                });
                var http = ChannelHttpClient.builder(engine.dialer()).build();
                var response = http.execute(request)) {
            assertThat(text(response)).isEmpty();
            assertThat(engine.nextHeard()).isEqualTo("""
                    POST /x HTTP/1.1
                    Host: localhost
                    content-type: application/json
                    Content-Length: 2

                    """.replace("\n", "\r\n"));
            assertThat(engine.nextHeard()).isEqualTo("{}");
        }
    }

    @Test
    void aPostOfNothingSaysSo() throws Exception {
        try (var engine = new ScriptedEngine(directory, line -> line.answer("HTTP/1.1 204 No Content\r\n\r\n"));
                var http = ChannelHttpClient.builder(engine.dialer()).build();
                var response = http.execute(post("/containers/x/start"))) {
            assertThat(response.getStatusCode()).isEqualTo(204);
            assertThat(engine.nextHeard()).isEqualTo("""
                    POST /containers/x/start HTTP/1.1
                    Host: localhost
                    Content-Length: 0

                    """.replace("\n", "\r\n"));
        }
    }

    @Test
    void aStreamedBodyGoesInChunksAsItComes() throws Exception {
        InputStream body = new ByteArrayInputStream("x".repeat(70_000).getBytes(StandardCharsets.UTF_8));
        Request request = Request.builder().method("PUT").path("/a").body(body).build();
        int wire = "10000\r\n".length() + 65_536 + 2 + "1170\r\n".length() + 4464 + 2 + "0\r\n\r\n".length();
        try (var engine = new ScriptedEngine(directory, line -> {
                    line.hear();
                    line.hear(wire);
                    line.say(OK);
                });
                var http = ChannelHttpClient.builder(engine.dialer()).build();
                var response = http.execute(request)) {
            assertThat(text(response)).isEqualTo("hi");
            assertThat(engine.nextHeard()).contains("\r\nTransfer-Encoding: chunked\r\n");
            assertThat(engine.nextHeard())
                    .isEqualTo("10000\r\n" + "x".repeat(65_536) + "\r\n1170\r\n" + "x".repeat(4464) + "\r\n0\r\n\r\n");
        }
    }

    @Test
    void aStreamedBodyOfPromisedLengthGoesAsItIs() throws Exception {
        InputStream body = new ByteArrayInputStream("abcdef".getBytes(StandardCharsets.UTF_8));
        Request request = Request.builder()
                .method("PUT")
                .path("/a")
                .putHeader("Content-Length", "4")
                .body(body)
                .build();
        try (var engine = new ScriptedEngine(directory, line -> {
                    line.hear();
                    line.hear(4);
                    line.say(OK);
                });
                var http = ChannelHttpClient.builder(engine.dialer()).build();
                var response = http.execute(request)) {
            assertThat(text(response)).isEqualTo("hi");
            assertThat(engine.nextHeard()).endsWith("\r\nContent-Length: 4\r\n\r\n");
            assertThat(engine.nextHeard()).isEqualTo("abcd");
        }
    }

    @Test
    void anAnswerMayBeCutAnywhere() throws Exception {
        String answer = head("HTTP/1.1 100 Continue", "A: b")
                + head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked")
                + head("3;name=\"v\"", "abc", "A ;x", "defghijklm", "0", "Trailer: t");
        Script everyByte = line -> {
            line.hear();
            for (int i = 0; i < answer.length(); i++) {
                line.say(answer.substring(i, i + 1));
            }
            line.answer(OK);
        };
        try (var engine = new ScriptedEngine(directory, everyByte);
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            assertThat(text(http.execute(get("/x")))).isEqualTo("abcdefghijklm");
            assertThat(text(http.execute(get("/y")))).isEqualTo("hi");
            assertThat(engine.connections()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerMayBeCutInTwoAtEveryPlace() throws Exception {
        String answer =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x\r\nabc\r\n2\r\nde\r\n0\r\nT: t\r\n\r\n";
        Script cuts = line -> {
            for (int cut = 1; cut < answer.length(); cut++) {
                line.answer(answer.substring(0, cut));
                line.say(answer.substring(cut));
            }
        };
        try (var engine = new ScriptedEngine(directory, cuts);
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            for (int cut = 1; cut < answer.length(); cut++) {
                assertThat(text(http.execute(get("/x")))).as("cut at %s", cut).isEqualTo("abcde");
            }
            assertThat(engine.connections()).isEqualTo(1);
        }
    }

    @Test
    void answersWithoutABodyLeaveTheConnection() throws Exception {
        Script script = line -> {
            line.answer("HTTP/1.1 204 No Content\r\n\r\n");
            line.answer("HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n");
            line.answer("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n");
            line.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            line.answer(OK);
        };
        try (var engine = new ScriptedEngine(directory, script);
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            assertThat(text(http.execute(get("/204")))).isEmpty();
            assertThat(text(http.execute(get("/304")))).isEmpty();
            assertThat(text(http.execute(
                            Request.builder().method("HEAD").path("/head").build())))
                    .isEmpty();
            assertThat(text(http.execute(get("/0")))).isEmpty();
            assertThat(text(http.execute(get("/x")))).isEqualTo("hi");
            assertThat(engine.connections()).isEqualTo(1);
        }
    }

    @Test
    void aBodyWithoutLengthEndsWithTheConnection() throws Exception {
        Script stream = line -> line.answer("HTTP/1.1 200 OK\r\n\r\nall of it").hangUp();
        try (var engine = new ScriptedEngine(directory, stream, line -> line.answer(OK));
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            assertThat(text(http.execute(get("/x")))).isEqualTo("all of it");
            assertThat(text(http.execute(get("/x")))).isEqualTo("hi");
            assertThat(engine.connections()).isEqualTo(2);
        }
    }

    @Test
    void anEngineThatWillCloseIsNotAskedAgainOnThatConnection() throws Exception {
        Script closing = line -> {
            line.answer("HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 2\r\n\r\nhi");
            line.answer(OK);
        };
        Script old = line -> {
            line.answer("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi");
            line.answer(OK);
        };
        try (var engine = new ScriptedEngine(directory, closing, old, line -> line.answer(OK));
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            for (int i = 0; i < 3; i++) {
                assertThat(text(http.execute(get("/x")))).isEqualTo("hi");
            }
            assertThat(engine.connections()).isEqualTo(3);
        }
    }

    @Test
    void aParserThatStopsAtTheLastBracketStillLeavesTheConnection() throws Exception {
        Script script = line -> {
            line.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n");
            line.answer(OK);
        };
        try (var engine = new ScriptedEngine(directory, script);
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            try (Response response = http.execute(get("/x"))) {
                assertThat(response.getBody().readNBytes(2)).asString().isEqualTo("[]");
            }
            assertThat(text(http.execute(get("/y")))).isEqualTo("hi");
            assertThat(engine.connections()).isEqualTo(1);
        }
    }

    @Test
    void manyThreadsEachGetTheirOwnAnswer() throws Exception {
        Script echo = line -> {
            while (true) {
                String target = line.hear().replaceAll("(?s)^GET ([^ ]+) .*", "$1");
                line.say("HTTP/1.1 200 OK\r\nContent-Length: " + target.length() + "\r\n\r\n" + target);
            }
        };
        Script[] echoes = new Script[32];
        java.util.Arrays.fill(echoes, echo);
        try (var engine = new ScriptedEngine(directory, echoes);
                var http =
                        ChannelHttpClient.builder(engine.dialer()).mostIdle(32).build()) {
            List<CompletableFuture<List<String>>> threads = new ArrayList<>();
            for (int thread = 0; thread < 16; thread++) {
                String prefix = "/" + thread + "/";
                threads.add(CompletableFuture.supplyAsync(() -> IntStream.range(0, 50)
                        .mapToObj(i -> text(http.execute(get(prefix + i))))
                        .toList()));
            }
            for (int thread = 0; thread < 16; thread++) {
                String prefix = "/" + thread + "/";
                assertThat(threads.get(thread).get())
                        .isEqualTo(
                                IntStream.range(0, 50).mapToObj(i -> prefix + i).toList());
            }
        }
    }

    @Test
    void whatWouldBreakTheMessageIsRefusedUnsaid() throws Exception {
        try (var engine = new ScriptedEngine(directory);
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            var split = Request.builder()
                    .method("GET")
                    .path("/x")
                    .putHeader("X-Registry-Auth", "secret\r\nEvil: 1")
                    .build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> http.execute(split))
                    .withMessage("a header with characters that HTTP does not allow there");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> http.execute(get("/x HTTP/1.1\r\nEvil: 1")))
                    .withMessage("a method or path with characters that HTTP does not allow there");
            var framing = Request.builder()
                    .method("GET")
                    .path("/x")
                    .putHeader("Transfer-Encoding", "chunked")
                    .build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> http.execute(framing))
                    .withMessage("the header transfer-encoding is the transport's own");
            assertThat(engine.connections()).isZero();
        }
    }

    /** Lines with their ends, and the empty one. */
    static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    static Request get(String path) {
        return Request.builder().method(Request.Method.GET).path(path).build();
    }

    static Request post(String path) {
        return Request.builder().method(Request.Method.POST).path(path).build();
    }

    static String text(Response response) {
        try (response) {
            return new String(response.getBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
