package kz.tapbot.service;

import java.time.Duration;
import java.util.Optional;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.DatabaseRef;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.HostRef;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServiceDefinition;
import kz.tapbot.dsl.Setting;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.DataSize;
import kz.tapbot.model.value.EmailAddress;

/**
 * Directus in its vendor's image, stored in a PostgreSQL database. An administrator is always made at the first start: newer versions let
 * the first visitor make one otherwise, and older ones write a random password to the log. So it has a login of its own from the first second.
 *
 * @see <a href="https://docs.directus.io/self-hosted/docker-guide.html">Directus, Docker guide</a>
 */
@SpeaksForCaller
public final class Directus implements ServiceDefinition<DirectusRef> {

    private static final int PORT = 8055;

    /** The user {@code node} of the image, which it never leaves. */
    private static final int USER = 1000;

    private final Basics basics;
    private final Setting<DatabaseRef> database;
    private final Optional<Setting<Administrator>> administrator;

    private record Administrator(EmailAddress mail, Secret password) {}

    /** A Directus whose database is not known yet. */
    public static final class WithoutDatabase {

        private final Basics basics;

        private WithoutDatabase(Basics basics) {
            this.basics = basics;
        }

        /**
         * Says the database it keeps its content in; its network is joined, and it is waited for. A database of another server is reached
         * over a link that lets it.
         */
        public Directus storedIn(DatabaseRef database) {
            return new Directus(basics, Setting.here(database), Optional.empty());
        }
    }

    private Directus(Basics basics, Setting<DatabaseRef> database, Optional<Setting<Administrator>> administrator) {
        this.basics = basics;
        this.database = database;
        this.administrator = administrator;
    }

    /**
     * Directus of a version such as {@code 10.10.0}, 10 or later.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if the version moves or is older
     */
    public static Placing<WithoutDatabase> version(String version) {
        Version exact = Version.of("Directus", version, 3, "10.10.0")
                .atLeast("Directus", 10, "older ones take other settings.");
        Basics basics = Basics.of("directus", exact, "directus/directus:" + exact.text(), DataSize.mib(768));
        return (first, more) -> new WithoutDatabase(basics.on(first, more));
    }

    /** Takes the image from elsewhere, such as one of your own with extensions in it, or pins it by its digest. */
    public Directus image(Image image) {
        return new Directus(basics.image(image), database, administrator);
    }

    /** Says the most memory; 768 MiB if not said. The vendor asks for 512 MB at least. */
    public Directus memory(DataSize most) {
        return new Directus(basics.memory(most), database, administrator);
    }

    /**
     * Says the first administrator. If not said, the name is {@code admin@} and the host it is served under, and the password is
     * generated. It acts at the first start only.
     */
    public Directus administrator(EmailAddress mail, Secret password) {
        return new Directus(basics, database, Optional.of(Setting.here(new Administrator(mail, password))));
    }

    /** Serves it under a host name. Directus asks for a login itself. */
    public Directus servedBy(ProxyRef proxy, HostRef host) {
        return new Directus(basics.served(proxy, host, Access.ownLogin()), database, administrator);
    }

    /** Serves it under a host name, for those addresses only. */
    public Directus servedBy(ProxyRef proxy, HostRef host, AddressSetRef only, AddressSetRef... more) {
        return new Directus(basics.served(proxy, host, Basics.walled(only, more)), database, administrator);
    }

    /** Sets an environment variable of Directus that has nothing secret in it, such as {@code CORS_ENABLED}. */
    public Directus environment(String variable, String text) {
        return new Directus(basics.say(c -> c.environment(variable, text)), database, administrator);
    }

    /** Sets a variable of Directus to a secret by its {@code _FILE} form, such as {@code EMAIL_SMTP_PASSWORD}. */
    public Directus environment(String variable, Secret secret) {
        return new Directus(basics.say(c -> secret(c, variable, secret)), database, administrator);
    }

    @Override
    public DirectusRef declare(Declaration on) {
        String name = on.name(basics.kind());
        VolumeRef uploads = on.volume(name + "-uploads", v -> {});
        ContainerRef container = basics.declare(on, name, PORT, c -> {
            container(c, uploads);
            c.apply(database, (spec, in) -> storage(spec, on, in));
            address(c);
            secrets(c, on, name);
        });
        DataRef stored = container.stores("uploads", DataKind.FILES, data -> data.in(uploads));
        return new DirectusRef(container, stored);
    }

    private void container(ContainerSpec c, VolumeRef uploads) {
        c.role(role -> role.is(Trait.WEB_INTERFACE))
                .listens(Port.tcp(PORT))
                .mounts(uploads, "/directus/uploads")
                .environment("TELEMETRY", "false");
        c.healthCheck(check -> check.command("wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8055/server/ping")
                .startPeriod(Duration.ofMinutes(2)));
    }

    private static void storage(ContainerSpec c, Declaration on, DatabaseRef in) {
        Basics.reaches(c, on, in);
        c.environment("DB_CLIENT", "pg")
                .environment("DB_HOST", in.host())
                .environment("DB_PORT", Integer.toString(in.port().number()))
                .environment("DB_DATABASE", in.database())
                .environment("DB_USER", in.user());
        secret(c, "DB_PASSWORD", in.password());
    }

    /** One proxy stands before it; by default Directus believes any number of them ({@code IP_TRUST_PROXY}). */
    private void address(ContainerSpec c) {
        basics.served()
                .ifPresent(served -> c.environment("PUBLIC_URL", served.url())
                        .environment("IP_TRUST_PROXY", "1")
                        .environment("REFRESH_TOKEN_COOKIE_SECURE", "true")
                        .environment("SESSION_COOKIE_SECURE", "true"));
    }

    private void secrets(ContainerSpec c, Declaration on, String name) {
        if (basics.version().major() == 10) {
            secret(c, "KEY", Secret.generated(Basics.secretName(on, name, "key")));
        }
        secret(c, "SECRET", Secret.generated(Basics.secretName(on, name, "secret")));
        Setting<Administrator> first = administrator.orElseGet(() -> {
            String host =
                    basics.served().map(served -> served.host().name().value()).orElse("example.com");
            return Setting.here(new Administrator(
                    EmailAddress.of("admin@" + host), Secret.generated(Basics.secretName(on, name, "admin"))));
        });
        c.apply(first, (spec, admin) -> {
            spec.environment("ADMIN_EMAIL", admin.mail().value());
            secret(spec, "ADMIN_PASSWORD", admin.password());
        });
    }

    /** Every variable of Directus can come from a file, which is taken as it is ({@code packages/env/src/lib/create-env.ts}). */
    private static void secret(ContainerSpec c, String variable, Secret secret) {
        SecretFiles.put(c, variable, secret, USER);
    }
}
