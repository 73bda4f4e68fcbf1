package kz.tapbot.validate.internal.images;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.tapbot.internal.product.Product;
import kz.tapbot.validate.code.TopologyCode;
import kz.tapbot.validate.internal.Estate;
import kz.tapbot.validate.internal.Findings;
import kz.tapbot.validate.internal.ServiceCheck;
import kz.tapbot.validate.internal.ServiceEntry;

/** TB2518: settings of Traefik that serve or believe more than anybody meant (doc.traefik.io, "API", "Docker", "EntryPoints"). */
final class ProxySettings implements ServiceCheck {

    @Override
    public void run(ServiceEntry entry, Estate estate, Findings findings) {
        if (!entry.product().equals(Optional.of(Product.TRAEFIK))) {
            return;
        }
        List<String> words = entry.words().stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        for (String word : words) {
            boolean on = !word.endsWith("=false");
            if (on && word.startsWith("--api.insecure")) {
                tell(
                        findings,
                        entry,
                        word,
                        "It serves the dashboard on port 8080 without a login: every router, service and address to whoever gets there.");
            } else if (on && word.startsWith("--entrypoints.") && word.contains(".forwardedheaders.insecure")) {
                tell(
                        findings,
                        entry,
                        word,
                        "It believes every visitor who says in a header which address he comes from, so that no address list holds.");
            }
        }
        boolean docker = words.stream().anyMatch(word -> word.startsWith("--providers.docker"))
                && !words.contains("--providers.docker=false");
        if (docker && !words.contains("--providers.docker.exposedbydefault=false")) {
            tell(
                    findings,
                    entry,
                    "--providers.docker without --providers.docker.exposedbydefault=false",
                    "It serves every container on its networks under a name made of the container's, databases and all, whether anybody asked or not.");
        }
    }

    private static void tell(Findings findings, ServiceEntry entry, String setting, String harm) {
        findings.add(TopologyCode.PROXY_TRUSTS_ALL, entry.at("command"), """
                {} is started with {}.
                {}
                Take it away, or let the typed proxy do it, which serves what is declared and nothing else:
                    server.run(Traefik.version("3.6.1").on(web).certificatesFrom(acme))
                """, entry.address(), setting, harm);
    }
}
