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
                        .declarable())
                .isEqualTo(List.of(
                        "mounts /run/docker.sock", "mounts /run/docker.sock", "mounts /", "mounts /var/lib/docker"));
        assertThat(sway("", "/etc/localtime", "/var/log", "/srv", "/rooted", "/run/shop.sock", "root")
                        .isNone())
                .isTrue();
    }

    @Test
    void what_lies_below_counts_where_keys_and_orders_lie_and_the_files_of_a_volume_do_not() {
        assertThat(sway("", "/root/.ssh", "/etc/cron.d/own", "/var/lib/docker/volumes/data/_data", "/proc")
                        .declarable())
                .isEqualTo(List.of(
                        "mounts /root/.ssh",
                        "mounts /etc/cron.d/own",
                        "mounts /var/lib/docker/volumes/data/_data",
                        "mounts /proc"));
        assertThat(volume("/var/lib/docker/volumes/data/_data", Map.of()).isNone())
                .isTrue();
        assertThat(volume("/var/lib/docker/volumes/data/_data", Map.of("data", "/root/keys"))
                        .declarable())
                .containsExactly("mounts /root/keys");
    }

    @Test
    void so_do_capabilities_that_make_root_and_disks() {
        assertThat(sway("\"CapAdd\":[\"CAP_SYS_ADMIN\",\"net_bind_service\",\"sys_ptrace\"]")
                        .declarable())
                .containsExactly("may SYS_ADMIN", "may SYS_PTRACE");
        assertThat(
                        sway("\"Devices\":[{\"PathOnHost\":\"/dev/sda1\"},{\"PathOnHost\":\"/dev/net/tun\"},{\"PathOnHost\":\"/dev/mem\"}]")
                                .rights())
                .containsExactly("has /dev/sda1", "has /dev/mem");
    }

    private static Sway volume(String source, Map<String, String> bound) {
        try {
            return Sway.of(
                    new ObjectMapper()
                            .readTree("{\"Mounts\":[{\"Type\":\"volume\",\"Name\":\"data\",\"Source\":\"%s\"}]}"
                                    .formatted(source)),
                    bound);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
