package kz.tapbot.runtime.docker.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.net.RegistryHost;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.spi.OperationFailedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real registry is asked: the program {@code docker-registry}, where it is installed. It has to be where an engine is required. */
class RegistryTest {

    private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private @Nullable Process registry;
    private int port;

    @BeforeEach
    void begin() throws Exception {
        Optional<Path> program = program();
        boolean required = Boolean.getBoolean("tapbot.engine.required");
        assumeTrue(program.isPresent() || required, "no docker-registry is installed");
        port = freePort();
        Path config = folder.resolve("config.yml");
        Files.writeString(config, """
                version: 0.1
                log: {level: error}
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: 127.0.0.1:%d}
                """.formatted(folder.resolve("data"), port));
        registry = new ProcessBuilder(program.orElseThrow().toString(), "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        for (int i = 0; i < 200 && !answers(); i++) {
            Thread.sleep(50);
        }
        assertThat(answers()).isTrue();
    }

    @AfterEach
    void end() throws InterruptedException {
        if (registry != null) {
            registry.destroy();
            registry.waitFor();
        }
    }

    @Test
    void all_tags_are_listed_over_several_pages() throws Exception {
        for (String tag : List.of("1.0.0", "1.1.0", "2.0.0-alpine")) {
            push("shop/page", tag);
        }
        assertThat(Registry.tags(image("shop/page"), Optional.empty()))
                .containsExactly("1.0.0", "1.1.0", "2.0.0-alpine");
    }

    @Test
    void no_thread_stays_behind() throws Exception {
        push("shop/page", "1.0.0");
        // Those that other tests left, whose servers keep a connection open that they were asked to close.
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Registry.tags(image("shop/page"), Optional.empty());
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("Keep-Alive") || name.startsWith("HttpClient"));
    }

    @Test
    void an_image_that_is_not_there_and_a_registry_that_does_not_answer_are_told() {
        assertThatThrownBy(() -> Registry.tags(image("shop/nothing"), Optional.empty()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("The registry 127.0.0.1:" + port
                        + " cannot be asked for the tags of shop/nothing: IOException, it answers with status 404.");
        assertThatThrownBy(() -> Registry.tags(Image.of("127.0.0.1:1/shop/page:1.0.0"), Optional.empty()))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageStartingWith("The registry 127.0.0.1:1 cannot be asked for the tags of shop/page: ");
    }

    @Test
    void names_are_read_as_engines_read_them() {
        assertThat(Repository.of(Image.of("nginx:1.29.3")).toString())
                .contains("registry-1.docker.io", "library/nginx");
        assertThat(Repository.of(Image.of("grafana/grafana:11.0.0")).path()).isEqualTo("grafana/grafana");
        assertThat(Repository.of(Image.of("ghcr.io/acme/bot:1.0.0")))
                .isEqualTo(new Repository(RegistryHost.of("ghcr.io"), URI.create("https://ghcr.io"), "acme/bot"));
    }

    private Image image(String name) {
        return Image.of("127.0.0.1:" + port + "/" + name + ":1.0.0");
    }

    private void push(String name, String tag) throws Exception {
        byte[] config = "{}".getBytes(StandardCharsets.UTF_8);
        String digest = "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(config));
        HttpURLConnection begun = send("POST", uri("/v2/" + name + "/blobs/uploads/"), "", new byte[0]);
        String place = begun.getHeaderField("Location");
        send("PUT", URI.create(place + "&digest=" + digest), "application/octet-stream", config);
        String manifest = """
                {"schemaVersion": 2, "mediaType": "%s",
                 "config": {"mediaType": "application/vnd.docker.container.image.v1+json", "size": 2, "digest": "%s"},
                 "layers": []}
                """.formatted(MANIFEST, digest);
        HttpURLConnection put = send(
                "PUT", uri("/v2/" + name + "/manifests/" + tag), MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
        assertThat(put.getResponseCode()).isEqualTo(201);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static HttpURLConnection send(String method, URI uri, String type, byte[] body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", type);
        connection.setRequestProperty("Connection", "close");
        connection.getOutputStream().write(body);
        connection.getResponseCode();
        return connection;
    }

    private boolean answers() {
        try {
            return Answer.get(uri("/v2/"), Optional.empty()).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> program() {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            Path program = Path.of(directory, "docker-registry");
            if (Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }
}
