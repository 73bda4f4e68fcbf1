package kz.tapbot.validate.internal.images;

import java.util.List;
import java.util.Optional;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2709: programs that begin with a login from their documentation, where they are published or served. */
final class DefaultLogin implements ServiceCheck {

    /**
     * What begins with a known login.
     *
     * @param images the names of its images
     * @param login user and password
     * @param variables any of which says another password
     */
    private record Known(List<String> images, String login, List<String> variables) {}

    private static final List<Known> ALL = List.of(
            new Known(
                    List.of("grafana/grafana", "grafana/grafana-oss", "grafana/grafana-enterprise"),
                    "admin and admin",
                    List.of(
                            "GF_SECURITY_ADMIN_PASSWORD",
                            "GF_SECURITY_ADMIN_PASSWORD__FILE",
                            "GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION")),
            new Known(
                    List.of("minio/minio", "quay.io/minio/minio"),
                    "minioadmin and minioadmin",
                    List.of("MINIO_ROOT_PASSWORD", "MINIO_ROOT_PASSWORD_FILE", "MINIO_CONFIG_ENV_FILE")));

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        Service service = entry.service();
        if (service.routes().isEmpty() && service.publications().isEmpty()) {
            return;
        }
        String image = service.image().name().replaceFirst("^docker\\.io/", "");
        Optional<Known> known =
                ALL.stream().filter(each -> each.images().contains(image)).findFirst();
        if (known.isPresent()
                && known.get().variables().stream()
                        .noneMatch(name -> service.environment().containsKey(name))) {
            findings.add(
                    TopologyCode.LOGIN_KNOWN,
                    entry.at("environment", "image"),
                    """
                    {} runs {}, which lets in {} until somebody changes it.
                    Those are tried first by everybody who finds the page, and often before its owner comes.
                    Begin with a password of its own:
                        .environment("{}", Secret.generated("{}-login"))
                    """,
                    entry.address(),
                    service.image(),
                    known.get().login(),
                    known.get().variables().get(0),
                    service.name());
        }
    }
}
