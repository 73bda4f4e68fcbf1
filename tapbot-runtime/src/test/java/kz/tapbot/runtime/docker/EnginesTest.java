package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.runtime.spi.UnreachableException;
import org.junit.jupiter.api.Test;

class EnginesTest {

    private static final Server APP = server("app");
    private static final Server DATA = server("data");

    @Test
    void one_address_is_the_engine_of_one_server_only() {
        Function<Server, Dialer> engines = Engines.at("unix:///run/a.sock");
        assertThat(engines.apply(APP).name()).isEqualTo("unix:///run/a.sock");
        assertThat(engines.apply(APP).name()).isEqualTo("unix:///run/a.sock");
        assertThatThrownBy(() -> engines.apply(DATA))
                .isInstanceOf(UnreachableException.class)
                .hasMessage(
                        "The engine unix:///run/a.sock is taken for server app, and there is no other for server data. "
                                + "Say where each is: --runtime docker:app=unix:///path,data=unix:///path");
    }

    @Test
    void every_server_can_have_an_engine_of_its_own() {
        Function<Server, Dialer> engines = Engines.at("app=unix:///run/a.sock,data=tcp://127.0.0.1:2375");
        assertThat(engines.apply(APP).name()).isEqualTo("unix:///run/a.sock");
        assertThat(engines.apply(DATA).name()).isEqualTo("tcp://127.0.0.1:2375");
        assertThatThrownBy(() -> engines.apply(server("other")))
                .hasMessage("Nobody said where the engine of server other is: --runtime docker:other=unix:///path");
    }

    @Test
    void what_cannot_be_read_is_refused() {
        for (String bad : new String[] {"", "app", "http://x", "app=", "app=unix:///a,data", "App=unix:///a", "a b"}) {
            assertThatThrownBy(() -> Engines.at(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Engines.at("app=unix:///a,app=unix:///b")).hasMessage("server app has two engines");
    }

    private static Server server(String name) {
        return Server.builder()
                .name(ServerName.of(name))
                .host(HostAddress.of("203.0.113.10"))
                .build();
    }
}
