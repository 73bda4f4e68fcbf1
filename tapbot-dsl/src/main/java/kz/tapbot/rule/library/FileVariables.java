package kz.tapbot.rule.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.tapbot.model.service.Image;

/** Which images read which secret from a file, as their documents say: docker-library/docs, grafana.com, pgadmin.org, min.io. */
final class FileVariables {

    private static final List<String> HUBS = List.of("docker.io/library/", "docker.io/", "library/");

    private static final String FILE = "_FILE";

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "postgres", Set.of("POSTGRES_PASSWORD"),
            "postgis/postgis", Set.of("POSTGRES_PASSWORD"),
            "pgvector/pgvector", Set.of("POSTGRES_PASSWORD"),
            "mysql", Set.of("MYSQL_ROOT_PASSWORD", "MYSQL_PASSWORD"),
            "mariadb", Set.of("MARIADB_ROOT_PASSWORD", "MARIADB_PASSWORD", "MYSQL_ROOT_PASSWORD", "MYSQL_PASSWORD"),
            "mongo", Set.of("MONGO_INITDB_ROOT_PASSWORD"),
            "wordpress", Set.of("WORDPRESS_DB_PASSWORD"),
            "nextcloud",
                    Set.of("NEXTCLOUD_ADMIN_PASSWORD", "MYSQL_PASSWORD", "POSTGRES_PASSWORD", "REDIS_HOST_PASSWORD"),
            "dpage/pgadmin4", Set.of("PGADMIN_DEFAULT_PASSWORD"),
            "minio/minio", Set.of("MINIO_ROOT_PASSWORD"));

    private FileVariables() {}

    /** The variable that names a file with what would stand in this one, if the image is known to read it. */
    static Optional<String> insteadOf(Image image, String variable) {
        String name = image.name();
        for (String hub : HUBS) {
            if (name.startsWith(hub)) {
                name = name.substring(hub.length());
                break;
            }
        }
        if (name.startsWith("grafana/grafana") && variable.startsWith("GF_")) {
            return Optional.of(variable + "_" + FILE);
        }
        return KNOWN.getOrDefault(name, Set.of()).contains(variable) ? Optional.of(variable + FILE) : Optional.empty();
    }
}
