package kz.tapbot.internal.product;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Service;
import kz.tapbot.model.service.Trait;

/** A product whose image is known, with facts from its vendor's documentation and its Dockerfile. Others are not judged. */
public enum Product {
    /** docker-library/docs, "postgres". */
    POSTGRES("PostgreSQL", Trait.DATABASE, "postgres", "postgis/postgis", "pgvector/pgvector"),
    /** docker-library/docs, "mysql". */
    MYSQL("MySQL", Trait.DATABASE, "mysql"),
    /** docker-library/docs, "mariadb". */
    MARIADB("MariaDB", Trait.DATABASE, "mariadb"),
    /** docker-library/docs, "mongo". */
    MONGO("MongoDB", Trait.DATABASE, "mongo"),
    /** qdrant.tech, "Security". */
    QDRANT("Qdrant", Trait.DATABASE, "qdrant/qdrant"),
    /** docker-library/docs, "redis"; valkey.io. */
    REDIS("Redis", Trait.CACHE, "redis", "valkey/valkey"),
    /** docker-library/docs, "memcached". */
    MEMCACHED("Memcached", Trait.CACHE, "memcached"),
    /** doc.traefik.io. */
    TRAEFIK("Traefik", Trait.PROXY, "traefik"),
    /** directus.io, "Configuration: General". */
    DIRECTUS("Directus", Trait.WEB_INTERFACE, "directus/directus"),
    /** docs.n8n.io, "Environment variables". */
    N8N("n8n", Trait.WEB_INTERFACE, "n8nio/n8n", "docker.n8n.io/n8nio/n8n"),
    /** pgadmin.org, "Container Deployment". */
    PGADMIN("pgAdmin", Trait.WEB_INTERFACE, "dpage/pgadmin4"),
    /** dozzle.dev, "Authentication". */
    DOZZLE("Dozzle", Trait.WEB_INTERFACE, "amir20/dozzle"),
    /** docs.portainer.io. */
    PORTAINER("Portainer", Trait.ADMIN_INTERFACE, "portainer/portainer-ce", "portainer/portainer-ee"),
    /** prometheus.io, "HTTPS and authentication". */
    PROMETHEUS("Prometheus", Trait.WEB_INTERFACE, "prom/prometheus"),
    /** prometheus.io, "HTTPS and authentication". */
    ALERTMANAGER("Alertmanager", Trait.WEB_INTERFACE, "prom/alertmanager"),
    /** mailpit.axllent.org, "HTTP authentication". */
    MAILPIT("Mailpit", Trait.WEB_INTERFACE, "axllent/mailpit");

    private static final List<String> HUBS = List.of("docker.io/library/", "docker.io/", "library/");
    private static final Map<String, Product> BY_IMAGE = new HashMap<>();

    static {
        for (Product product : values()) {
            for (String image : product.images.split(" ", -1)) {
                BY_IMAGE.put(image, product);
            }
        }
    }

    private final String title;
    private final Trait trait;
    private final String images;

    Product(String title, Trait trait, String... images) {
        this.title = title;
        this.trait = trait;
        this.images = String.join(" ", images);
    }

    /** The product that the image brings, if it is known. */
    public static Optional<Product> of(Image image) {
        String name = image.name();
        for (String hub : HUBS) {
            if (name.startsWith(hub)) {
                name = name.substring(hub.length());
                break;
            }
        }
        return Optional.ofNullable(BY_IMAGE.get(name));
    }

    /** Whether the service says that it has the trait, or its image is known to have it. */
    public static boolean is(Service service, Trait trait) {
        return is(service, of(service.image()), trait);
    }

    /** The same where it is known already what product its image brings. */
    public static boolean is(Service service, Optional<Product> product, Trait trait) {
        return service.is(trait) || product.isPresent() && product.get().trait == trait;
    }

    /** What people call it. */
    public String title() {
        return title;
    }
}
