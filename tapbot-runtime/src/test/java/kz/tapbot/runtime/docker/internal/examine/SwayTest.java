package kz.tapbot.runtime.docker.internal.examine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What makes a container rule over its server, as an engine shows it; engines for tests need not be able to give all of it. */
class SwayTest {

    private static Sway sway(String host, String... sources) {
        StringBuilder mounts = new StringBuilder();
        for (String source : sources) {
            mounts.append(mounts.isEmpty() ? "" : ",")
                    .append("{\"Type\":\"bind\",\"Source\":\"%s\"}".formatted(source));
        }
        try {
            return Sway.of(
                    new ObjectMapper().readTree("{\"HostConfig\":{%s},\"Mounts\":[%s]}".formatted(host, mounts)),
                    Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void a_privileged_container_has_it_and_one_of_its_own_has_none() {
        assertThat(sway("\"Privileged\":true,\"NetworkMode\":\"shop\",\"PidMode\":\"\"")
                        .rights())
                .containsExactly("privileged");
        assertThat(sway("\"Privileged\":false,\"NetworkMode\":\"container:host\",\"PidMode\":\"container:1\"")
                        .isNone())
                .isTrue();
    }

    @Test
    void a_path_counts_however_it_is_written_and_one_beside_it_does_not() {
        assertThat(sway("", "/var/run/docker.sock", "/run/../run//docker.sock", "/var/../", "/var/lib/docker/")
                        .mounts())
                .isEqualTo(List.of(
                        "mounts /run/docker.sock", "mounts /run/docker.sock", "mounts /", "mounts /var/lib/docker"));
        assertThat(sway("", "/etc/localtime", "/var/log", "/srv", "/rooted", "/run/shop.sock", "root")
                        .isNone())
                .isTrue();
    }
}
