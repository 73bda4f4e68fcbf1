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
import kz.tapbot.model.name.OutsideApiName;
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
import kz.tapbot.model.service.Need;
import kz.tapbot.model.service.Publication;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.volume.Volume;

/** The first server: the hub of automation. */
final class AppServer {

    private AppServer() {}

    static Server server() {
        return Server.builder()
                .name(ServerName.of("app"))
                .host(HostAddress.of("203.0.113.10"))
                .size(Parts.size(4, 10))
                .ssh(Parts.ssh())
                .addAdministeredFrom(AddressSetName.of("admins"))
                .addDelegates(Parts.monitor(25))
                .addJails(Jail.of("sshd"))
                .addNetworks(network("web", false, 28), network("queue", true, 29))
                .addVolumes(
                        Volume.builder()
                                .from(volume("acme", 16, 31))
                                .noBackupBecause("certificates are issued again")
                                .build(),
                        volume("n8n", 2048, 46),
                        volume("portainer", 256, 35),
                        volume("redis", 512, 42))
                .addServices(traefik("app", 30), portainer("app", "docker1.tapbot.kz", 37), redis(), n8n())
                .addHostServices(Parts.webmin(8441, "webmin1.tapbot.kz", 26))
                .places(at(21))
                .build();
    }

    static Service traefik(String server, int line) {
        return service("traefik", "traefik:3.6.1", 128, line)
                .addTraits(Trait.PROXY)
                .addNetworks(on(server + "/web"))
                .addListens(Port.tcp(80), Port.tcp(443))
                .addPublications(Publication.open(Port.tcp(80)), Publication.open(Port.tcp(443)))
                .addMounts(mount(server + "/acme", "/acme"))
                .addFiles(file("/etc/traefik/traefik.yml", Content.text("ping: {}\n")))
                .build();
    }

    static Service portainer(String server, String host, int line) {
        return service("portainer", "portainer/portainer-ce:2.27.9-alpine", 256, line)
                .addTraits(Trait.WEB_INTERFACE, Trait.ADMIN_INTERFACE, Trait.ENGINE_ACCESS)
                .addNetworks(on(server + "/web"))
                .addListens(Port.tcp(9000))
                .command(Command.of("--admin-password-file", "/run/secrets/portainer"))
                .addFiles(file("/run/secrets/portainer", Content.secret(SecretName.of("portainer-login"))))
                .addMounts(mount(server + "/portainer", "/data"), socket())
                .addRoutes(route(host, 9000, server + "/traefik", line + 1)
                        .addOpenTo(AddressSetName.of("admins"))
                        .build())
                .addStores(data("portainer", DataKind.SETTINGS, Optional.of(server + "/portainer"), line))
                .build();
    }

    private static Service redis() {
        Content config = Content.of(List.of(
                ContentPart.text("appendonly yes\nrequirepass "),
                ContentPart.secret(SecretName.of("redis-password"), SecretEncoding.RAW),
                ContentPart.text("\nmaxmemory 256mb\n")));
        return service("redis", "redis:7.4.11-alpine", 384, 44)
                .addTraits(Trait.DATABASE)
                .addNetworks(on("app/queue"))
                .addListens(Port.tcp(6379))
                .addFiles(file("/usr/local/etc/redis/redis.conf", config))
                .addMounts(mount("app/redis", "/data"))
                .addStores(data("queue", DataKind.KEY_VALUE, Optional.of("app/redis"), 44))
                .build();
    }

    private static Service n8n() {
        return service("n8n", "docker.n8n.io/n8nio/n8n:1.123.0", 1024, 48)
                .addTraits(Trait.WEB_INTERFACE)
                .addNetworks(on("app/web"), on("app/queue"))
                .addListens(Port.tcp(5678))
                .putEnvironment("N8N_ENCRYPTION_KEY_FILE", EnvironmentValue.text("/run/secrets/n8n"))
                .putEnvironment("N8N_SECURE_COOKIE", EnvironmentValue.text("true"))
                .putEnvironment("WEBHOOK_URL", EnvironmentValue.text("https://n8n.tapbot.kz/"))
                .addFiles(file("/run/secrets/n8n", Content.secret(SecretName.of("n8n-key"))))
                .addMounts(mount("app/n8n", "/home/node/.n8n"))
                .addNeeds(new Need(ServiceId.of("app/redis"), true), new Need(ServiceId.of("data/postgres"), true))
                .addCalls(OutsideApiName.of("telegram"))
                .addRoutes(route("n8n.tapbot.kz", 5678, "app/traefik", 50).build())
                .addStores(data("workflows", DataKind.FILES, Optional.of("app/n8n"), 48))
                .build();
    }
}
