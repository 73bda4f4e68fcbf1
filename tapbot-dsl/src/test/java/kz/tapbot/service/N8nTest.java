package kz.tapbot.service;

import static org.assertj.core.api.Assertions.assertThat;

import kz.tapbot.Draft;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import org.junit.jupiter.api.Test;

class N8nTest {

    private static final Topology QUEUED = Tapbot.draft("queued", t -> {
                var admins = t.addresses("admins", "198.51.100.7/32");
                var app = t.server("app", HostAddress.of("203.0.113.10"));
                var web = app.network("web");
                var inner = app.network("inner", n -> n.internal());
                var proxy = app.run(Traefik.version("3.6.1").on(web));
                var redis = app.run(Redis.version("7.4.11").on(inner));
                var postgres = app.run(Postgres.version("16.9").on(inner));
                app.run(N8n.version("1.81.0")
                        .on(web)
                        .storedIn(postgres.database("n8n", Secret.generated("n8n-db")))
                        .queuedIn(redis)
                        .encryptionKey(Secret.generated("n8n-key"))
                        .environment("GENERIC_TIMEZONE", "Europe/Moscow")
                        .servedBy(proxy, t.zone("example.com").host("n8n"), admins));
            })
            .topology();

    @Test
    void stands_alone_with_its_own_file_as_database() {
        assertThat(Told.text(EstateTest.DRAFT.topology(), "app/n8n")).isEqualTo("""
                        image docker.n8n.io/n8nio/n8n:1.81.0
                        kind n8n
                        entrypoint sh -c ‹script› n8n
                        network app/web
                        listens 5678/tcp
                        env N8N_BLOCK_ENV_ACCESS_IN_NODE=true
                        env N8N_DIAGNOSTICS_ENABLED=false
                        env N8N_EDITOR_BASE_URL=https://n8n.tapbot.kz/
                        env N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS=true
                        env N8N_HOST=n8n.tapbot.kz
                        env N8N_LISTEN_ADDRESS=0.0.0.0
                        env N8N_PERSONALIZATION_ENABLED=false
                        env N8N_PROTOCOL=https
                        env N8N_PROXY_HOPS=1
                        env N8N_RUNNERS_ENABLED=true
                        env N8N_TEMPLATES_ENABLED=false
                        env N8N_VERSION_NOTIFICATIONS_ENABLED=false
                        env WEBHOOK_URL=https://n8n.tapbot.kz/
                        file /run/secrets/n8n-encryption-key 0400 1000 ‹secret app-n8n-encryption-key›
                        mount /home/node/.n8n app/n8n-data
                        health wget -q -O /dev/null http://127.0.0.1:5678/healthz from PT2M
                        memory 1GiB
                        confined readOnlyRoot=false noNewPrivileges=true drops=[] adds=[]
                        stopGrace PT40S
                        route n8n.tapbot.kz/ by traefik to 5678 login OWN [admins]
                        route n8n.tapbot.kz/form-waiting/ by traefik to 5678 login NOBODY []
                        route n8n.tapbot.kz/form/ by traefik to 5678 login NOBODY []
                        route n8n.tapbot.kz/webhook-waiting/ by traefik to 5678 login NOBODY []
                        route n8n.tapbot.kz/webhook/ by traefik to 5678 login NOBODY []
                        stores data FILES in app/n8n-data
                        is [WEB_INTERFACE]
                        """);
    }

    @Test
    void reads_its_key_before_the_image_takes_over() {
        assertThat(Told.service(QUEUED, "app/n8n").entrypoint().orElseThrow().arguments())
                .containsExactly("sh", "-c", """
                        N8N_ENCRYPTION_KEY="$(cat /run/secrets/n8n-encryption-key)" || exit 1
                        export N8N_ENCRYPTION_KEY
                        exec tini -- /docker-entrypoint.sh "$@"\
                        """, "n8n");
    }

    @Test
    void with_a_queue_it_has_a_worker_with_the_same_key_and_database() {
        assertThat(Told.text(QUEUED, "app/n8n-worker-1")).isEqualTo("""
                        image docker.n8n.io/n8nio/n8n:1.81.0
                        kind n8n-worker
                        entrypoint sh -c ‹script› n8n
                        command worker
                        network app/inner
                        network app/web
                        listens 5678/tcp
                        env DB_POSTGRESDB_DATABASE=n8n
                        env DB_POSTGRESDB_HOST=postgres
                        env DB_POSTGRESDB_PASSWORD_FILE=/run/secrets/db-postgresdb-password
                        env DB_POSTGRESDB_PORT=5432
                        env DB_POSTGRESDB_USER=n8n
                        env DB_TYPE=postgresdb
                        env EXECUTIONS_MODE=queue
                        env GENERIC_TIMEZONE=Europe/Moscow
                        env N8N_BLOCK_ENV_ACCESS_IN_NODE=true
                        env N8N_DIAGNOSTICS_ENABLED=false
                        env N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS=true
                        env N8N_LISTEN_ADDRESS=0.0.0.0
                        env N8N_PERSONALIZATION_ENABLED=false
                        env N8N_RUNNERS_ENABLED=true
                        env N8N_TEMPLATES_ENABLED=false
                        env N8N_VERSION_NOTIFICATIONS_ENABLED=false
                        env QUEUE_BULL_REDIS_HOST=redis
                        env QUEUE_BULL_REDIS_PASSWORD_FILE=/run/secrets/queue-bull-redis-password
                        env QUEUE_BULL_REDIS_PORT=6379
                        env QUEUE_HEALTH_CHECK_ACTIVE=true
                        file /run/secrets/db-postgresdb-password 0400 1000 ‹secret n8n-db›
                        file /run/secrets/n8n-encryption-key 0400 1000 ‹secret n8n-key›
                        file /run/secrets/queue-bull-redis-password 0400 1000 ‹secret app-redis-password›
                        needs app/postgres healthy
                        needs app/redis healthy
                        health wget -q -O /dev/null http://127.0.0.1:5678/healthz from PT2M
                        memory 1GiB
                        confined readOnlyRoot=false noNewPrivileges=true drops=[] adds=[]
                        stopGrace PT40S
                        is []
                        """);
    }

    @Test
    void workers_without_a_database_are_a_finding() {
        Draft draft = Told.estate((server, on) -> {
            var redis = server.run(Redis.version("7.4.11").on(on.database()));
            server.run(N8n.version("1.81.0").on(on.web()).queuedIn(redis));
        });

        assertThat(draft.report().toString())
                .contains("n8n runs workflows in workers, and they reach no database")
                .contains("(N8nTest.java:");
    }

    @Test
    void ignored_logins_are_never_set() {
        assertThat(Told.text(QUEUED, "app/n8n")).doesNotContain("BASIC_AUTH");
    }
}
