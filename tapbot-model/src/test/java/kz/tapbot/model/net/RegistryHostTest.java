package kz.tapbot.model.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.value.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which registry an image comes from is read as engines read it. */
class RegistryHostTest {

    @ParameterizedTest
    @CsvSource({
        "nginx:1.29.3, docker.io",
        "grafana/grafana:11.0.0, docker.io",
        "docker.io/grafana/grafana:11.0.0, docker.io",
        "index.docker.io/library/nginx:1.29.3, docker.io",
        "registry-1.docker.io/library/nginx:1.29.3, docker.io",
        "ghcr.io/acme/bot:1.0.0, ghcr.io",
        "registry.example.com:5000/bot:1.0.0, registry.example.com:5000",
        "localhost/bot:1.0.0, localhost",
        "-.-/bot:1.0.0, -.-"
    })
    void an_image_comes_from_the_registry_that_its_name_begins_with(String image, String registry) {
        assertThat(Image.of(image).registry()).hasToString(registry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ghcr.io",
                "ghcr.io/acme",
                "ghcr",
                "GHCR.io",
                "ghcr.io:",
                "[::1]:5000",
                "",
                "a b.c",
                "ghcr.io\n"
            })
    void what_no_reference_can_begin_with_is_refused(String text) {
        assertThatThrownBy(() -> RegistryHost.of(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(
                        "A registry is the host that references to its images begin with, for example ghcr.io or"
                                + " registry.example.com:5000, without https:// and path; ");
    }

    @Test
    void docker_hub_is_known_by_one_name() {
        assertThatThrownBy(() -> RegistryHost.of("hub.docker.com"))
                .hasMessageContaining(
                        "hub.docker.com is Docker Hub, which references to images call docker.io. Write docker.io.");
    }

    @Test
    void a_user_with_a_colon_is_refused_as_it_would_end_the_name() {
        RegistryLogin.Builder login =
                RegistryLogin.builder().registry(RegistryHost.DOCKER_HUB).password(SecretName.of("token"));
        assertThatThrownBy(() -> login.user("acme:admin").build()).hasMessageContaining("A registry user has no colon");
    }
}
