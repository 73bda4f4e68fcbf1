package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.server.SshAccess;
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

    @Test
    void an_engine_behind_ssh_is_reached_as_its_address_or_else_the_topology_says() {
        Function<Server, Dialer> engines = Engines.at(
                "app=ssh://deploy@198.51.100.7:2222/run/other.sock?key=/home/me/.ssh/id,data=ssh://[2001:db8::1]?agent=/run/agent");
        assertThat(engines.apply(APP).name()).isEqualTo("ssh://deploy@198.51.100.7:2222/run/other.sock");
        assertThat(engines.apply(DATA).name()).isEqualTo("ssh://root@[2001:db8::1]:22/var/run/docker.sock");

        Server declared = Server.builder()
                .from(APP)
                .ssh(SshAccess.builder().user("ops").port(2200).build())
                .build();
        Function<Server, Dialer> all = Engines.at("ssh?key=/home/me/.ssh/id");
        assertThat(all.apply(declared).name()).isEqualTo("ssh://ops@203.0.113.10:2200/var/run/docker.sock");
        assertThat(all.apply(DATA).name()).isEqualTo("ssh://root@203.0.113.10:22/var/run/docker.sock");
        assertThat(all.apply(APP)).isNotSameAs(all.apply(APP));
        assertThat(Engines.at("ssh://h/run/a.sock?key=/k").apply(APP).name()).isEqualTo("ssh://root@h:22/run/a.sock");

        for (String bad : new String[] {
            "ssh:",
            "ssh:///a?key=/k",
            "ssh?k=/k",
            "ssh?key=k",
            "ssh://a:b@h/s?key=/k",
            "ssh://h/s#x?key=/k",
            "ssh://h/s?key=/k#x"
        }) {
            assertThatThrownBy(() -> Engines.at(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void tls_needs_a_folder_with_all_three_files() {
        assertThatThrownBy(() -> Engines.at("tcp://h:2376?tls=/nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("?tls=/nowhere needs ca.pem, cert.pem and key.pem there: ");
        for (String bad :
                new String[] {"tcp://h:2376?tls=a", "tcp://h?tls=/a", "unix:///a?tls=/a", "tcp://h:2376?x=/a"}) {
            assertThatThrownBy(() -> Engines.at(bad))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("engine " + bad + " is not tcp://host:port?tls=/folder");
        }
    }

    private static Server server(String name) {
        return Server.builder()
                .name(ServerName.of(name))
                .host(HostAddress.of("203.0.113.10"))
                .build();
    }
}
