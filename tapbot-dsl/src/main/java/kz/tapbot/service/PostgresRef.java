package kz.tapbot.service;

import java.util.List;
import java.util.Set;
import kz.tapbot.diagnostic.code.ModelCode;
import kz.tapbot.dsl.ContainerRef;
import kz.tapbot.dsl.DataRef;
import kz.tapbot.dsl.DatabaseRef;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.NetworkRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServiceRef;
import kz.tapbot.dsl.VolumeRef;
import kz.tapbot.model.name.DataName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.place.SpeaksForCaller;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.service.DataKind;
import kz.tapbot.model.value.Command;
import kz.tapbot.model.value.InvalidValueException;

/** A declared PostgreSQL server. */
@SpeaksForCaller
public final class PostgresRef implements ServiceRef {

    private static final Set<String> TAKEN = Set.of("postgres", "template0", "template1");

    /**
     * Makes the owner and the database, or brings them to what is declared; safe to repeat. The names come as variables of psql, so no text
     * of the user's becomes SQL by itself. Clients are let in last, so that a database one can connect to is a finished one; and the
     * password is kept out of the server's log.
     */
    private static final String BEFORE = """
            SET log_statement = 'none';
            SET log_min_duration_statement = -1;
            SET log_min_error_statement = 'panic';
            SELECT format('CREATE ROLE %I LOGIN', :'owner')
              WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'owner') \\gexec
            ALTER ROLE :"owner" LOGIN PASSWORD\s""";

    private static final String AFTER = """
            ;
            SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE template0 ENCODING ''UTF8'' ALLOW_CONNECTIONS false', :'database', :'owner')
              WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \\gexec
            ALTER DATABASE :"database" OWNER TO :"owner";
            REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
            ALTER DATABASE :"database" ALLOW_CONNECTIONS true;
            """;

    private final Declaration on;
    private final ContainerRef container;
    private final VolumeRef volume;
    private final NetworkRef network;

    PostgresRef(Declaration on, ContainerRef container, VolumeRef volume, NetworkRef network) {
        this.on = on;
        this.container = container;
        this.volume = volume;
        this.network = network;
    }

    @Override
    public ContainerRef container() {
        return container;
    }

    /** The network over which clients reach it. */
    public NetworkRef network() {
        return network;
    }

    /**
     * Declares a database and a user of the same name that owns it. Nobody else may connect to it.
     *
     * @param name lower-case letters, digits and hyphens, beginning with a letter
     * @param password the user's password
     * @throws InvalidValueException if the name breaks the rule, or is one of PostgreSQL's own
     */
    public DatabaseRef database(String name, Secret password) {
        String checked = DataName.of(name).value();
        if (TAKEN.contains(checked)) {
            throw new InvalidValueException(
                    ModelCode.RESERVED_NAME,
                    "The database \"" + checked + "\" is PostgreSQL's own. Take another name, for example \"" + checked
                            + "-1\".");
        }
        SecretName secret = on.secret(password);
        on.provides(
                container,
                "database",
                checked,
                p -> p.probe(psql(checked, "--command=SELECT"))
                        .create(psql("postgres", "--set=database=" + checked, "--set=owner=" + checked))
                        .input(statements(secret))
                        .attribute("owner", checked));
        DataRef data = container.stores(
                checked,
                DataKind.DATABASE,
                d -> d.in(volume).dump(dump(checked)).restore(restore(checked)));
        return new DatabaseRef(data, this, network, Port.tcp(Postgres.PORT), checked, checked, password);
    }

    private static Content statements(SecretName password) {
        return Content.of(List.of(
                ContentPart.text(BEFORE),
                ContentPart.secret(password, SecretEncoding.SQL_LITERAL),
                ContentPart.text(AFTER)));
    }

    /** Inside the container the socket asks the superuser for no password. */
    private static Command psql(String database, String... more) {
        String[] all = new String[more.length + 6];
        all[0] = "--no-psqlrc";
        all[1] = "--quiet";
        all[2] = "--no-password";
        all[3] = "--set=ON_ERROR_STOP=1";
        all[4] = "--username=postgres";
        all[5] = "--dbname=" + database;
        System.arraycopy(more, 0, all, 6, more.length);
        return Command.of("psql", all);
    }

    /** The custom format is compressed, and restored in one transaction (PostgreSQL 16, pg_dump). */
    private static Command dump(String database) {
        return Command.of("pg_dump", "--format=custom", "--no-password", "--username=postgres", "--dbname=" + database);
    }

    private static Command restore(String database) {
        return Command.of(
                "pg_restore",
                "--clean",
                "--if-exists",
                "--exit-on-error",
                "--single-transaction",
                "--no-password",
                "--username=postgres",
                "--dbname=" + database);
    }
}
