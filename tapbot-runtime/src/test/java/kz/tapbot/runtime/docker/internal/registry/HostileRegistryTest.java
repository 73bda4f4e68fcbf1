package kz.tapbot.runtime.docker.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registries that want to be asked otherwise, or mean no good. */
class HostileRegistryTest {

    private static final Credentials LOGIN = new Credentials("me", "secret word");
    private static final String LIST = "/v2/bot/tags/list";

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    HostileRegistryTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void begin() {
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void a_token_for_anybody_is_fetched_from_where_the_registry_says() {
        server.createContext(LIST, exchange -> {
            boolean known = "Bearer abc".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders()
                    .add("WWW-Authenticate", "Bearer realm=\"" + at("/token") + "\",service=\"it\"");
            answer(exchange, known ? 200 : 401, "{\"tags\": [\"1.0.0\", \"\\u001b[2J\", \"2.0.0\"]}");
        });
        server.createContext("/token", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            answer(exchange, query.equals("service=it&scope=repository:bot:pull") ? 200 : 400, "{\"token\": \"abc\"}");
        });
        assertThat(Registry.tags(image(), Optional.empty())).containsExactly("1.0.0", "2.0.0");
    }

    @Test
    void a_login_that_we_do_not_have_is_told_and_no_token_goes_astray() {
        server.createContext(LIST, exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Bearer realm=\"http://192.0.2.1/token\"");
            answer(exchange, 401, "");
        });
        refused("it wants a login, and none is declared for it: .registry(\"" + image().registry()
                + "\", user, password) in the topology says one.");
    }

    @Test
    void whoever_has_a_login_gets_a_token_for_it_and_says_the_password_nowhere_else() {
        Set<String> told = new TreeSet<>();
        server.createContext(LIST, exchange -> {
            String said = exchange.getRequestHeaders().getFirst("Authorization");
            told.add("list " + said);
            exchange.getResponseHeaders().add("WWW-Authenticate", "Bearer realm=\"" + at("/token") + "\"");
            answer(exchange, "Bearer abc".equals(said) ? 200 : 401, "{\"tags\": [\"1.0.0\"]}");
        });
        server.createContext("/token", exchange -> {
            told.add("token " + exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, 200, "{\"token\": \"abc\"}");
        });
        assertThat(Registry.tags(image(), Optional.of(LOGIN))).containsExactly("1.0.0");
        assertThat(told).containsExactly("list Bearer abc", "list null", "token Basic bWU6c2VjcmV0IHdvcmQ=");
    }

    @Test
    void a_login_that_is_refused_is_told_by_its_name_and_not_sent_where_others_can_read_it() {
        server.createContext(LIST, exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Bearer realm=\"http://192.0.2.1/token\"");
            answer(exchange, 401, "");
        });
        assertThatThrownBy(() -> Registry.tags(image(), Optional.of(LOGIN)))
                .hasMessageEndingWith("it refuses the login of me.");
        assertThat(LOGIN.toString()).isEqualTo("login of me");
    }

    @Test
    void pages_without_end_and_lists_elsewhere_are_given_up() {
        server.createContext(LIST, exchange -> {
            exchange.getResponseHeaders()
                    .add("Link", "<" + LIST + "?n=1&last=" + asked.incrementAndGet() + ">; rel=\"next\"");
            answer(exchange, 200, "{\"tags\": [\"1.0." + asked + "\"]}");
        });
        assertThat(Registry.tags(image(), Optional.empty())).hasSize(50);
        assertThat(asked.get()).isEqualTo(50);
    }

    @Test
    void what_is_no_answer_is_told() {
        server.createContext(LIST, exchange -> answer(exchange, 200, "<html>\u001b[31m"));
        assertThatThrownBy(() -> Registry.tags(image(), Optional.empty()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("cannot be asked for the tags of bot")
                .hasMessageNotContaining("\u001b");
    }

    @Test
    void a_busy_registry_is_asked_again_after_the_time_that_it_says() {
        server.createContext(LIST, exchange -> {
            boolean busy = asked.incrementAndGet() <= 2;
            if (busy) {
                exchange.getResponseHeaders()
                        .add("Retry-After", asked.get() == 1 ? "0" : "Wed, 21 Oct 2015 07:28:00 GMT");
            }
            answer(exchange, busy ? asked.get() == 1 ? 429 : 503 : 200, "{\"tags\": [\"1.0.0\"]}");
        });
        assertThat(Registry.tags(image(), Optional.empty())).containsExactly("1.0.0");
        assertThat(asked.get()).isEqualTo(3);
    }

    @Test
    void one_that_asks_for_too_much_or_too_often_is_given_up() {
        server.createContext(LIST, exchange -> {
            exchange.getResponseHeaders().add("Retry-After", asked.getAndIncrement() == 0 ? "3600" : "0");
            answer(exchange, 429, "");
        });
        refused(
                "it answers with status 429; the registry asks to wait 3600 s, and a run waits three times and 60 s at most: run"
                        + " it again after that time.");
        assertThat(asked.get()).isEqualTo(1);
        refused(
                "it answers with status 429; the registry asks to wait 0 s, and a run waits three times and 60 s at most: run"
                        + " it again after that time.");
        assertThat(asked.get()).isEqualTo(5);
    }

    @Test
    void one_that_does_not_say_how_long_is_not_waited_for() {
        server.createContext(LIST, exchange -> {
            exchange.getResponseHeaders().add("Retry-After", asked.getAndIncrement() == 0 ? "soon" : "-5");
            answer(exchange, 503, "");
        });
        refused("it answers with status 503.");
        refused("it answers with status 503.");
        assertThat(asked.get()).isEqualTo(2);
    }

    private void refused(String why) {
        assertThatThrownBy(() -> Registry.tags(image(), Optional.empty()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageEndingWith(why);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Image image() {
        return Image.of("127.0.0.1:" + server.getAddress().getPort() + "/bot:1.0.0");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
