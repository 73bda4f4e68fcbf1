package kz.tapbot.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.tapbot.dsl.AddressSetRef;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.DataRef;
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
 * pgAdmin 4 in its vendor's image. It asks for a login from the first second; since it rules over databases, it is served for an address list
 * only.
 *
 * @see <a href="https://www.pgadmin.org/docs/pgadmin4/latest/container_deployment.html">pgAdmin, container deployment</a>
 */
@SpeaksForCaller
public final class PgAdmin implements ServiceDefinition<PgAdminRef> {

    /** A high port always: without new privileges the image cannot open port 80, and newer versions then choose another by themselves. */
    private static final int PORT = 5050;

    /** The user of the image, whose group is root's. */
    private static final int USER = 5050;

    private final Basics basics;
    private final EmailAddress mail;
    private final Secret password;
    private final List<Setting<PostgresRef>> known;

    private PgAdmin(Basics basics, EmailAddress mail, Secret password, List<Setting<PostgresRef>> known) {
        this.basics = basics;
        this.mail = mail;
        this.password = password;
        this.known = List.copyOf(known);
    }

    /**
     * pgAdmin of a version such as {@code 9.17}, and its first user, who is made at the first start only. The mail address is checked by
     * pgAdmin: names such as {@code admin@localhost} are refused.
     *
     * @throws kz.tapbot.model.value.InvalidValueException if the version moves
     */
    public static Placing<PgAdmin> version(String version, EmailAddress mail, Secret password) {
        Version exact = Version.of("PgAdmin", version, 2, "9.17");
        Basics basics = Basics.of("pgadmin", exact, "dpage/pgadmin4:" + exact.text(), DataSize.mib(384));
        return (first, more) -> new PgAdmin(basics.on(first, more), mail, password, List.of());
    }

    /** Takes the image from elsewhere, such as a mirror, or pins it by its digest. */
    public PgAdmin image(Image image) {
        return new PgAdmin(basics.image(image), mail, password, known);
    }

    /** Says the most memory; 384 MiB if not said. */
    public PgAdmin memory(DataSize most) {
        return new PgAdmin(basics.memory(most), mail, password, known);
    }

    /** Lists a server in the tree, and joins its network. Its password is asked for and not stored. */
    public PgAdmin knows(PostgresRef postgres) {
        List<Setting<PostgresRef>> all = new ArrayList<>(known);
        all.add(Setting.here(postgres));
        return new PgAdmin(basics, mail, password, all);
    }

    /** Serves it under a host name, for those addresses only. */
    public PgAdmin servedBy(ProxyRef proxy, HostRef host, AddressSetRef only, AddressSetRef... more) {
        return new PgAdmin(basics.served(proxy, host, Basics.walled(only, more)), mail, password, known);
    }

    /**
     * Sets an environment variable of pgAdmin, such as {@code PGADMIN_CONFIG_LOGIN_BANNER}, whose value is a Python literal with quotes of its
     * own.
     */
    public PgAdmin environment(String variable, String text) {
        return new PgAdmin(basics.say(c -> c.environment(variable, text)), mail, password, known);
    }

    @Override
    public PgAdminRef declare(Declaration on) {
        String name = on.name(basics.kind());
        VolumeRef volume = on.volume(name + "-data", v -> {});
        ContainerRef container = basics.declare(on, name, PORT, c -> {
            container(c, volume);
            servers(c);
        });
        DataRef settings = container.stores("settings", DataKind.SETTINGS, data -> data.in(volume));
        return new PgAdminRef(container, settings);
    }

    private void container(ContainerSpec c, VolumeRef volume) {
        c.role(role -> role.is(Trait.WEB_INTERFACE, Trait.ADMIN_INTERFACE))
                .listens(Port.tcp(PORT))
                .mounts(volume, "/var/lib/pgadmin")
                .environment("PGADMIN_DEFAULT_EMAIL", mail.value())
                .environment("PGADMIN_LISTEN_ADDRESS", "0.0.0.0")
                .environment("PGADMIN_LISTEN_PORT", Integer.toString(PORT))
                .environment("PGADMIN_DISABLE_POSTFIX", "1")
                .environment("PGADMIN_CONFIG_UPGRADE_CHECK_ENABLED", "False");
        if (basics.served().isPresent()) {
            c.environment("PGADMIN_CONFIG_SESSION_COOKIE_SECURE", "True");
        }
        SecretFiles.put(c, "PGADMIN_DEFAULT_PASSWORD", password, USER);
        c.healthCheck(check -> check.command("wget", "-q", "-O", "/dev/null", "http://127.0.0.1:5050/misc/ping")
                .startPeriod(Duration.ofMinutes(1)));
    }

    /** The file is read at every start, so that what is declared is what the tree shows ({@code pkg/docker/entrypoint.sh}). */
    private void servers(ContainerSpec c) {
        if (known.isEmpty()) {
            return;
        }
        StringBuilder json = new StringBuilder("{\n  \"Servers\": {");
        for (int i = 0; i < known.size(); i++) {
            PostgresRef postgres = known.get(i).value();
            String name = postgres.id().service().value();
            json.append(i == 0 ? "\n" : ",\n")
                    .append("    \"" + (i + 1) + "\": {\"Name\": \"" + name + "\", \"Group\": \"Servers\", \"Host\": \""
                            + name)
                    .append(
                            "\", \"Port\": 5432, \"MaintenanceDB\": \"postgres\", \"Username\": \"postgres\", \"SSLMode\": \"prefer\"}");
            c.apply(known.get(i), (spec, to) -> spec.joins(to.network()));
        }
        json.append("\n  }\n}\n");
        c.environment("PGADMIN_REPLACE_SERVERS_ON_STARTUP", "True")
                .storage(storage -> storage.file("/pgadmin4/servers.json", file -> file.text(json.toString())));
    }
}
