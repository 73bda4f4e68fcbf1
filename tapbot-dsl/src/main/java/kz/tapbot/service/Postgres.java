package kz.tapbot.service;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.dsl.Setting;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.DataSize;

/**
 * PostgreSQL in its official image. It is reached on its networks only: there is no way to publish it. Passwords are asked from the first
 * second (scram-sha-256), and {@code listen_addresses} is always written.
 *
 * @see <a href="https://hub.docker.com/_/postgres">the image</a>
 */
@SpeaksForCaller
public final class Postgres implements ServiceDefinition<PostgresRef> {

    static final int PORT = 5432;

    private static final String CONFIG = "/etc/postgresql/postgresql.conf";
    private static final String PASSWORD = "/run/secrets/postgres-password";

    private final Basics basics;
    private final Optional<PostgresTuning> tuning;
    private final Optional<Secret> superuser;
    private final boolean sized;

    private Postgres(Basics basics, Optional<PostgresTuning> tuning, Optional<Secret> superuser, boolean sized) {
        this.basics = basics;
        this.tuning = tuning;
        this.superuser = superuser;
        this.sized = sized;
    }

    /**
     * PostgreSQL of a minor version such as {@code 16.9}, or of a variant such as {@code 16.9-alpine}.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if the version moves, such as {@code 16}
     */
    public static Placing<Postgres> version(String version) {
        Version exact = Version.of("Postgres", version, 2, "16.9");
        Basics basics = Basics.of("postgres", exact, "postgres:" + exact.text(), DataSize.mib(512));
        return (first, more) -> new Postgres(basics.on(first, more), Optional.empty(), Optional.empty(), false);
    }

    /** Takes the image from elsewhere, such as a mirror, or pins it by its digest. */
    public Postgres image(Image image) {
        return new Postgres(basics.image(image), tuning, superuser, sized);
    }

    /** Says the most memory; 512 MiB if not said, or what the tuning asks for. */
    public Postgres memory(DataSize most) {
        return new Postgres(basics.memory(most), tuning, superuser, true);
    }

    /** Says the server's settings. */
    public Postgres tuned(Consumer<? super PostgresTuning> settings) {
        PostgresTuning said = Setting.scope(new PostgresTuning(), settings);
        return new Postgres(basics, Optional.of(said), superuser, sized);
    }

    /** Says the password of the superuser {@code postgres}; generated if not said. */
    public Postgres superuserPassword(Secret password) {
        return new Postgres(basics, tuning, Optional.of(password), sized);
    }

    @Override
    public PostgresRef declare(Declaration on) {
        String name = on.name(basics.kind());
        PostgresTuning settings = tuning.orElseGet(PostgresTuning::new);
        VolumeRef volume = on.volume(name + "-data", v -> {});
        Secret password = Basics.secretOr(superuser, on, name, "superuser");
        Basics sizedBasics =
                sized ? basics : settings.memory().map(basics::memory).orElse(basics);
        ContainerRef container = sizedBasics.declare(on, name, PORT, c -> container(c, settings, volume, password));
        settings.report(on);
        return new PostgresRef(on, container, volume, basics.network());
    }

    /**
     * The password file is read by root, before the server becomes its own user; the configuration is read by that user, 999 in the Debian
     * image and 70 in the Alpine one, so all may read it. From version 18 on the volume lies one directory higher (docker-library/postgres,
     * {@code 18/bookworm/Dockerfile}).
     */
    private void container(ContainerSpec c, PostgresTuning settings, VolumeRef volume, Secret password) {
        String data = basics.version().major() >= 18 ? "/var/lib/postgresql" : "/var/lib/postgresql/data";
        c.role(role -> role.is(Trait.DATABASE))
                .listens(Port.tcp(PORT))
                .environment("POSTGRES_PASSWORD_FILE", PASSWORD)
                .environment("POSTGRES_INITDB_ARGS", "--data-checksums")
                .mounts(volume, data)
                .storage(storage ->
                        storage.secretFile(PASSWORD, password, 0).file(CONFIG, file -> file.text(settings.render())))
                .process(process -> process.command("postgres", "-c", "config_file=" + CONFIG)
                        .stopGrace(Duration.ofSeconds(90)));
        // Over TCP: while the first start prepares the data, a server without network answers on the socket already.
        c.healthCheck(check -> check.command(
                        "pg_isready", "-q", "-h", "127.0.0.1", "-p", "5432", "-U", "postgres", "-d", "postgres")
                .startPeriod(Duration.ofMinutes(1)));
    }
}
