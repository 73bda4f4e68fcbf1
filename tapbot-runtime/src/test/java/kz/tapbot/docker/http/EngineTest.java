package kz.tapbot.docker.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import kz.tapbot.docker.EngineForTests;
import kz.tapbot.docker.OnEngine;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** docker-java over this transport against a real engine. */
@OnEngine
@Timeout(120)
class EngineTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String IMAGE = "debian:bookworm";
    private static final String LABEL = "tapbot-transport-test";

    private final String mark = UUID.randomUUID().toString();
    private DockerClient docker;

    /** The way to the engine, a new one each time. */
    Dialer dialer() {
        return EngineForTests.dialer();
    }

    @BeforeEach
    void connect() throws Exception {
        docker = DockerClients.connect(ChannelHttpClient.builder(dialer()).responseLimit(LIMIT));
        try {
            docker.inspectImageCmd(IMAGE).exec();
        } catch (NotFoundException e) {
            docker.pullImageCmd(IMAGE).start().awaitCompletion();
        }
    }

    @AfterEach
    void clean() throws Exception {
        if (docker == null) {
            return;
        }
        try (DockerClient client = docker) {
            for (var container : client.listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(Map.of(LABEL, mark))
                    .exec()) {
                client.removeContainerCmd(container.getId()).withForce(true).exec();
            }
        }
    }

    @Test
    void theNewestCommonVersionIsSpoken() throws Exception {
        RemoteApiVersion newest =
                RemoteApiVersion.parseConfig(docker.versionCmd().exec().getApiVersion());
        try (ChannelHttpClient http = ChannelHttpClient.builder(dialer()).build()) {
            assertThat(DockerClients.negotiate(http))
                    .isEqualTo(
                            newest.isGreater(RemoteApiVersion.VERSION_1_44) ? RemoteApiVersion.VERSION_1_44 : newest);
        }
    }

    @Test
    void theEndOfInputReachesAnAttachedProcess() throws Exception {
        String container = running("sleep", "600");
        String exec = docker.execCreateCmd(container)
                .withCmd("wc", "-c")
                .withAttachStdin(true)
                .withAttachStdout(true)
                .exec()
                .getId();
        Output output = new Output();
        docker.execStartCmd(exec)
                .withStdIn(new ByteArrayInputStream(new byte[300_000]))
                .exec(output)
                .awaitCompletion();
        assertThat(output.text()).isEqualTo("300000\n");
        assertThat(docker.inspectExecCmd(exec).exec().getExitCodeLong()).isZero();
    }

    @Test
    void inputAndOutputOfAContainerRunAtTheSameTime() throws Exception {
        String container = docker.createContainerCmd(IMAGE)
                .withCmd("cat")
                .withLabels(Map.of(LABEL, mark))
                .withStdinOpen(true)
                .withStdInOnce(true)
                .exec()
                .getId();
        byte[] data = new byte[2_000_000];
        Arrays.fill(data, (byte) 'x');
        Output output = new Output();
        var attached = docker.attachContainerCmd(container)
                .withStdOut(true)
                .withFollowStream(true)
                .withStdIn(new ByteArrayInputStream(data))
                .exec(output);
        assertThat(attached.awaitStarted(20, TimeUnit.SECONDS)).isTrue();
        docker.startContainerCmd(container).exec();
        attached.awaitCompletion();
        assertThat(output.text()).hasSize(data.length);
    }

    @Test
    void waitAndFollowBeginAtOnceAndThenHaveNoLimit() throws Exception {
        try (DockerClient hasty =
                DockerClients.connect(ChannelHttpClient.builder(dialer()).responseLimit(Duration.ofSeconds(2)))) {
            String container = running("sh", "-c", "sleep 4; echo end");
            Output logs = new Output();
            var following = hasty.logContainerCmd(container)
                    .withStdOut(true)
                    .withFollowStream(true)
                    .exec(logs);
            assertThat(hasty.waitContainerCmd(container)
                            .exec(new WaitContainerResultCallback())
                            .awaitStatusCode())
                    .isZero();
            following.awaitCompletion();
            assertThat(logs.text()).isEqualTo("end\n");
        }
    }

    @Test
    void aFollowedStreamEndsWhenItIsClosed() throws Exception {
        String container = running("sh", "-c", "while :; do echo x; done");
        Output logs = new Output();
        var following = docker.logContainerCmd(container)
                .withStdOut(true)
                .withFollowStream(true)
                .exec(logs);
        assertThat(following.awaitStarted(20, TimeUnit.SECONDS)).isTrue();
        following.close();
        assertThat(following.awaitCompletion(20, TimeUnit.SECONDS)).isTrue();
        assertThat(docker.pingCmd().exec()).isNull();
    }

    @Test
    void archivesStreamUpAndDown() throws Exception {
        String container = running("sleep", "600");
        byte[] data = new byte[5_000_000];
        new Random(1).nextBytes(data);
        docker.copyArchiveToContainerCmd(container)
                .withRemotePath("/tmp")
                .withTarInputStream(new ByteArrayInputStream(tar(data)))
                .exec();
        try (var tar = new TarArchiveInputStream(
                docker.copyArchiveFromContainerCmd(container, "/tmp/data").exec())) {
            assertThat(tar.getNextEntry().getName()).isEqualTo("data");
            assertThat(tar.readAllBytes()).isEqualTo(data);
        }
    }

    @Test
    void imagesStreamUpAndDown() throws Exception {
        String image = "tapbot-transport-test:" + mark;
        Request imported = Request.builder()
                .method("POST")
                .path("/images/create?fromSrc=-&repo=tapbot-transport-test&tag=" + mark)
                .body(new ByteArrayInputStream(tar(new byte[3_000_000])))
                .build();
        try (ChannelHttpClient http = ChannelHttpClient.builder(dialer()).build();
                Response response = http.execute(imported)) {
            assertThat(response.getStatusCode()).isEqualTo(200);
            assertThat(response.getBody().readAllBytes()).asString().contains("sha256:");
        }
        try (InputStream saved = docker.saveImageCmd(image).exec()) {
            var loaded = docker.loadImageAsyncCmd(saved).start();
            assertThat(loaded.awaitMessage()).contains("Loaded image: " + image);
        } finally {
            docker.removeImageCmd(image).exec();
        }
    }

    @Test
    void whatTheEngineRefusesIsSaidInItsWords() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> docker.inspectContainerCmd("tapbot-none-such").exec())
                .withMessageContaining("No such container: tapbot-none-such");
    }

    private String running(String... command) {
        String id = docker.createContainerCmd(IMAGE)
                .withCmd(command)
                .withLabels(Map.of(LABEL, mark))
                .exec()
                .getId();
        docker.startContainerCmd(id).exec();
        return id;
    }

    private static byte[] tar(byte[] data) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            var entry = new TarArchiveEntry("data");
            entry.setSize(data.length);
            tar.putArchiveEntry(entry);
            tar.write(data);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    /** Collects frames; their arrays are docker-java's own and used again for the next. */
    private static final class Output extends ResultCallback.Adapter<Frame> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void onNext(Frame frame) {
            bytes.writeBytes(frame.getPayload());
        }

        String text() {
            return bytes.toString(UTF_8);
        }
    }
}
