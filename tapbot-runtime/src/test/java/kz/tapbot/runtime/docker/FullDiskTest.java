package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import kz.tapbot.docker.OnOwnEngine;
import kz.tapbot.docker.OwnEngine;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.model.Topology;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The disk of an engine's data is full to the last byte: it is said, what serves goes on serving, and when there is room the next run goes on. */
@OnOwnEngine
class FullDiskTest {

    private static final Topology OLD = SmallShop.of(SmallShop.service("page"));
    private static final Topology NEW = SmallShop.of(Service.builder()
            .from(SmallShop.service("page"))
            .image(Image.of(SmallShop.REPOSITORY + ":1.1.0"))
            .build());

    private Path folder;
    private OwnEngine engine;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() throws Exception {
        folder = Files.createTempDirectory("own-engine");
        Path data = Files.createDirectory(folder.resolve("data"));
        run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", data.toString());
        engine = OwnEngine.at(folder);
        engine.give(SmallShop.REPOSITORY, "1.0.0", "1.1.0");
        runtime = SmallShop.runtime(engine.dialer());
        assertThat(runtime.apply(OLD, ApplyOptions.standard()).isDone()).isTrue();
    }

    @AfterEach
    void end() throws IOException {
        engine.close();
    }

    @Test
    void what_serves_goes_on_serving_and_the_next_run_goes_on_when_there_is_room() throws Exception {
        String serving = life();
        Path filler = folder.resolve("data/filler");
        fill(filler);
        ApplyReport report = runtime.apply(NEW, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isFalse();
        assertThat(report.toString())
                .containsAnyOf(
                        "no space left on device. The disk of the engine's data is full",
                        "the disk of the engine's data may be full");
        assertThat(life()).isEqualTo(serving);
        assertThat(runtime.status(OLD).allReached()).isTrue();

        Files.delete(filler);
        assertThat(runtime.apply(NEW, ApplyOptions.standard()).isDone()).isTrue();
        assertThat(runtime.plan(NEW).isEmpty()).as("%s", runtime.plan(NEW)).isTrue();
        assertThat(life()).isNotEqualTo(serving);
    }

    private static void fill(Path file) throws IOException {
        byte[] bytes = new byte[1 << 16];
        Arrays.fill(bytes, (byte) 'x');
        try (var out = Files.newOutputStream(file)) {
            for (int size = bytes.length; size > 0; ) {
                try {
                    out.write(bytes, 0, size);
                } catch (IOException full) {
                    size /= 2;
                }
            }
        }
    }

    private String life() throws IOException {
        try (DockerClient client = DockerClients.connect(engine.dialer())) {
            var page = client.inspectContainerCmd("page").exec();
            return page.getId() + " " + page.getState().getStartedAt() + " "
                    + page.getState().getRunning();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
