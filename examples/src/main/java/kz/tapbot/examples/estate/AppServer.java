package kz.tapbot.examples.estate;

import static kz.tapbot.model.value.Cpus.cpus;
import static kz.tapbot.model.value.DataSize.gib;
import static kz.tapbot.model.value.DataSize.mib;

import java.util.List;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.StoredDataRef;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;
import kz.tapbot.service.N8n;
import kz.tapbot.service.N8nRef;
import kz.tapbot.service.Portainer;
import kz.tapbot.service.Redis;
import kz.tapbot.service.Traefik;
import kz.tapbot.service.Webmin;

/**
 * The first server: workflows.
 *
 * @param server the machine
 * @param n8n the workflows
 * @param precious what must be saved
 */
record AppServer(ServerRef server, N8nRef n8n, List<StoredDataRef> precious) {

    static AppServer declare(TopologySpec t, Shared shared) {
        var app = t.server("app", HostAddress.of("203.0.113.10"), s -> {
            shared.asEveryServer(s);
            Shared.rented(s, 554, 250);
            s.size(cpus(2), gib(4), gib(10))
                    .ssh(ssh -> ssh.hostKey("SHA256:appappappappappappappappappappappappappappa")
                            .keysOnly());
        });
        var web = app.network("web", n -> n.subnet("172.30.10.0/24"));
        var memory = app.network("memory", n -> n.internal().subnet("172.30.11.0/24"));

        var proxy = app.run(Traefik.version(shared.versions().traefik())
                .on(web)
                .certificatesFrom(shared.acme())
                .memory(mib(256)));
        var redis = app.run(Redis.version("7.4.1").on(memory));
        var n8n = app.run(N8n.version(shared.versions().n8n())
                .on(web, memory)
                .memory(mib(1536))
                .encryptionKey(Secret.generated("n8n-encryption-key"))
                .servedBy(proxy, shared.zone().host("n8n"), shared.admins())
                .webhooksServedBy(proxy, shared.zone().host("bot")));
        var portainer = app.run(Portainer.version("2.33.3")
                .on(web)
                .withEngineAccess("one place to look at containers; only administrators reach it")
                .servedBy(proxy, shared.zone().host("docker1"), shared.admins()));
        app.run(Webmin.port(8441, shared.admins()).host(shared.zone().host("webmin1")));

        app.container(
                "vault",
                Image.of("vaultwarden/server:1.34.3"),
                c -> c.joins(web).listens(Port.tcp(80)).role(r -> r.planned()));
        return new AppServer(app, n8n, List.of(n8n.data(), redis.keys(), portainer.settings()));
    }
}
