package kz.tapbot.service;

import static kz.tapbot.service.TraefikFiles.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.dsl.CertificatesRef;
import kz.tapbot.dsl.Completion;
import kz.tapbot.dsl.RoutedService;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.name.SecretName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.service.Login;
import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;

/**
 * The file with all that Traefik serves, made of the routes that name it: one router each, with its address list, its login and secure
 * headers.
 *
 * @see <a href="https://doc.traefik.io/traefik/reference/routing-configuration/http/routing/rules-and-priority/">Traefik, rules</a>
 */
final class TraefikRoutes {

    private static final String HEADERS = "secure-headers";

    /** Around the number of a hash, until it is put there; nothing else of the file has it. */
    private static final String HASH = "%%";

    private final Map<String, Object> routers = new TreeMap<>();
    private final Map<String, Object> middlewares = new TreeMap<>();
    private final Map<String, Object> services = new TreeMap<>();
    private final List<SecretName> passwords = new ArrayList<>();
    private final TraefikRef proxy;
    private final Completion all;
    private final Optional<CertificatesRef> issuer;

    private TraefikRoutes(TraefikRef proxy, Completion all, Optional<CertificatesRef> issuer) {
        this.proxy = proxy;
        this.all = all;
        this.issuer = issuer;
    }

    static TraefikRoutes of(TraefikRef proxy, Completion all, Optional<CertificatesRef> issuer) {
        TraefikRoutes routes = new TraefikRoutes(proxy, all, issuer);
        for (RoutedService routed : all.routes(proxy)) {
            boolean planned = all.declared()
                    .service(routed.service())
                    .map(Service::planned)
                    .orElse(false);
            if (!planned) {
                routes.add(routed);
            }
        }
        return routes;
    }

    /** Sections without content are left out: Traefik refuses them. */
    Content render() {
        Map<String, Object> file = map();
        if (!routers.isEmpty()) {
            middlewares.put(HEADERS, map("headers", headers()));
            Map<String, Object> http = map("routers", routers, "middlewares", middlewares);
            if (!services.isEmpty()) {
                http.put("services", services);
            }
            file.put("http", http);
        }
        file.put("tls", map("options", map("default", map("minVersion", "VersionTLS12"))));
        return withHashes(TraefikFiles.yaml(file));
    }

    private void add(RoutedService routed) {
        Route route = routed.route();
        String name = name(route);
        List<String> before = new ArrayList<>();
        if (!route.openTo().isEmpty()) {
            middlewares.put(name + "-addresses", map("ipAllowList", map("sourceRange", blocks(route))));
            before.add(name + "-addresses");
        }
        if (route.login().kind() == LoginKind.PROXY) {
            login(name, route.login());
            before.add(name + "-login");
        }
        before.add(HEADERS);
        boolean own = routed.service().equals(proxy.id());
        if (!own) {
            String url = "http://" + routed.service().service() + ":" + route.port();
            services.put(name, map("loadBalancer", map("servers", List.of(map("url", url)))));
        }
        Map<String, Object> tls =
                issuer.map(from -> map("certResolver", from.name().value())).orElseGet(() -> map());
        routers.put(
                name,
                map(
                        "rule",
                        rule(route),
                        "entryPoints",
                        List.of("websecure"),
                        "middlewares",
                        before,
                        "service",
                        own ? "api@internal" : name,
                        "tls",
                        tls));
    }

    /** Names are made unique by doubling what stands for a dot or a slash. */
    private static String name(Route route) {
        String host = route.host().value().replace("-", "--").replace(".", "-");
        return route.path().equals("/")
                ? host
                : host + route.path().replace("_", "__").replace("/", "_");
    }

    /** A path of {@code /a} is meant with all below it, and not {@code /ab}. */
    private static String rule(Route route) {
        String host = "Host(`" + route.host() + "`)";
        String path = route.path();
        if (path.equals("/")) {
            return host;
        }
        return path.endsWith("/")
                ? host + " && PathPrefix(`" + path + "`)"
                : host + " && (Path(`" + path + "`) || PathPrefix(`" + path + "/`))";
    }

    private List<String> blocks(Route route) {
        List<String> blocks = new ArrayList<>();
        for (AddressSetName name : route.openTo()) {
            for (Cidr block : all.blocks(name)) {
                blocks.add(block.value());
            }
        }
        return blocks;
    }

    /** The hash is made where the file is written; the header goes no further, since services may read it as a login to themselves. */
    private void login(String name, Login login) {
        String user = login.user().orElseThrow() + ":" + HASH + passwords.size() + HASH;
        middlewares.put(
                name + "-login",
                map("basicAuth", map("users", List.of(user), "realm", "tapbot", "removeHeader", true)));
        passwords.add(login.password().orElseThrow());
    }

    /** Puts the places of the hashes where their numbers stand. A hash has no letter that means something in YAML. */
    private Content withHashes(String text) {
        List<ContentPart> parts = new ArrayList<>();
        String[] pieces = text.split(HASH, -1);
        for (int i = 0; i < pieces.length; i++) {
            parts.add(
                    i % 2 == 0
                            ? ContentPart.text(pieces[i])
                            : ContentPart.secret(passwords.get(Integer.parseInt(pieces[i])), SecretEncoding.BCRYPT));
        }
        return Content.of(parts);
    }

    /** HSTS (RFC 6797) only with certificates that browsers trust: with others it would lock people out for a year. */
    private Map<String, Object> headers() {
        Map<String, Object> headers = map(
                "contentTypeNosniff",
                true,
                "customFrameOptionsValue",
                "SAMEORIGIN",
                "referrerPolicy",
                "strict-origin-when-cross-origin");
        if (issuer.isPresent() && !TraefikFiles.isStaging(issuer.get())) {
            headers.put("stsSeconds", 31_536_000);
        }
        return headers;
    }
}
