package kz.tapbot.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.service.Capability;
import kz.tapbot.model.service.Confinement;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.RestartPolicy;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.HostPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of services in containers. */
class ServicesFindingsTest {

    @Test
    void a_circle_of_needs_is_told_step_by_step() {
        assertThat(Judged.findings(Change.service(
                        "data/postgres", s -> s.addNeeds(new Need(ServiceId.of("data/directus"), false)))))
                .isEqualTo("""
                error TB2301  Services wait for each other
                  at service:data/directus
                  These services wait for each other, so none of them would ever start:
                      service:data/directus needs service:data/postgres (TapbotKz.java:82)
                      service:data/postgres needs service:data/directus (TapbotKz.java:72)
                  Remove one of these needs: a service that tries again by itself need not wait for the other.
                  declared at (TapbotKz.java:82)""");
    }

    @Test
    void a_service_that_needs_itself_is_told() {
        assertThat(Judged.findings(Change.service(
                        "data/postgres", s -> s.addNeeds(new Need(ServiceId.of("data/postgres"), false)))))
                .isEqualTo("""
                error TB2302  Service needs itself
                  at service:data/postgres
                  service:data/postgres needs itself.
                  It would wait for its own start and so never start.
                  Remove the need.
                  declared at (TapbotKz.java:72)""");
    }

    @Test
    void a_wait_for_health_that_nobody_tells_is_told() {
        assertThat(Judged.findings(Change.service("app/redis", s -> s.healthCheck(Optional.empty()))))
                .isEqualTo("""
                error TB2303  Needed health that nobody tells
                  at service:app/n8n
                  service:app/n8n waits until service:app/redis is healthy, which has no health check and so never is.
                  It would wait in vain, and the apply would fail after its time.
                  Give service:app/redis a check by a command that its image really has, or need only that it has started:
                      .healthCheck(h -> h.command("redis-cli", "-e", "ping"))
                  declared at (TapbotKz.java:48)""");
    }

    @Test
    void a_routed_service_without_a_check_is_told() {
        assertThat(Judged.findings(Change.service("data/directus", s -> s.healthCheck(Optional.empty()))))
                .isEqualTo("""
                warning TB2304  Routed service without a health check
                  at service:data/directus
                  service:data/directus is served at dir.tapbot.kz and has no health check.
                  An update could not see that the new version fails, and would take the old one away from its visitors.
                  Give it a check by a command that its image really has:
                      .healthCheck(h -> h.command("wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8055/"))
                  declared at (TapbotKz.java:82)""");
    }

    @Test
    void a_moving_tag_is_told() {
        assertThat(Judged.findings(Change.service("data/postgres", s -> s.image(Image.of("postgres:16-alpine")))))
                .isEqualTo("""
                warning TB2305  Image tag that moves
                  at service:data/postgres
                  service:data/postgres runs postgres:16-alpine, and the tag 16-alpine is moved to each new version.
                  What runs would then change by itself, at a time that nobody chose, and two servers could run two versions.
                  Name the exact version, or pin the image by its digest:
                      Image.of("postgres:1.2.3")
                  declared at (TapbotKz.java:72)""");
    }

    @Test
    void a_capability_that_is_root_is_told() {
        assertThat(Judged.findings(Change.service(
                        "app/n8n",
                        s -> s.confinement(Confinement.builder()
                                .addAddedCapabilities(Capability.SYS_ADMIN)
                                .build()))))
                .isEqualTo("""
                error TB2306  Capability that is root
                  at service:app/n8n
                  service:app/n8n is given the capability SYS_ADMIN.
                  With it a process in the container can become root on the server; the container confines it no more.
                  Give back only what the program needs, and drop the rest:
                      .confinement(c -> c.drops(Capability.ALL).adds(Capability.NET_BIND_SERVICE))
                  declared at (TapbotKz.java:48)""");
    }

    @Test
    void a_capability_that_reaches_far_is_told() {
        assertThat(Judged.findings(Change.service(
                        "app/n8n",
                        s -> s.confinement(Confinement.builder()
                                .addAddedCapabilities(Capability.NET_ADMIN)
                                .build()))))
                .isEqualTo("""
                warning TB2307  Capability that reaches far
                  at service:app/n8n
                  service:app/n8n is given the capability NET_ADMIN.
                  With it a process in the container reaches beyond it: other processes, files or networks of the server.
                  Check that the program really needs it, and that nobody from outside reaches the program.
                  declared at (TapbotKz.java:48)""");
    }

    @Test
    void a_variable_that_no_shell_can_set_is_told() {
        assertThat(Judged.findings(
                        Change.service("app/n8n", s -> s.putEnvironment("TIME-ZONE", EnvironmentValue.text("UTC")))))
                .isEqualTo("""
                error TB2308  Environment variable's name not allowed
                  at service:app/n8n
                  service:app/n8n sets an environment variable named "TIME-ZONE".
                  A name has letters, digits, underscores and dots and begins with no digit; others are lost in a shell.
                  Correct the name:
                      .environment("TIME_ZONE", "…")
                  declared at (TapbotKz.java:48)""");
    }

    @Test
    void a_variable_that_changes_what_is_loaded_is_told() {
        assertThat(Judged.findings(
                        Change.service("app/n8n", s -> s.putEnvironment("LD_PRELOAD", EnvironmentValue.text("/x.so")))))
                .isEqualTo("""
                error TB2308  Environment variable's name not allowed
                  at service:app/n8n
                  service:app/n8n sets the environment variable LD_PRELOAD.
                  It decides which programs and libraries the container loads, and is set by the image for its own.
                  Build it into an image of your own, where it can be tested, or give the program's whole path.
                  declared at (TapbotKz.java:48)""");
    }

    @Test
    void a_proxy_with_the_engines_socket_is_told() {
        assertThat(Judged.findings(Change.service("data/traefik", s -> s.addMounts(Parts.socket()))))
                .isEqualTo("""
                error TB2309  Engine socket in a service that strangers reach
                  at service:data/traefik
                  service:data/traefik has the engine's socket, /var/run/docker.sock, and is the proxy that everybody speaks with.
                  Whoever takes over this container is root on the server; read-only makes no difference, as the API is not a file.
                  Remove the mount. Tapbot's proxy reads its routes from files and needs no socket.
                  declared at (TapbotKz.java:68)""");
    }

    @Test
    void the_socket_in_a_service_that_everybody_visits_is_told() {
        assertThat(Judged.findings(Change.service("data/directus", s -> s.addMounts(Parts.socket()))))
                .isEqualTo("""
                error TB2309  Engine socket in a service that strangers reach
                  at service:data/directus
                  service:data/directus has the engine's socket, /var/run/docker.sock, and is served to everybody at dir.tapbot.kz.
                  Whoever takes over this container is root on the server; read-only makes no difference, as the API is not a file.
                  Remove the mount. Tapbot's proxy reads its routes from files and needs no socket.
                  declared at (TapbotKz.java:82)""");
    }

    @Test
    void a_directory_of_the_server_that_a_container_can_write_to_is_told() {
        assertThat(Judged.findings(Change.service(
                        "app/n8n",
                        s -> s.addMounts(Mount.host(HostPath.of("/etc"), ContainerPath.of("/host/etc"), false)))))
                .isEqualTo("""
                error TB2310  Server's own files handed to a container
                  at service:app/n8n
                  service:app/n8n can write to /etc of its server.
                  Whoever takes over this container can change what the server runs, and so is root on it.
                  Give it a volume of its own, or mount read-only the one directory that it needs:
                      .mounts(app.volume("data"), "/host/etc")
                  declared at (TapbotKz.java:48)""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/local/sbin", "/etc/docker", "/var/spool/cron", "/var/lib/containerd", "/etc/pam.d"})
    void a_directory_that_makes_whoever_writes_it_root_is_told(String directory) {
        assertThat(Judged.findings(Change.service(
                        "app/n8n",
                        s -> s.addMounts(Mount.host(HostPath.of(directory), ContainerPath.of("/host"), false)))))
                .startsWith("error TB2310  Server's own files handed to a container");
    }

    @Test
    void a_directory_of_the_server_that_a_container_can_read_is_told() {
        assertThat(Judged.findings(Change.service(
                        "app/n8n",
                        s -> s.addMounts(Mount.host(HostPath.of("/root/.ssh"), ContainerPath.of("/ssh"), true)))))
                .isEqualTo("""
                warning TB2311  Server's own files shown to a container
                  at service:app/n8n
                  service:app/n8n can read /root/.ssh of its server.
                  Keys, password hashes and other services' data may lie there; the container can read what root can.
                  Mount only the directory that it needs, and keep it off the networks that strangers reach.
                  declared at (TapbotKz.java:48)""");
    }

    @Test
    void a_used_service_that_is_never_restarted_is_told() {
        assertThat(Judged.findings(Change.service("data/postgres", s -> s.restart(RestartPolicy.NO))))
                .isEqualTo("""
                warning TB2312  Service that stays down
                  at service:data/postgres
                  service:data/postgres is never started again by the engine.
                  After its first crash, or the next reboot of the server, it stays down until somebody notices.
                  Leave the setting away, which restarts it unless it was stopped by hand:
                      .process(p -> p.restart(RestartPolicy.UNLESS_STOPPED))
                  declared at (TapbotKz.java:72)""");
    }

    @Test
    void a_kernel_setting_that_cuts_off_containers_is_told() {
        assertThat(Judged.findings(Change.server("app", s -> s.putSysctl("net.ipv4.ip_forward", "0"))))
                .isEqualTo("""
                error TB2313  Kernel setting that cuts off containers
                  at server:app
                  server:app sets net.ipv4.ip_forward to 0 and runs containers.
                  Without forwarding no packet gets from the server's network into a container or out of it.
                  Remove the setting; the firewall is what keeps strangers out.
                  declared at (TapbotKz.java:21)""");
    }
}
