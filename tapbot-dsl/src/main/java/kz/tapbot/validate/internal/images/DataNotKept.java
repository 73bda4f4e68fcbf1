package kz.tapbot.validate.internal.images;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/**
 * TB2319: a database whose volume is missing, or is mounted where the image keeps nothing. Where an image declares a volume of its own (VOLUME in its
 * Dockerfile), the engine puts an anonymous one there, so that a mount above it holds nothing either; a new container begins with an empty one.
 */
final class DataNotKept implements ServiceCheck {

    private static final Pattern MAJOR = Pattern.compile("(?:.*pg)?(\\d+)(?:[.-].*)?");

    /**
     * Where an image keeps its data.
     *
     * @param data the directory
     * @param volume the volume that the image declares, at or above it
     */
    private record Place(String data, String volume) {

        boolean isKept(Service service) {
            return service.mounts().stream().map(Mount::target).anyMatch(target -> {
                boolean shadowed = volume.startsWith(target + "/");
                return !shadowed && (data.equals(target.value()) || data.startsWith(target + "/"));
            });
        }
    }

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Optional<Product> product = entry.product();
        if (product.isEmpty() || !entry.plain()) {
            return;
        }
        Optional<Place> place = place(product.get(), entry).filter(where -> !where.isKept(entry.service()));
        if (place.isPresent()) {
            boolean mounted = entry.service().mounts().stream()
                    .anyMatch(mount -> mount.volume().isPresent());
            findings.add(
                    TopologyCode.DATA_NOT_KEPT,
                    entry.at("mounts", "image"),
                    """
                    {} runs {}, which keeps its data in {}, and {}.
                    What is stored there ends with the container, and an update makes a new one.
                    Mount a volume there; memory, if all of it may be lost:
                        .mounts({}.volume("{}-data"), "{}")
                    """,
                    entry.address(),
                    entry.service().image(),
                    place.get().data(),
                    mounted ? "no volume is mounted there" : "has no volume",
                    Detail.variable(entry.server().name()),
                    entry.service().name(),
                    place.get().volume());
        }
    }

    private static Optional<Place> place(Product product, ServiceEntry entry) {
        Service service = entry.service();
        return switch (product) {
            case POSTGRES -> postgres(entry);
            case MYSQL, MARIADB -> Optional.of(new Place("/var/lib/mysql", "/var/lib/mysql"));
            case MONGO -> Optional.of(new Place("/data/db", "/data/db"));
            case QDRANT -> Optional.of(new Place("/qdrant/storage", "/qdrant/storage"));
            case PORTAINER -> Optional.of(new Place("/data", "/data"));
            // a cache needs no volume; one that is mounted is meant for its data
            case REDIS ->
                service.mounts().stream().anyMatch(mount -> mount.volume().isPresent())
                        ? Optional.of(new Place("/data", "/data"))
                        : Optional.empty();
            // with a database elsewhere there is nothing to lose but what is fetched again
            case N8N ->
                service.environment().containsKey("DB_TYPE")
                                || service.environment().containsKey("N8N_USER_FOLDER")
                        ? Optional.empty()
                        : Optional.of(new Place("/home/node/.n8n", "/home/node/.n8n"));
            default -> Optional.empty();
        };
    }

    /** From 18 on the data lies in a directory of its version, and the volume above it (docker-library/postgres, pull request 1259). */
    private static Optional<Place> postgres(ServiceEntry entry) {
        Matcher major = MAJOR.matcher(entry.service().image().tag());
        if (!major.matches() || major.group(1).length() > 2) {
            return Optional.empty();
        }
        boolean newer = Integer.parseInt(major.group(1)) >= 18;
        String volume = newer ? "/var/lib/postgresql" : "/var/lib/postgresql/data";
        String data = entry.text("PGDATA").orElse(newer ? volume + "/" + major.group(1) + "/docker" : volume);
        return Optional.of(new Place(data, data.startsWith(volume) ? volume : data));
    }
}
