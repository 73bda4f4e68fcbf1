package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.PushResponseItem;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.tapbot.docker.OnOwnEngine;
import kz.tapbot.docker.OwnEngine;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.Address;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import kz.tapbot.runtime.docker.FaultyRegistry.Fault;
import kz.tapbot.runtime.event.RuntimeEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real registry fails in every way it can while images are pulled: all pulls come before the first change, so that nothing is changed then. */
@OnOwnEngine(needs = "docker-registry")
class RegistryFaultTest {

    private static final String APP = "shop/app";
    private static final Address APP_ADDRESS = Address.parse("container:box/app");

    @TempDir
    Path folder;

    private FaultyRegistry registry;
    private OwnEngine engine;
    private DockerClient client;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() throws Exception {
        registry = new FaultyRegistry(folder);
        engine = OwnEngine.beside("--max-download-attempts", "1");
        client = DockerClients.connect(engine.dialer());
        engine.give(SmallShop.REPOSITORY, "1.0.0");
        runtime = SmallShop.runtime(engine.dialer());
    }

    @AfterEach
    void end() throws Exception {
        client.close();
        engine.close();
        registry.close();
    }

    @Test
    void whatever_a_registry_does_nothing_is_changed_until_all_images_are_there() throws Exception {
        String digest = push("1.0.0");
        String name = registry.faulty(APP);
        unchanged(Image.of(name + ":9.9.9"), Fault.NONE, "", "manifest for " + name + ":9.9.9 not found");
        Image pinned = Image.of(name + ":1.0.0@" + digest);
        unchanged(pinned, Fault.UNAVAILABLE, "/manifests/", "503 Service Unavailable");
        unchanged(
                pinned,
                Fault.FOR_AN_HOUR,
                "/manifests/",
                "toomanyrequests",
                "; the registry asks to wait 3600 s, and a run waits three times and 60 s at most: run it again after that time.");
        unchanged(pinned, Fault.FLIPPED, "/manifests/", "manifest verification failed for digest " + digest);
        unchanged(pinned, Fault.FLIPPED, "/blobs/", "verification failed");
        unchanged(pinned, Fault.CUT, "/blobs/", "unexpected EOF");

        // Busy for a second, and it says so: that is waited for.
        registry.fail(Fault.FOR_A_SECOND, "/manifests/");
        Topology shop = shop(pinned);
        List<RuntimeEvent> events = new ArrayList<>();
        ApplyOptions listening = ApplyOptions.standard().listener(events::add);
        ApplyReport report = runtime.apply(shop, listening);
        assertThat(report.isDone()).as("%s", report).isTrue();
        assertThat(events).contains(new RuntimeEvent.RegistryBusy(APP_ADDRESS, pinned.value(), Duration.ofSeconds(1)));
        assertThat(events.stream()
                        .filter(RuntimeEvent.ImageProgress.class::isInstance)
                        .map(RuntimeEvent.ImageProgress.class::cast))
                .last()
                .satisfies(last -> {
                    assertThat(last.image()).isEqualTo(pinned.value());
                    assertThat(last.bytes()).isEqualTo(last.size()).isGreaterThan(20_000);
                });
        assertThat(runtime.plan(shop).isEmpty()).as("%s", runtime.plan(shop)).isTrue();
        assertThat(client.inspectImageCmd(
                                client.inspectContainerCmd("app").exec().getImageId())
                        .exec()
                        .getRepoDigests())
                .contains(name + "@" + digest);

        // Whoever moves the tag, and even if the registry is gone, what is pinned and there is used.
        client.removeContainerCmd("app").withForce(true).exec();
        registry.fail(Fault.UNAVAILABLE, "");
        ApplyReport again = runtime.apply(shop, ApplyOptions.standard());
        assertThat(again.isDone()).as("%s", again).isTrue();
    }

    private void unchanged(Image image, Fault fault, String where, String... expected) {
        registry.fail(fault, where);
        ApplyReport report = runtime.apply(shop(image), ApplyOptions.standard());
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        assertThat(report.toString())
                .as("%s %s", fault, where)
                .contains("Pulling " + image + " failed: ")
                .contains(expected);
        TreeSet<String> there = new TreeSet<>();
        client.listContainersCmd().withShowAll(true).exec().forEach(one -> there.add(one.getNames()[0]));
        client.listNetworksCmd().exec().forEach(one -> there.add(one.getName()));
        assertThat(there).as("%s %s", fault, where).containsExactly("/tapbot-state", "bridge", "host", "none");
    }

    /** One service whose image is there, and one whose image is not. */
    private static Topology shop(Image image) {
        return SmallShop.of(SmallShop.service("at-hand"), SmallShop.service("app", image, "exec sleep 100000"));
    }

    /** So that the image has a layer of its own that is not packed smaller. */
    private static String random() {
        return new Random(1)
                .ints(40_000, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Gives the registry an image; its digest. */
    private String push(String tag) throws Exception {
        String name = registry.direct(APP);
        String own = client.createContainerCmd(SmallShop.REPOSITORY + ":1.0.0")
                .withCmd("sleep", "100000")
                .exec()
                .getId();
        client.copyArchiveToContainerCmd(own)
                .withRemotePath("/")
                .withTarInputStream(new ByteArrayInputStream(DockerHarness.archive("random", random())))
                .exec();
        client.commitCmd(own).withRepository(name).withTag(tag).exec();
        client.removeContainerCmd(own).exec();
        client.pushImageCmd(name)
                .withTag(tag)
                .exec(new ResultCallback.Adapter<PushResponseItem>())
                .awaitCompletion();
        String digest = client.inspectImageCmd(name + ":" + tag).exec().getRepoDigests().stream()
                .filter(one -> one.startsWith(name + "@"))
                .map(one -> one.substring(one.indexOf('@') + 1))
                .findFirst()
                .orElseThrow();
        client.removeImageCmd(name + ":" + tag).exec();
        return digest;
    }
}
