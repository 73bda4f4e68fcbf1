package kz.tapbot.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.util.List;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.docker.http.DockerClients;
import org.junit.jupiter.api.Test;

/** What every test of the lab relies on. */
@OnEngine
class LabTest {

    private static final List<String> ALL = List.of(
            "postgres:16.9",
            "redis:7.4.1",
            "caddy:2.6.2",
            "tapbot-lab/pebble:test",
            "directus/directus:10.10.0",
            "dpage/pgadmin4:9.9",
            "portainer/portainer-ce:2.33.3-alpine",
            "docker.n8n.io/n8nio/n8n:1.121.3",
            "qdrant/qdrant:v1.15.5",
            "amir20/dozzle:v8.14.6",
            "traefik:v3.6.1",
            "tapbot-lab/page:1.0.0");

    @Test
    void everything_that_stands_in_for_something_is_built_once() {
        try (Lab lab = Lab.open()) {
            lab.images(ALL);
            List<String> first = ids(lab);
            assertThat(lab.images(ALL)).isSameAs(lab);
            assertThat(ids(lab)).isEqualTo(first);
        }
    }

    @Test
    void what_a_killed_test_left_is_gone_when_the_next_one_begins() throws IOException {
        try (Lab lab = Lab.open()) {
            lab.images(List.of("tapbot-lab/page:1.0.0"));
        }
        try (DockerClient killed = DockerClients.connect(EngineForTests.dialer())) {
            killed.createContainerCmd("tapbot-lab/page:1.0.0")
                    .withName("left-by-a-killed-test")
                    .exec();
        }
        try (Lab lab = Lab.open()) {
            assertThat(lab.client().listContainersCmd().withShowAll(true).exec())
                    .extracting(container -> container.getNames()[0])
                    .doesNotContain("/left-by-a-killed-test");
        }
    }

    @Test
    void nothing_stands_in_for_what_the_lab_does_not_know() {
        try (Lab lab = Lab.open()) {
            assertThatThrownBy(() -> lab.images(List.of("mysql:8.4.0")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("mysql:8.4.0");
        }
    }

    private static List<String> ids(Lab lab) {
        return ALL.stream()
                .map(name -> lab.client().inspectImageCmd(name).exec().getId())
                .toList();
    }
}
