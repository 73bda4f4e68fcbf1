package kz.tapbot.docker.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.tapbot.docker.http.ChannelHttpClientTest.get;
import static kz.tapbot.docker.http.ChannelHttpClientTest.head;
import static kz.tapbot.docker.http.ChannelHttpClientTest.post;
import static kz.tapbot.docker.http.ChannelHttpClientTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import kz.tapbot.docker.http.ScriptedEngine.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Engines that stall, end or vanish, and callers that give up. */
@Timeout(30)
class BrokenConnectionTest {

    private static final String OK = head("HTTP/1.1 200 OK", "Content-Length: 2") + "hi";
    private static final Duration SHORT = Duration.ofMillis(150);

    @TempDir
    Path directory;

    private final CountDownLatch over = new CountDownLatch(1);

    /** One for each time that bytes are waited for. */
    private final Semaphore waiting = new Semaphore(0);

    @Test
    void anEngineThatIsNotThereIsNamed() {
        Dialer nowhere = Dialers.unix(directory.resolve("none.sock"));
        try (var http = ChannelHttpClient.builder(nowhere).build()) {
            assertThatExceptionOfType(EngineConnectionException.class)
                    .isThrownBy(() -> http.execute(get("/x")))
                    .withMessage(nowhere.name() + ": cannot be reached: No such file or directory")
                    .matches(e -> !e.mayHaveActed());
        }
    }

    @Test
    void aGetIsRepeatedWhenTheEngineHadEndedTheConnection() throws Exception {
        Script endsUnseen = line -> {
            line.answer(OK);
            line.hear();
            line.hangUp();
        };
        try (var engine = new ScriptedEngine(directory, endsUnseen, line -> line.answer(OK));
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            assertThat(text(http.execute(get("/x")))).isEqualTo("hi");
            assertThat(text(http.execute(get("/x")))).isEqualTo("hi");
            assertThat(engine.connections()).isEqualTo(2);
        }
    }

    @Test
    void aPostIsNeverRepeated() throws Exception {
        Script endsUnseen = line -> {
            line.answer(OK);
            line.hear();
            line.hangUp();
        };
        try (var engine = new ScriptedEngine(directory, endsUnseen, line -> line.answer(OK));
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            assertThat(text(http.execute(get("/x")))).isEqualTo("hi");
            assertThatExceptionOfType(EngineConnectionException.class)
                    .isThrownBy(() -> http.execute(post("/x")))
                    .withMessage(
                            engine.dialer().name() + ": POST /x: the engine ended the connection without an answer")
                    .matches(EngineConnectionException::mayHaveActed);
            assertThat(engine.connections()).isEqualTo(1);
        }
    }

    @Test
    void aGetIsNotRepeatedOnceItsAnswerHasBegun() throws Exception {
        Script endsWithin = line -> {
            line.answer(OK);
            line.answer("H").hangUp();
        };
        try (var engine = new ScriptedEngine(directory, endsWithin, line -> line.answer(OK));
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            assertThat(text(http.execute(get("/x")))).isEqualTo("hi");
            assertThatExceptionOfType(EngineConnectionException.class).isThrownBy(() -> http.execute(get("/x")));
            assertThat(engine.connections()).isEqualTo(1);
        }
    }

    @Test
    void aPostDoesNotGoOutOnAConnectionThatTheEngineHasEnded() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Script restarts = line -> {
            line.answer(OK).hangUp();
            ended.countDown();
        };
        try (var engine = new ScriptedEngine(directory, restarts, line -> line.answer(OK));
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            assertThat(text(http.execute(get("/x")))).isEqualTo("hi");
            ended.await();
            assertThat(text(http.execute(post("/x")))).isEqualTo("hi");
        }
    }

    @Test
    void anEngineThatGivesNoAnswerIsGivenUp() throws Exception {
        try (var engine = new ScriptedEngine(directory, stalling(""));
                var http = ChannelHttpClient.builder(engine.dialer())
                        .responseLimit(SHORT)
                        .build()) {
            assertThatExceptionOfType(EngineConnectionException.class)
                    .isThrownBy(() -> http.execute(get("/x")))
                    .withMessage(engine.dialer().name() + ": GET /x: the engine gave no answer for 150 ms");
        } finally {
            over.countDown();
        }
    }

    @Test
    void anEngineThatStallsWithinAnOrdinaryAnswerIsGivenUp() throws Exception {
        try (var engine =
                        new ScriptedEngine(directory, stalling(head("HTTP/1.1 200 OK", "Content-Length: 9") + "abc"));
                var http = ChannelHttpClient.builder(engine.dialer())
                        .responseLimit(SHORT)
                        .build();
                Response response = http.execute(get("/containers/json"))) {
            assertThatThrownBy(() -> response.getBody().readAllBytes())
                    .hasMessage(engine.dialer().name() + ": GET /containers/json: the engine sent nothing for 150 ms");
        } finally {
            over.countDown();
        }
    }

    @Test
    void anEngineThatTakesNoneOfABodyIsGivenUp() throws Exception {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        Request upload = Request.builder()
                .method("POST")
                .path("/images/load?quiet=1")
                .body(endless)
                .build();
        try (var engine = new ScriptedEngine(directory, line -> over.await());
                var http = ChannelHttpClient.builder(engine.dialer())
                        .responseLimit(SHORT)
                        .build()) {
            assertThatExceptionOfType(EngineConnectionException.class)
                    .isThrownBy(() -> http.execute(upload))
                    .withMessage(engine.dialer().name()
                            + ": POST /images/load: the engine took nothing of the request for 150 ms");
        } finally {
            over.countDown();
        }
    }

    @Test
    void anEngineThatRefusesABodyBeforeItsEndIsHeard() throws Exception {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        Request upload =
                Request.builder().method("PUT").path("/archive").body(endless).build();
        try (var engine = new ScriptedEngine(
                        directory,
                        line -> line.answer(head("HTTP/1.1 403 Forbidden", "Content-Length: 2") + "no")
                                .hangUp());
                var http = ChannelHttpClient.builder(engine.dialer()).build();
                Response response = http.execute(upload)) {
            assertThat(response.getStatusCode()).isEqualTo(403);
            assertThat(text(response)).isEqualTo("no");
        }
    }

    @Test
    void aBodyThatCannotBeReadIsNotEndedAsIfItWereWhole() throws Exception {
        InputStream broken = InputStream.nullInputStream();
        broken.close();
        Request upload =
                Request.builder().method("PUT").path("/archive").body(broken).build();
        try (var engine = new ScriptedEngine(directory, line -> {
                    line.hear();
                    line.hearAll();
                });
                var http = ChannelHttpClient.builder(engine.dialer()).build()) {
            assertThatExceptionOfType(EngineConnectionException.class)
                    .isThrownBy(() -> http.execute(upload))
                    .withMessage(engine.dialer().name() + ": PUT /archive: the body to send cannot be read")
                    .withStackTraceContaining("Stream closed");
            assertThat(engine.nextHeard()).startsWith("PUT /archive");
            assertThat(engine.nextHeard()).isEmpty();
        }
    }

    @Test
    void closingAnAnswerEndsItsReaderAndTheConnectionAtOnce() throws Exception {
        try (var engine = new ScriptedEngine(directory, line -> {
                    line.answer(head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked") + "1\r\nx\r\n");
                    line.hearAll();
                });
                var http = ChannelHttpClient.builder(new WatchedDialer(engine.dialer(), waiting))
                        .build()) {
            Response response = http.execute(get("/containers/x/logs?follow=1"));
            assertThat(response.getBody().read()).isEqualTo('x');
            CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
                try {
                    return response.getBody().read();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            waiting.acquire(2);
            response.close();
            engine.nextHeard();
            assertThat(engine.nextHeard()).as("all that came after the request").isEmpty();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(reader::get)
                    .withMessageContaining(engine.dialer().name()
                            + ": GET /containers/x/logs: the answer was closed while it was read");
        }
    }

    @Test
    void theEndOfInputReachesTheEngineAndItsOutputIsStillRead() throws Exception {
        for (String answer : new String[] {
            head("HTTP/1.1 101 UPGRADED", "Connection: Upgrade", "Upgrade: tcp"),
            head("HTTP/1.1 200 OK", "Content-Type: application/vnd.docker.raw-stream")
        }) {
            Path own = java.nio.file.Files.createTempDirectory(directory, "e");
            Request attach = Request.builder()
                    .method("POST")
                    .path("/exec/x/start")
                    .bodyBytes("{}".getBytes(UTF_8))
                    .hijackedInput(new ByteArrayInputStream("input".getBytes(UTF_8)))
                    .build();
            try (var engine = new ScriptedEngine(own, line -> {
                        line.hear();
                        line.hear(2);
                        line.say(answer + "first,");
                        line.say(line.hearAll()).hangUp();
                    });
                    var http = ChannelHttpClient.builder(engine.dialer()).build();
                    Response response = http.execute(attach)) {
                assertThat(response.getStatusCode()).isEqualTo(200);
                assertThat(text(response)).isEqualTo("first,input");
                assertThat(engine.nextHeard()).endsWith("\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n");
            }
        }
    }

    @Test
    void closingTheClientEndsEverythingAndLeavesNoThread() throws Exception {
        try (var engine = new ScriptedEngine(directory, stalling(""), stalling(""))) {
            var http = ChannelHttpClient.builder(engine.dialer()).build();
            CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> http.execute(get("/x")));
            engine.nextHeard();
            http.close();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(waiting::get)
                    .withMessageContaining(engine.dialer().name() + ": GET /x: the client was closed");
            assertThatExceptionOfType(EngineConnectionException.class)
                    .isThrownBy(() -> http.execute(get("/x")))
                    .withMessage(engine.dialer().name() + ": cannot be reached: the client was closed");
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().endsWith(engine.dialer().name())) {
                    thread.join(10_000);
                    assertThat(thread.isAlive()).as(thread.getName()).isFalse();
                }
            }
        } finally {
            over.countDown();
        }
    }

    /** Hears a request, says this, and then nothing more. */
    private Script stalling(String answer) {
        return line -> {
            line.answer(answer);
            over.await();
        };
    }

    /** Tells when somebody begins to wait for bytes. */
    private record WatchedDialer(Dialer dialer, Semaphore waiting) implements Dialer {

        @Override
        public Duplex open(Duration limit) throws IOException {
            return new WatchedDuplex(dialer.open(limit), waiting);
        }

        @Override
        public String name() {
            return dialer.name();
        }
    }

    private record WatchedDuplex(Duplex duplex, Semaphore waiting) implements Duplex {

        @Override
        public InputStream in() {
            return new FilterInputStream(duplex.in()) {
                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    waiting.release();
                    return super.read(bytes, offset, length);
                }
            };
        }

        @Override
        public OutputStream out() {
            return duplex.out();
        }

        @Override
        public void closeOutput() throws IOException {
            duplex.closeOutput();
        }

        @Override
        public boolean isOpen() {
            return duplex.isOpen();
        }

        @Override
        public void close() {
            duplex.close();
        }
    }
}
