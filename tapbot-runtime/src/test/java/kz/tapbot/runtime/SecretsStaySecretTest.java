package kz.tapbot.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.tapbot.model.Topology;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.secret.SecretDeclaration;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.secret.SecretSource;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.ContainerFile;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.ContainerPath;
import kz.tapbot.model.value.FileMode;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.apply.PlanRefusedException;
import kz.tapbot.runtime.contract.KnownContents;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.plan.PlanJson;
import kz.tapbot.runtime.plan.PlanOptions;
import kz.tapbot.runtime.plan.PlanText;
import kz.tapbot.runtime.secret.SecretUnavailableException;
import kz.tapbot.runtime.spi.Session;
import kz.tapbot.runtime.spi.SessionContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret's value goes into what needs it, and into nothing else. */
class SecretsStaySecretTest {

    private static final String VARIABLE = "canary \"one\" from+variable/9f3c";
    private static final String FILE = "canary \"two\" from+file/71ab";
    private static final String COMMAND = "canary \"three\" from+command/c0de";
    private static final String TEXT = "canary \"four\" in+content/5e5e";

    private final Canaries canaries = new Canaries();
    private final World world = new World(Map.of("CANARY", VARIABLE));
    private final List<String> shown = new ArrayList<>();

    @TempDir
    Path files;

    @BeforeEach
    void set() throws IOException {
        canaries.add("variable", VARIABLE);
        canaries.add("file", FILE);
        canaries.add("command", COMMAND);
        canaries.add("text", TEXT);
        keep("file", FILE + "\n");
        keep("command", COMMAND + "\n");
    }

    @Test
    void no_value_is_in_anything_that_is_shown_or_kept_for_ourselves() {
        Topology topology = topology();
        show(topology);
        show(world.runtime().plan(topology));
        show(world.apply(topology));
        String generated = generated(topology);
        canaries.add("generated", generated);
        show(world.runtime().plan(topology));
        world.estate().server("data").engine().stopContainer("holder");
        world.estate().server("data").engine().removeContainer("clock");
        show(world.runtime().drift(topology));
        show(world.runtime().prove(topology));
        show(world.runtime().status(topology));
        show(world.runtime().observe(topology));
        world.estate().server("data").faults().crashing(Shop.CLOCK).neverHealthy(Shop.BOT);
        ApplyReport failed = world.tryToApply(topology);
        assertThat(failed.isDone()).isFalse();
        show(failed);
        world.estate().server("data").faults().clear();
        show(world.apply(topology));
        show(journal(topology));
        show(world.estate().fingerprint());
        show(world.tryToDestroy(topology));
        show(world.events());

        assertThat(String.join("\n", shown)).contains("sql", "holder", "keyed:");
        assertThat(shown).allSatisfy(text -> assertThat(canaries.in(text)).isEmpty());
    }

    @Test
    void a_value_is_where_it_was_declared_to_be() {
        world.apply(topology());
        assertThat(world.estate().server("data").engine().environment("holder")).containsEntry("TOKEN", VARIABLE);
    }

    @Test
    void a_secret_without_a_value_is_told_before_anything_is_performed() {
        World bare = new World(Map.of());
        assertThat(refusal(bare)).hasMessage("""
                        Topology "shop" has 1 error

                        error TB5301  Secret has no value
                          at secret:variable
                          It is read from the environment variable CANARY, which is not set. Set it for this run only, without leaving it in your shell's history:
                              read -rs CANARY && export CANARY""");
    }

    @Test
    void an_empty_value_is_told() {
        assertThat(refusal(new World(Map.of("CANARY", ""))))
                .hasMessageContaining("environment variable CANARY, which is empty");
    }

    @Test
    void a_value_that_is_too_long_is_told() {
        assertThat(refusal(new World(Map.of("CANARY", VARIABLE.repeat(3_000)))))
                .hasMessageContaining("It has more than 65536 characters, which no key or password has.");
    }

    @Test
    void a_file_that_is_too_long_is_told() throws IOException {
        keep("file", FILE.repeat(3_000));
        assertThat(refusal(world)).hasMessageContaining("at secret:file");
    }

    @Test
    void a_line_break_that_would_end_a_line_of_a_file_is_told() {
        assertThat(refusal(new World(Map.of("CANARY", VARIABLE + "\nrename-command CONFIG \"\""))))
                .hasMessageContaining("It holds a line break, and is written into a line of a file");
    }

    private Throwable refusal(World refusing) {
        Throwable thrown = catchThrowable(() -> refusing.tryToApply(topology()));
        assertThat(thrown).isInstanceOfAny(SecretUnavailableException.class, PlanRefusedException.class);
        assertThat(refusing.estate().recorder().operations()).isZero();
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertThat(canaries.in(trace + " " + thrown)).isEmpty();
        return thrown;
    }

    private void show(Plan plan) {
        shown.add(PlanText.render(plan));
        shown.add(PlanJson.write(plan, PlanOptions.STANDARD));
        shown.add(plan.changes().toString());
    }

    private void show(Object text) {
        if (text instanceof Topology topology) {
            shown.add(topology.secrets().toString());
        } else {
            shown.add(text.toString());
        }
    }

    private String journal(Topology topology) {
        try (Session session = session(topology)) {
            return session.state().journal().toString();
        }
    }

    private String generated(Topology topology) {
        try (Session session = session(topology)) {
            return new String(session.state().secret(SecretName.of("generated")).orElseThrow());
        }
    }

    private Session session(Topology topology) {
        Server data = topology.server(Shop.DATA).orElseThrow();
        return world.estate().driver().open(data, new SessionContext(topology.name(), new KnownContents(), "test"));
    }

    private Topology topology() {
        Service holder = Shop.service("holder", kz.tapbot.model.service.Image.of("registry.example/holder:1.0.0"))
                .putEnvironment("TOKEN", EnvironmentValue.secret(SecretName.of("variable")))
                .addFiles(
                        file(
                                "/etc/line.conf",
                                ContentPart.text("requirepass "),
                                raw("variable"),
                                ContentPart.text("\n")),
                        file("/etc/file", raw("file")),
                        file(
                                "/etc/command.json",
                                ContentPart.secret(SecretName.of("command"), SecretEncoding.JSON_STRING)),
                        file(
                                "/etc/users",
                                ContentPart.text("admin:"),
                                ContentPart.secret(SecretName.of("generated"), SecretEncoding.BCRYPT)),
                        file("/etc/text", ContentPart.text(TEXT)))
                .addProvisions(Provision.builder()
                        .kind("database")
                        .name("sql")
                        .probe(Command.of("probe"))
                        .create(Command.of("create"))
                        .input(Content.of(List.of(
                                ContentPart.text("CREATE ROLE x PASSWORD "),
                                ContentPart.secret(SecretName.of("generated"), SecretEncoding.SQL_LITERAL))))
                        .build())
                .build();
        return Topology.builder()
                .from(Shop.topology(data -> data.addServices(holder)))
                .addSecrets(
                        declared("variable", SecretSource.environment("CANARY")),
                        declared("file", SecretSource.file(files.resolve("file").toString())),
                        declared(
                                "command",
                                SecretSource.command(Command.of(
                                        "/bin/cat", files.resolve("command").toString()))),
                        declared("generated", SecretSource.generated()))
                .build();
    }

    private void keep(String name, String text) throws IOException {
        Path file = files.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static ContentPart raw(String name) {
        return ContentPart.secret(SecretName.of(name), SecretEncoding.RAW);
    }

    private static ContainerFile file(String path, ContentPart... parts) {
        return new ContainerFile(
                ContainerPath.of(path), Content.of(Stream.of(parts).toList()), FileMode.OWNER_READ, 0);
    }

    private static SecretDeclaration declared(String name, SecretSource source) {
        return SecretDeclaration.builder()
                .name(SecretName.of(name))
                .source(source)
                .build();
    }
}
