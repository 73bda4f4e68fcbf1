package kz.tapbot.validate.internal.images;

import java.util.List;
import java.util.stream.Collectors;
import kz.tapbot.model.service.Mount;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Detail;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2326: what a program writes beside its data (sockets, process numbers, caches) when nothing but a read-only root is there. */
final class ReadOnlyRoot implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Service service = entry.service();
        if (!service.confinement().readOnlyRoot()) {
            return;
        }
        List<String> missing = written(entry).stream()
                .filter(path -> service.mounts().stream().noneMatch(mount -> holds(mount, path)))
                .toList();
        if (!missing.isEmpty()) {
            findings.add(
                    TopologyCode.ROOT_READ_ONLY,
                    entry.at("confinement.readOnlyRoot", "confinement"),
                    """
                    {} has a read-only root, and {} writes to {}.
                    It would end right after its start, again and again.
                    Give it memory to write to:
                        .storage(s -> s{})
                    """,
                    entry.address(),
                    service.image(),
                    Detail.list(missing),
                    missing.stream()
                            .map(path -> ".memory(mib(16), \"" + path + "\")")
                            .collect(Collectors.joining()));
        }
    }

    /** In these images /var/run is a link to /run. */
    private static boolean holds(Mount mount, String path) {
        String target = mount.target().value().replaceFirst("^/var/run(?=/|$)", "/run");
        String real = path.replaceFirst("^/var/run(?=/|$)", "/run");
        return !mount.readOnly() && (real.equals(target) || real.startsWith(target + "/"));
    }

    /** From the Dockerfiles of docker-library and of nginxinc. */
    private static List<String> written(ServiceEntry entry) {
        String image = entry.service().image().name();
        if (image.equals("nginx") || image.endsWith("/library/nginx")) {
            return List.of("/var/cache/nginx", "/var/run");
        }
        if (entry.product().isEmpty()) {
            return List.of();
        }
        return switch (entry.product().get()) {
            case POSTGRES -> List.of("/var/run/postgresql");
            case MYSQL, MARIADB -> List.of("/var/run/mysqld", "/tmp");
            default -> List.of();
        };
    }
}
