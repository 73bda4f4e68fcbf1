package kz.tapbot.validate;

import static kz.tapbot.validate.Parts.data;
import static kz.tapbot.validate.Parts.file;
import static kz.tapbot.validate.Parts.mount;
import static kz.tapbot.validate.Parts.network;
import static kz.tapbot.validate.Parts.on;
import static kz.tapbot.validate.Parts.route;
import static kz.tapbot.validate.Parts.service;
import static kz.tapbot.validate.Parts.socket;
import static kz.tapbot.validate.Parts.volume;
import static kz.tapbot.validate.TapbotEstate.at;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.host.Jail;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.name.ServerName;
import kz.tapbot.model.name.ServiceId;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.server.Server;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.service.EnvironmentValue;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.volume.Volume;

/** The second server: databases and content. */
final class DataServer {

    private DataServer() {}

    static Server server() {
        return Server.builder()
                .name(ServerName.of("data"))
                .host(HostAddress.of("203.0.113.20"))
                .size(Parts.size(8, 30))
                .ssh(Parts.ssh())
                .addAdministeredFrom(AddressSetName.of("admins"))
                .addDelegates(Parts.monitor(63))
                .addJails(Jail.of("sshd"), Jail.of("recidive"))
                .addNetworks(network("web", false, 66), network("database", true, 67))
                .addVolumes(
                        Volume.builder()
                                .from(volume("acme", 16, 69))
                                .noBackupBecause("certificates are issued again")
                                .build(),
                        volume("pgadmin", 256, 91),
                        volume("postgres", 8192, 70),
                        volume("qdrant", 4096, 85),
                        volume("uploads", 4096, 79))
                .addServices(AppServer.traefik("data", 68), postgres(), directus(), qdrant(), pgadmin(), dozzle())
                .addHostServices(Parts.webmin(8442, "webmin2.tapbot.kz", 64))
                .places(at(60))
                .build();
    }

    private static Service postgres() {
        Content role = Content.of(List.of(
                ContentPart.text("CREATE ROLE directus LOGIN PASSWORD "),
                ContentPart.secret(SecretName.of("directus-db"), SecretEncoding.SQL_LITERAL)));
        return service("postgres", "postgres:16.9", 2048, 72)
                .addTraits(Trait.DATABASE)
                .addNetworks(on("data/database"))
                .addListens(Port.tcp(5432))
                .command(Command.of("postgres", "-c", "password_encryption=scram-sha-256"))
                .putEnvironment("POSTGRES_PASSWORD_FILE", EnvironmentValue.text("/run/secrets/postgres"))
                .addFiles(file("/run/secrets/postgres", Content.secret(SecretName.of("postgres-root"))))
                .addMounts(mount("data/postgres", "/var/lib/postgresql/data"))
                .addProvisions(Provision.builder()
                        .kind("database")
                        .name("directus")
                        .probe(Command.of("psql", "-d", "directus", "-c", "SELECT 1"))
                        .create(Command.of("psql"))
                        .input(role)
                        .build())
                .addStores(data("directus", DataKind.DATABASE, Optional.of("data/postgres"), 74))
                .build();
    }

    private static Service directus() {
        return service("directus", "directus/directus:10.10.0", 1024, 82)
                .addTraits(Trait.WEB_INTERFACE)
                .addNetworks(on("data/web"), on("data/database"))
                .addListens(Port.tcp(8055))
                .putEnvironment("DB_PASSWORD_FILE", EnvironmentValue.text("/run/secrets/db"))
                .putEnvironment("ACCESS_TOKEN_TTL", EnvironmentValue.text("15m"))
                .putEnvironment("REFRESH_TOKEN_COOKIE_SECURE", EnvironmentValue.text("true"))
                .putEnvironment("KEY_FILE", EnvironmentValue.text("/run/secrets/key"))
                .addFiles(
                        file("/run/secrets/db", Content.secret(SecretName.of("directus-db"))),
                        file("/run/secrets/key", Content.secret(SecretName.of("directus-key"))))
                .addMounts(mount("data/uploads", "/directus/uploads"))
                .addNeeds(new Need(ServiceId.of("data/postgres"), true))
                .addRoutes(route("dir.tapbot.kz", 8055, "data/traefik", 84).build())
                .addStores(data("uploads", DataKind.FILES, Optional.of("data/uploads"), 82))
                .build();
    }

    private static Service qdrant() {
        Content config = Content.of(List.of(
                ContentPart.text("service:\n  api_key: "),
                ContentPart.secret(SecretName.of("qdrant-key"), SecretEncoding.JSON_STRING),
                ContentPart.text("\n")));
        return service("qdrant", "qdrant/qdrant:v1.15.4", 1024, 87)
                .addTraits(Trait.DATABASE)
                .addNetworks(on("data/database"))
                .addListens(Port.tcp(6333), Port.tcp(6334))
                .addFiles(file("/qdrant/config/local.yaml", config))
                .addMounts(mount("data/qdrant", "/qdrant/storage"))
                .addStores(data("conversations", DataKind.COLLECTION, Optional.of("data/qdrant"), 89))
                .build();
    }

    private static Service pgadmin() {
        return service("pgadmin", "dpage/pgadmin4:9.17", 384, 93)
                .addTraits(Trait.WEB_INTERFACE, Trait.ADMIN_INTERFACE)
                .addNetworks(on("data/web"), on("data/database"))
                .addListens(Port.tcp(8080))
                .putEnvironment("PGADMIN_DEFAULT_EMAIL", EnvironmentValue.text("ops@example.com"))
                .putEnvironment("PGADMIN_DEFAULT_PASSWORD_FILE", EnvironmentValue.text("/run/secrets/pgadmin"))
                .putEnvironment("PGADMIN_CONFIG_MASTER_PASSWORD_REQUIRED", EnvironmentValue.text("False"))
                .addFiles(file("/run/secrets/pgadmin", Content.secret(SecretName.of("pgadmin-login"))))
                .addMounts(mount("data/pgadmin", "/var/lib/pgadmin"))
                .addNeeds(new Need(ServiceId.of("data/postgres"), true))
                .addRoutes(route("pg.tapbot.kz", 8080, "data/traefik", 95)
                        .addOpenTo(AddressSetName.of("admins"))
                        .build())
                .addStores(data("pgadmin", DataKind.SETTINGS, Optional.of("data/pgadmin"), 93))
                .build();
    }

    private static Service dozzle() {
        return service("dozzle", "amir20/dozzle:v8.14.12", 64, 97)
                .addTraits(Trait.WEB_INTERFACE, Trait.ENGINE_ACCESS)
                .addNetworks(on("data/web"))
                .addListens(Port.tcp(8080))
                .addMounts(socket())
                .addRoutes(route("logs2.tapbot.kz", 8080, "data/traefik", 99)
                        .login(Login.byProxy("admin", SecretName.of("dozzle-login")))
                        .addOpenTo(AddressSetName.of("admins"))
                        .build())
                .build();
    }
}
