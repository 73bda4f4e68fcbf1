package kz.tapbot.service;

import kz.tapbot.dsl.ContainerSpec;
import kz.tapbot.dsl.DatabaseRef;
import kz.tapbot.dsl.Declaration;
import kz.tapbot.dsl.Secret;
import kz.tapbot.model.place.SpeaksForCaller;

/** What the main process of n8n and its workers have in common. */
@SpeaksForCaller
final class N8nContainer {

    /** The user {@code node} of the image. */
    private static final int USER = 1000;

    private static final String KEY = "N8N_ENCRYPTION_KEY";

    /**
     * {@code N8N_ENCRYPTION_KEY_FILE} is ignored by many releases of version 1 (n8n issues 14596 and 20175). So the key is read from its file
     * before the image's own entry point takes over: it is not seen by whoever may inspect the container.
     */
    private static final String START = "N8N_ENCRYPTION_KEY=\"$(cat /run/secrets/n8n-encryption-key)\" || exit 1\n"
            + "export N8N_ENCRYPTION_KEY\nexec tini -- /docker-entrypoint.sh \"$@\"";

    private N8nContainer() {}

    static void settings(ContainerSpec c, Secret key) {
        c.process(process -> process.entrypoint("sh", "-c", START, "n8n"))
                .storage(storage -> storage.secretFile(SecretFiles.path(KEY), key, USER))
                .environment("N8N_BLOCK_ENV_ACCESS_IN_NODE", "true")
                .environment("N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS", "true")
                .environment("N8N_RUNNERS_ENABLED", "true")
                .environment("N8N_LISTEN_ADDRESS", "0.0.0.0")
                .environment("N8N_DIAGNOSTICS_ENABLED", "false")
                .environment("N8N_VERSION_NOTIFICATIONS_ENABLED", "false")
                .environment("N8N_TEMPLATES_ENABLED", "false")
                .environment("N8N_PERSONALIZATION_ENABLED", "false");
    }

    static void database(ContainerSpec c, Declaration on, DatabaseRef in) {
        Basics.reaches(c, on, in);
        c.environment("DB_TYPE", "postgresdb")
                .environment("DB_POSTGRESDB_HOST", in.host())
                .environment("DB_POSTGRESDB_PORT", Integer.toString(in.port().number()))
                .environment("DB_POSTGRESDB_DATABASE", in.database())
                .environment("DB_POSTGRESDB_USER", in.user());
        SecretFiles.put(c, "DB_POSTGRESDB_PASSWORD", in.password(), USER);
    }

    static void queue(ContainerSpec c, RedisRef redis) {
        c.joins(redis.network())
                .needs(redis)
                .environment("EXECUTIONS_MODE", "queue")
                .environment("QUEUE_BULL_REDIS_HOST", redis.host())
                .environment(
                        "QUEUE_BULL_REDIS_PORT", Integer.toString(redis.port().number()));
        SecretFiles.put(c, "QUEUE_BULL_REDIS_PASSWORD", redis.password(), USER);
    }
}
