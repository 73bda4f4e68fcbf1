package kz.tapbot.examples.estate;

import static kz.tapbot.model.value.Cpus.cpus;
import static kz.tapbot.model.value.DataSize.gib;
import static kz.tapbot.model.value.DataSize.mib;

import java.time.Duration;
import java.util.List;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.StoredDataRef;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.value.EmailAddress;
import kz.tapbot.service.Directus;
import kz.tapbot.service.DirectusRef;
import kz.tapbot.service.Distance;
import kz.tapbot.service.Dozzle;
import kz.tapbot.service.PgAdmin;
import kz.tapbot.service.Portainer;
import kz.tapbot.service.Postgres;
import kz.tapbot.service.PostgresRef;
import kz.tapbot.service.ProxyLogin;
import kz.tapbot.service.Qdrant;
import kz.tapbot.service.Traefik;
import kz.tapbot.service.Webmin;

/**
 * The second server: databases and content.
 *
 * @param server the machine
 * @param postgres the database server
 * @param directus the content
 * @param precious what must be saved
 */
record DataServer(ServerRef server, PostgresRef postgres, DirectusRef directus, List<StoredDataRef> precious) {

    private static final EmailAddress OPS = EmailAddress.of("ops@tapbot.kz");

    static DataServer declare(TopologySpec t, Shared shared) {
        var data = t.server("data", HostAddress.of("203.0.113.20"), s -> {
            shared.asEveryServer(s);
            Shared.rented(s, 714, 150);
            s.size(cpus(2), gib(8), gib(30))
                    .ssh(ssh -> ssh.hostKey("SHA256:datadatadatadatadatadatadatadatadatadatadat")
                            .keysOnly());
        });
        var web = data.network("web", n -> n.subnet("172.30.20.0/24"));
        var database = data.network("database", n -> n.internal().subnet("172.30.21.0/24"));

        var proxy = data.run(Traefik.version(shared.versions().traefik())
                .on(web)
                .certificatesFrom(shared.acme())
                .memory(mib(256)));
        var postgres = data.run(Postgres.version("16.9")
                .on(database)
                .memory(gib(2))
                .tuned(p -> p.sharedBuffers(gib(1))
                        .effectiveCacheSize(gib(3))
                        .workMem(mib(32))
                        .maxConnections(50)
                        .logStatementsFrom(Duration.ofSeconds(1))));
        var content = postgres.database("directus", Secret.generated("directus-db"));
        var directus = data.run(Directus.version(shared.versions().directus())
                .on(web)
                .storedIn(content)
                .administrator(OPS, Secret.generated("directus-admin"))
                .servedBy(proxy, shared.zone().host("dir")));

        var qdrant = data.run(Qdrant.version("1.15.5").on(database).memory(gib(2)));
        var conversations = qdrant.collection("conversations", 1536, Distance.COSINE);
        var apartments = qdrant.collection("apartments", 768, Distance.DOT);

        var pgAdmin = data.run(PgAdmin.version("9.9", OPS, Secret.generated("pgadmin"))
                .on(web)
                .knows(postgres)
                .servedBy(proxy, shared.zone().host("pg"), shared.admins()));
        var portainer = data.run(Portainer.version("2.33.3")
                .on(web)
                .withEngineAccess("one place to look at containers; only administrators reach it")
                .servedBy(proxy, shared.zone().host("docker2"), shared.admins()));
        data.run(Dozzle.version("8.14.6")
                .on(web)
                .servedBy(proxy, shared.zone().host("logs2"), login("dozzle"), shared.admins()));
        data.run(Webmin.port(8442, shared.admins()).host(shared.zone().host("webmin2")));
        return new DataServer(
                data,
                postgres,
                directus,
                List.of(
                        content,
                        directus.uploads(),
                        conversations,
                        apartments,
                        pgAdmin.settings(),
                        portainer.settings()));
    }

    private static ProxyLogin login(String service) {
        return ProxyLogin.of("admin", Secret.generated(service + "-login"));
    }
}
