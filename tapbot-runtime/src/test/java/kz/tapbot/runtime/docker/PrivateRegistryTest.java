package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PushResponseItem;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.tapbot.docker.OnOwnEngine;
import kz.tapbot.docker.OwnEngine;
import kz.tapbot.docker.http.Dialer;
import kz.tapbot.docker.http.Dialers;
import kz.tapbot.docker.http.DockerClients;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.name.ServiceName;
import kz.tapbot.model.net.RegistryLogin;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.Canaries;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real registry gives images and lists of tags to one user only. */
@OnOwnEngine(needs = "docker-registry")
class PrivateRegistryTest {

    private static final String APP = "shop/app";
    private static final String USER = "shop-server";
    private static final String PASSWORD = "registry/Canary+7f \"quoted\"";

    @TempDir
    Path folder;

    private FaultyRegistry registry;
    private OwnEngine engine;
    private DockerClient client;
    private Image image;

    @BeforeEach
    void begin() throws Exception {
        registry = FaultyRegistry.closed(folder, USER, PASSWORD);
        engine = OwnEngine.beside("--max-download-attempts", "1");
        client = DockerClients.connect(engine.dialer());
        engine.give(SmallShop.REPOSITORY, "1.0.0");
        push("1.0.0");
        push("1.1.0");
        image = Image.of(registry.faulty(APP) + ":1.0.0");
    }

    @AfterEach
    void end() throws Exception {
        client.close();
        engine.close();
        registry.close();
    }

    @Test
    void an_image_is_pulled_and_its_tags_are_listed_with_the_declared_login_and_not_without() {
        Topology open = SmallShop.of(SmallShop.service("app", image, "exec sleep 100000"));
        ApplyReport without = runtime(engine.dialer(), PASSWORD).apply(open, ApplyOptions.standard());
        assertThat(without.outcome()).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        assertThat(without.toString()).contains("Pulling " + image + " failed: ", "no basic auth credentials");
        assertThat(newer(open, PASSWORD))
                .contains("it wants a login, and none is declared for it: .registry(\"" + image.registry()
                        + "\", user, password) in the topology says one");

        Topology shop = shop(image);
        ApplyReport wrong = runtime(engine.dialer(), "wrong-but-long-enough").apply(shop, ApplyOptions.standard());
        assertThat(wrong.outcome()).isEqualTo(Outcome.FAILED_ROLLED_BACK);
        assertThat(wrong.toString()).contains("Pulling " + image + " failed: ").doesNotContain("wrong-but");
        assertThat(newer(shop, "wrong-but-long-enough")).contains("it refuses the login of " + USER);
        assertThat(newer(shop, "")).contains("The secret registry-token has no usable value. ");
        assertThat(client.listContainersCmd().withShowAll(true).exec())
                .allSatisfy(one -> assertThat(one.getNames()).containsExactly("/tapbot-state"));

        TapbotRuntime runtime = runtime(engine.dialer(), PASSWORD);
        ApplyReport right = runtime.apply(shop, ApplyOptions.standard());
        assertThat(right.isDone()).as("%s", right).isTrue();
        assertThat(runtime.plan(shop).isEmpty()).isTrue();
        assertThat(newer(shop, PASSWORD)).contains("1.1.0");
    }

    @Test
    void the_password_is_in_no_log_and_stays_nowhere() throws Exception {
        Canaries canaries = new Canaries();
        canaries.add("password", PASSWORD);
        canaries.add("login", USER + ":" + PASSWORD);
        ChildJvm loud = ChildJvm.run(
                Puller.class,
                List.of("-Dslf4j.provider=" + LoudLogging.class.getName()),
                engine.uri().toString(),
                image.value());
        assertThat(loud.said()).contains("DEBUG com.github.dockerjava", "pull image " + image, "done: true");
        assertThat(canaries.in(loud.said())).isEmpty();
        assertThat(canaries.in(DockerHarness.everythingShown(client))).isEmpty();
        assertThat(canaries.in(
                        runtime(engine.dialer(), PASSWORD).observe(shop(image)).toString()))
                .isEmpty();
    }

    /** Applies the shop, and says what it shows. */
    static final class Puller {

        private Puller() {}

        public static void main(String[] args) {
            TapbotRuntime runtime = runtime(Dialers.at(URI.create(args[0])), PASSWORD);
            Topology shop = shop(Image.of(args[1]));
            System.out.println(runtime.plan(shop).changes());
            ApplyReport report =
                    runtime.apply(shop, ApplyOptions.standard().listener(event -> System.out.println(event)));
            System.out.println(report + " done: " + report.isDone());
            System.out.println(newer(runtime, shop));
            System.exit(0);
        }
    }

    private static Topology shop(Image image) {
        SecretName token = SecretName.of("registry-token");
        Topology open = SmallShop.of(SmallShop.service("app", image, "exec sleep 100000"));
        return Topology.builder()
                .from(open)
                .addSecrets(SecretDeclaration.builder()
                        .name(token)
                        .source(SecretSource.environment("REGISTRY_TOKEN"))
                        .build())
                .addRegistryLogins(RegistryLogin.builder()
                        .registry(image.registry())
                        .user(USER)
                        .password(token)
                        .build())
                .build();
    }

    private static TapbotRuntime runtime(Dialer dialer, String password) {
        return TapbotRuntime.builder()
                .driver(new DockerDriver((Function<Server, Dialer>) any -> dialer))
                .environment(Map.of("REGISTRY_TOKEN", password)::get)
                .who("tester@here")
                .build();
    }

    private String newer(Topology topology, String password) {
        return newer(runtime(engine.dialer(), password), topology);
    }

    private static String newer(TapbotRuntime runtime, Topology topology) {
        ServiceId app = new ServiceId(ServerName.of("box"), ServiceName.of("app"));
        return runtime.daily().newerImages(topology, List.of(app)).toString();
    }

    private void push(String tag) throws Exception {
        String name = registry.direct(APP);
        client.tagImageCmd(SmallShop.REPOSITORY + ":1.0.0", name, tag).exec();
        client.pushImageCmd(name)
                .withTag(tag)
                .withAuthConfig(new AuthConfig().withUsername(USER).withPassword(PASSWORD))
                .exec(new ResultCallback.Adapter<PushResponseItem>())
                .awaitCompletion();
        client.removeImageCmd(name + ":" + tag).exec();
    }
}
