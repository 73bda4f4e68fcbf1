package kz.tapbot.docker.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import kz.tapbot.docker.http.ChannelHttpClient;
import kz.tapbot.docker.http.EngineConnectionException;
import kz.tapbot.ssh.FaultyLink;
import kz.tapbot.ssh.FaultyLink.Fault;
import kz.tapbot.ssh.OnSshd;
import kz.tapbot.ssh.SshLimits;
import kz.tapbot.ssh.SshServerForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Links that break at many places: nothing hangs, the reason is told, and what may have been done is not done again. */
@OnSshd
@Timeout(300)
class BrokenLinkTest {

    private static final SshLimits SHORT = new SshLimits(
            Duration.ofSeconds(6),
            Duration.ofSeconds(6),
            Duration.ofSeconds(6),
            Duration.ofSeconds(3),
            Duration.ofSeconds(1),
            3);

    @TempDir
    static Path directory;

    private static SshServerForTests server;
    private static CountingEngine engine;

    @BeforeAll
    static void start() throws IOException {
        server = SshServerForTests.start();
        engine = new CountingEngine(directory.resolve("engine.sock"));
    }

    @AfterAll
    static void stop() throws IOException {
        engine.close();
        server.close();
    }

    private static SshDialer over(FaultyLink link) {
        return SshDialer.to(
                server.target().port(link.port()).limits(SHORT), engine.socket().toString());
    }

    private static ChannelHttpClient client(SshDialer dialer) {
        return ChannelHttpClient.builder(dialer)
                .responseLimit(Duration.ofSeconds(6))
                .build();
    }

    private static void post(ChannelHttpClient http) throws IOException {
        try (Response response = http.execute(Request.builder()
                .method(Request.Method.POST)
                .path("/containers/a/start")
                .build())) {
            assertThat(response.getBody().readAllBytes()).isNotEmpty();
        }
    }

    /** Everything that a login and one POST send, and then some. */
    private static long measured() throws IOException {
        try (FaultyLink link = FaultyLink.whole(server.port());
                SshDialer dialer = over(link);
                ChannelHttpClient http = client(dialer)) {
            post(http);
            return link.sent();
        }
    }

    private static List<Callable<String>> breaks(Fault fault, long upTo, int places) {
        List<Callable<String>> all = new ArrayList<>();
        for (boolean toServer : new boolean[] {true, false}) {
            for (int i = 0; i < places; i++) {
                long after = upTo * i / places;
                all.add(() -> broken(fault, toServer, after));
            }
        }
        return all;
    }

    /** One try over a link that breaks there; the result is what is wrong with how it ended. */
    private static String broken(Fault fault, boolean toServer, long after) throws Exception {
        String where = fault + (toServer ? " to" : " from") + " the server after " + after + ": ";
        Path own = directory.resolve("engine-" + fault + toServer + after);
        try (FaultyLink link = new FaultyLink(server.port(), toServer, after, fault);
                CountingEngine counting = new CountingEngine(own);
                SshDialer dialer =
                        SshDialer.to(server.target().port(link.port()).limits(SHORT), own.toString());
                ChannelHttpClient http = client(dialer)) {
            try {
                post(http);
                post(http);
            } catch (EngineConnectionException e) {
                if (e.getMessage() == null
                        || !e.getMessage().matches("ssh://\\S+: \\S.*\\S")
                        || e.getMessage().contains("null")) {
                    return where + e.getMessage();
                }
                return counting.posts() > 2 ? where + counting.posts() + " posts" : "";
            } catch (IOException e) {
                return e.getMessage() == null ? where + e : "";
            }
            return counting.posts() == 2 ? "" : where + counting.posts() + " posts without an error";
        }
    }

    private static void allEndWell(List<Callable<String>> tries) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<String> wrong = new ArrayList<>();
            for (Future<String> each : pool.invokeAll(tries, 200, TimeUnit.SECONDS)) {
                assertThat(each.isCancelled()).as("one hangs").isFalse();
                if (!each.get().isEmpty()) {
                    wrong.add(each.get());
                }
            }
            assertThat(wrong).isEmpty();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_link_that_is_reset_anywhere_between_hello_and_answer_is_an_error_at_once_and_nothing_is_repeated()
            throws Exception {
        allEndWell(breaks(Fault.RESET, measured(), 30));
    }

    @Test
    void a_link_that_goes_silent_anywhere_is_an_error_within_the_limits() throws Exception {
        allEndWell(breaks(Fault.STALL, measured(), 12));
    }

    @Test
    void a_link_of_which_one_direction_ends_is_an_error_too() throws Exception {
        allEndWell(breaks(Fault.HALF_CLOSE, measured(), 12));
    }

    /** A tar that never ends. */
    private static final class Endless extends InputStream {

        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return length;
        }
    }

    private static void upload(ChannelHttpClient http) throws IOException {
        try (Response response = http.execute(Request.builder()
                .method(Request.Method.PUT)
                .path("/containers/a/archive")
                .body(new Endless())
                .build())) {
            response.getBody().readAllBytes();
        }
    }

    @Test
    void an_upload_over_a_link_that_is_cut_fails_at_once() throws Exception {
        try (FaultyLink link = new FaultyLink(server.port(), true, 5_000_000, Fault.RESET);
                SshDialer dialer = over(link);
                ChannelHttpClient http = client(dialer)) {
            assertThatThrownBy(() -> upload(http))
                    .isInstanceOf(EngineConnectionException.class)
                    .hasMessageStartingWith(dialer.name() + ": PUT /containers/a/archive: ")
                    .hasNoSuppressedExceptions();
        }
    }

    @Test
    void an_upload_over_a_link_that_goes_silent_fails_when_a_write_takes_too_long() throws Exception {
        try (FaultyLink link = new FaultyLink(server.port(), true, 5_000_000, Fault.STALL);
                SshDialer dialer = over(link);
                ChannelHttpClient http = ChannelHttpClient.builder(dialer)
                        .responseLimit(Duration.ZERO)
                        .build()) {
            assertThatThrownBy(() -> upload(http))
                    .isInstanceOf(EngineConnectionException.class)
                    .hasMessageStartingWith(dialer.name() + ": PUT /containers/a/archive: ");
        }
    }

    @Test
    void a_stream_over_a_link_that_goes_silent_fails_when_nobody_answers() throws Exception {
        try (FaultyLink link = FaultyLink.whole(server.port());
                SshDialer dialer = over(link);
                ChannelHttpClient http = client(dialer);
                Response events = http.execute(Request.builder()
                        .method(Request.Method.GET)
                        .path("/events")
                        .build())) {
            assertThat(events.getBody().read()).isEqualTo('{');
            link.stallFromNowOn();

            assertThatThrownBy(() -> events.getBody().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Did not receive any keep-alive response for 3 seconds");
        }
    }
}
