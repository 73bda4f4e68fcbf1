package kz.tapbot.service;

import static kz.tapbot.model.value.DataSize.gib;
import static kz.tapbot.model.value.DataSize.mib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import kz.tapbot.Draft;
import kz.tapbot.dsl.DatabaseRef;
import kz.tapbot.dsl.DslCode;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.Topology;
import kz.tapbot.model.service.Provision;
import kz.tapbot.model.value.InvalidValueException;
import org.junit.jupiter.api.Test;

class PostgresTest {

    private static final Topology TUNED = Told.estate((server, on) -> {
                var postgres = server.run(Postgres.version("16.9")
                        .on(on.database())
                        .tuned(p -> p.sharedBuffers(mib(1024))
                                .effectiveCacheSize(gib(3))
                                .workMem(mib(32))
                                .maxConnections(50)
                                .logStatementsFrom(Duration.ofSeconds(1))
                                .setting("search_path", "it's, \\own")));
                postgres.database("directus", Secret.generated("directus-db"));
            })
            .topology();

    @Test
    void is_a_database_on_its_networks_that_asks_for_passwords() {
        assertThat(Told.text(TUNED, "data/postgres")).isEqualTo("""
                        image postgres:16.9
                        kind postgres
                        command postgres -c config_file=/etc/postgresql/postgresql.conf
                        network data/database
                        listens 5432/tcp
                        env POSTGRES_INITDB_ARGS=--data-checksums
                        env POSTGRES_PASSWORD_FILE=/run/secrets/postgres-password
                        file /etc/postgresql/postgresql.conf 0644 0
                        file /run/secrets/postgres-password 0400 0 ‹secret data-postgres-superuser›
                        mount /var/lib/postgresql/data data/postgres-data
                        health pg_isready -q -h 127.0.0.1 -p 5432 -U postgres -d postgres from PT1M
                        memory 1792MiB
                        confined readOnlyRoot=false noNewPrivileges=true drops=[] adds=[]
                        stopGrace PT1M30S
                        stores directus DATABASE in data/postgres-data dump pg_dump --format=custom --no-password --username=postgres --dbname=directus restore pg_restore --clean --if-exists --exit-on-error --single-transaction --no-password --username=postgres --dbname=directus
                        provides database directus {owner=directus} probe psql --no-psqlrc --quiet --no-password --set=ON_ERROR_STOP=1 --username=postgres --dbname=directus --command=SELECT create psql --no-psqlrc --quiet --no-password --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres --set=database=directus --set=owner=directus
                        is [DATABASE]
                        """);
    }

    @Test
    void always_listens_to_its_networks() {
        assertThat(Told.file(TUNED, "data/postgres", "/etc/postgresql/postgresql.conf"))
                .isEqualTo("""
                        # Written by Tapbot. Changes are lost; declare them instead.
                        listen_addresses = '*'
                        password_encryption = 'scram-sha-256'
                        log_timezone = 'UTC'
                        timezone = 'UTC'
                        effective_cache_size = '3GB'
                        log_min_duration_statement = '1000ms'
                        max_connections = '50'
                        search_path = 'it''s, \\\\own'
                        shared_buffers = '1GB'
                        work_mem = '32MB'
                        """);
    }

    @Test
    void makes_a_database_and_its_owner_without_names_in_the_statements() {
        Provision made = Told.service(TUNED, "data/postgres").provisions().get(0);

        assertThat(made.input().orElseThrow().redacted()).isEqualTo("""
                        SET log_statement = 'none';
                        SET log_min_duration_statement = -1;
                        SET log_min_error_statement = 'panic';
                        SELECT format('CREATE ROLE %I LOGIN', :'owner')
                          WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'owner') \\gexec
                        ALTER ROLE :"owner" LOGIN PASSWORD ‹secret directus-db›;
                        SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE template0 ENCODING ''UTF8'' ALLOW_CONNECTIONS false', :'database', :'owner')
                          WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \\gexec
                        ALTER DATABASE :"database" OWNER TO :"owner";
                        REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
                        ALTER DATABASE :"database" ALLOW_CONNECTIONS true;
                        """);
    }

    @Test
    void what_moves_is_no_version() {
        assertThatThrownBy(() -> Postgres.version("16"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("""
                        Postgres is released in versions such as 16.9; "16" is none, or one that moves with each release. Name one exactly:
                            Postgres.version("16.9")""");
        assertThatThrownBy(() -> Postgres.version("latest")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Postgres.version("16-alpine")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Postgres.version("")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Postgres.version("16.99999999999")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void from_18_on_the_volume_lies_one_directory_higher() {
        Topology topology = Told.estate((server, on) ->
                        server.run(Postgres.version("18.1-alpine").on(on.database())))
                .topology();

        assertThat(Told.text(topology, "data/postgres"))
                .contains("image postgres:18.1-alpine\n")
                .contains("mount /var/lib/postgresql data/postgres-data\n");
    }

    @Test
    void memory_is_what_is_said_whatever_the_buffers() {
        Topology topology = Told.estate((server, on) -> {
                    server.run(
                            "one",
                            Postgres.version("16.9")
                                    .on(on.database())
                                    .memory(gib(2))
                                    .tuned(p -> p.sharedBuffers(gib(1))));
                    server.run("two", Postgres.version("16.9").on(on.database()));
                })
                .topology();

        assertThat(Told.text(topology, "data/one")).contains("memory 2GiB\n");
        assertThat(Told.text(topology, "data/two")).contains("memory 512MiB\n");
    }

    @Test
    void listening_cannot_be_unsaid() {
        assertThatThrownBy(() -> new PostgresTuning().setting("listen_addresses", "localhost"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("none of those that Tapbot writes");
        assertThatThrownBy(() -> new PostgresTuning().setting("work_mem", "1\nlisten_addresses = ''"))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new PostgresTuning().setting("work mem", "1"))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_setting_said_twice_is_a_finding_with_both_places() {
        Draft draft = Told.estate((server, on) -> server.run(Postgres.version("16.9")
                .on(on.database())
                .tuned(p -> p.maxConnections(50).setting("max_connections", "60"))));

        assertThat(draft.report().diagnostics())
                .filteredOn(finding -> finding.code() == DslCode.SET_TWICE)
                .singleElement()
                .extracting(finding -> finding.toString().replaceAll("java:[0-9]+", "java:N"))
                .isEqualTo("""
                        error TB1201  Set twice
                          at service:data/postgres
                          The PostgreSQL setting max_connections is said twice. Remove one of both.
                          declared at (PostgresTest.java:N)
                          first declared at (PostgresTest.java:N)\
                        """);
    }

    @Test
    void a_database_is_a_handle_with_all_a_client_needs() {
        List<DatabaseRef> made = new java.util.ArrayList<>();
        Told.estate((server, on) ->
                made.add(server.run("pg", Postgres.version("16.9").on(on.database()))
                        .database("shop", Secret.generated("shop-db"))));
        DatabaseRef shop = made.get(0);

        assertThat(List.of(
                        shop.host(),
                        shop.database(),
                        shop.user(),
                        shop.network().id().toString()))
                .containsExactly("pg", "shop", "shop", "data/database");
    }

    @Test
    void names_of_postgres_itself_are_taken() {
        Draft draft = Told.estate((server, on) ->
                server.run(Postgres.version("16.9").on(on.database())).database("postgres", Secret.generated("p")));

        assertThat(draft.report().toString()).contains("The database \"postgres\" is PostgreSQL's own.");
    }

    @Test
    void nothing_publishes_it() {
        assertThat(Postgres.class.getMethods())
                .noneMatch(method -> method.getName().startsWith("publish"));
        assertThat(PostgresRef.class.getMethods())
                .noneMatch(method -> method.getName().startsWith("publish"));
    }
}
