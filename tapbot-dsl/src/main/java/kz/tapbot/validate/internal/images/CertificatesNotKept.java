package kz.tapbot.validate.internal.images;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.tapbot.internal.product.Product;
import kz.tapbot.model.service.Service;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2519: certificates that a proxy gets by itself and keeps in its container are asked for again with each new one, until the issuer refuses. */
final class CertificatesNotKept implements ServiceCheck {

    private static final Pattern RESOLVER = Pattern.compile("(?i)--certificatesresolvers\\.[^.=]+\\.acme\\..*");
    private static final Pattern STORAGE =
            Pattern.compile("(?i)--certificatesresolvers\\.[^.=]+\\.acme\\.storage=(\\S+)");

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        if (!entry.plain()) {
            return;
        }
        Optional<String> place = place(entry).filter(path -> !isKept(entry.service(), path));
        if (place.isPresent()) {
            findings.add(
                    TopologyCode.CERTIFICATES_NOT_KEPT,
                    entry.at("mounts", "command"),
                    """
                    {} keeps its certificates in {}, and no volume is mounted there.
                    Each new container asks for all of them again, and after five in a week the issuer gives no more.
                    Mount a volume there, or let the typed proxy do it:
                        server.run(Traefik.version("3.6.1").on(web).certificatesFrom(acme))
                    """,
                    entry.address(),
                    place.get());
        }
    }

    private static Optional<String> place(ServiceEntry entry) {
        String image = entry.service().image().name();
        if (image.equals("caddy") || image.endsWith("/library/caddy")) {
            return Optional.of("/data");
        }
        if (!entry.product().equals(Optional.of(Product.TRAEFIK))
                || entry.words().stream()
                        .noneMatch(word -> RESOLVER.matcher(word).matches())) {
            return Optional.empty();
        }
        // acme.json in the image's working directory, which is the root
        return Optional.of(entry.words().stream()
                .map(STORAGE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .map(path -> path.startsWith("/") ? path : "/" + path)
                .orElse("/acme.json"));
    }

    private static boolean isKept(Service service, String path) {
        return service.mounts().stream()
                .filter(mount -> mount.memory().isEmpty())
                .map(mount -> mount.target().value())
                .anyMatch(target -> path.equals(target) || path.startsWith(target + "/"));
    }
}
