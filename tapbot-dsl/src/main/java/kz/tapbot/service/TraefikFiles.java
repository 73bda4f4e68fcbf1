package kz.tapbot.service;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.dsl.CertificatesRef;
import kz.tapbot.model.value.Command;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * The file that Traefik reads when it starts, in the syntax of version 3.
 *
 * @see <a href="https://doc.traefik.io/traefik/reference/install-configuration/entrypoints/">Traefik, entry points</a>
 */
final class TraefikFiles {

    static final String CERTIFICATES = "/certificates";

    /** What lies here is read again whenever it changes. */
    static final String ROUTES = "/etc/traefik/dynamic";

    /** There, as it was written. */
    static final Command PROBE =
            Command.of("sh", "-c", "cd /etc/traefik/dynamic && sha256sum -c routes.sum >/dev/null 2>&1");

    /** Put in place by a rename, which is one step; Traefik reads no file that does not end in {@code .yml}. Only root may read it: hashes are in it. */
    static final Command PUT = Command.of("sh", "-c", """
            set -eu
            umask 077
            cd /etc/traefik/dynamic
            cat > routes.new
            mv routes.new routes.yml
            sha256sum routes.yml > routes.sum
            """);

    private static final String HEAD = "# Written by Tapbot. Changes are lost; declare them instead.\n";

    private TraefikFiles() {}

    /**
     * The whole file. The health check asks the entry point {@code traefik}, which is open inside the container only; the issuer's challenge
     * on port 80 is answered before the redirection ({@code acme-http} has the highest priority there is).
     */
    static String fixed(Optional<CertificatesRef> issuer, boolean dashboard) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("global", map("checkNewVersion", false, "sendAnonymousUsage", false));
        file.put("log", map("level", "INFO"));
        file.put("ping", map("entryPoint", "traefik"));
        if (dashboard) {
            file.put("api", map("dashboard", true, "insecure", false));
        }
        file.put(
                "entryPoints",
                map(
                        "traefik",
                        map("address", "127.0.0.1:8080"),
                        "web",
                        map("address", ":80", "http", map("redirections", map("entryPoint", redirection()))),
                        "websecure",
                        map("address", ":443")));
        file.put("providers", map("file", map("directory", ROUTES, "watch", true)));
        issuer.ifPresent(from ->
                file.put("certificatesResolvers", map(from.name().value(), map("acme", acme(from)))));
        return yaml(file);
    }

    private static Map<String, Object> redirection() {
        return map("to", "websecure", "scheme", "https", "permanent", true);
    }

    private static Map<String, Object> acme(CertificatesRef issuer) {
        return map(
                "email",
                issuer.contact().value(),
                "caServer",
                issuer.directory(),
                "storage",
                CERTIFICATES + (isStaging(issuer) ? "/acme-staging.json" : "/acme.json"),
                "keyType",
                "EC256",
                "httpChallenge",
                map("entryPoint", "web"));
    }

    /** What a staging directory issued is kept apart: found in the same file, it would be used until it expires. */
    static boolean isStaging(CertificatesRef issuer) {
        return issuer.directory().contains("staging");
    }

    /** A map of keys and values in turn, in that order. */
    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    static String yaml(Map<String, Object> file) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(1000)
                .setDereferenceAliases(true)
                .build();
        return HEAD + new Dump(settings).dumpToString(file);
    }
}
