package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Ulimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.tapbot.docker.OnOwnEngine;
import kz.tapbot.docker.OwnEngine;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.model.Topology;
import kz.tapbot.model.service.Limits;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.UlimitKind;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import org.junit.jupiter.api.Test;

/** Limits of the kernel, on an engine that has a default of its own for some of them and writes it into every container. */
@OnOwnEngine
class DockerUlimitsTest {

    private static final kz.tapbot.model.service.Ulimit FILES =
            new kz.tapbot.model.service.Ulimit(UlimitKind.NOFILE, 512, 1024);
    private static final kz.tapbot.model.service.Ulimit CORE = kz.tapbot.model.service.Ulimit.of(UlimitKind.CORE, 0);

    @Test
    void they_hold_in_the_container_and_what_the_engine_adds_of_its_own_is_no_change() throws Exception {
        try (OwnEngine engine =
                        OwnEngine.start("--default-ulimit", "nofile=2048:4096", "--default-ulimit", "nproc=300");
                DockerClient client = DockerClients.connect(engine.dialer())) {
            engine.give(SmallShop.REPOSITORY, "1.0.0");
            TapbotRuntime runtime = SmallShop.runtime(engine.dialer());

            isApplied(runtime, SmallShop.of(limited(FILES, CORE)));
            assertThat(limit(client, "Max open files")).containsExactly("512", "1024");
            assertThat(limit(client, "Max core file size")).containsExactly("0", "0");
            assertThat(limit(client, "Max processes")).containsExactly("300", "300");

            Topology plain = SmallShop.of(limited(CORE));
            assertThat(runtime.plan(plain).toString()).contains("ulimit nofile: \"512:1024\" → (none)");
            isApplied(runtime, plain);
            assertThat(limit(client, "Max open files")).containsExactly("2048", "4096");
            isApplied(runtime, SmallShop.of(limited()));
            assertThat(shown(client)).extracting(Ulimit::getName).contains("nofile", "nproc");
        }
    }

    private static Service limited(kz.tapbot.model.service.Ulimit... limits) {
        return Service.builder()
                .from(SmallShop.service("keen"))
                .limits(Limits.builder().addUlimits(limits).build())
                .build();
    }

    private static void isApplied(TapbotRuntime runtime, Topology topology) {
        ApplyReport report = runtime.apply(topology, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(runtime.plan(topology).isEmpty())
                .as("%s", runtime.plan(topology))
                .isTrue();
    }

    private static List<Ulimit> shown(DockerClient client) {
        Ulimit[] all = inspected(client).getHostConfig().getUlimits();
        return List.of(Optional.ofNullable(all).orElse(new Ulimit[0]));
    }

    /** What the kernel says of the container's first process: soft and hard. */
    private static List<String> limit(DockerClient client, String name) throws IOException {
        Long pid = inspected(client).getState().getPidLong();
        return Files.readAllLines(Path.of("/proc/" + pid + "/limits")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip().split(" +"))
                .map(words -> List.of(words[0], words[1]))
                .findFirst()
                .orElseThrow();
    }

    private static InspectContainerResponse inspected(DockerClient client) {
        return client.inspectContainerCmd("keen").exec();
    }
}
