package kz.tapbot.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.tapbot.dsl.CertificatesRef;
import kz.tapbot.dsl.Completion;
import kz.tapbot.dsl.RoutedService;
import kz.tapbot.model.name.AddressSetName;
import kz.tapbot.model.net.Cidr;
import kz.tapbot.model.secret.Content;
import kz.tapbot.model.secret.ContentPart;
import kz.tapbot.model.secret.SecretEncoding;
import kz.tapbot.model.service.LoginKind;
import kz.tapbot.model.service.Route;
import kz.tapbot.model.service.Service;

/**
 * The whole file with all that Caddy serves, made of the routes that name it: a site for each host name, in it a block for each path with its address list
 * and its login.
 *
 * @see <a href="https://caddyserver.com/docs/caddyfile/options">Caddyfile, global options</a>
 * @see <a href="https://caddyserver.com/docs/caddyfile/directives/reverse_proxy">Caddyfile, reverse_proxy</a>
 */
final class CaddyRoutes {

    /** The longest path first: it is the one that is meant. */
    private static final Comparator<RoutedService> LONGEST_FIRST = Comparator.comparing(
                    (RoutedService routed) -> routed.route().path().length())
            .reversed()
            .thenComparing(routed -> routed.route().path());

    private final Completion all;
    private final Optional<CertificatesRef> issuer;
    private final Map<String, List<RoutedService>> sites = new TreeMap<>();
    private final List<ContentPart> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private CaddyRoutes(Completion all, Optional<CertificatesRef> issuer) {
        this.all = all;
        this.issuer = issuer;
    }

    static CaddyRoutes of(CaddyRef proxy, Completion all, Optional<CertificatesRef> issuer) {
        CaddyRoutes routes = new CaddyRoutes(all, issuer);
        for (RoutedService routed : all.routes(proxy)) {
            boolean planned = all.declared()
                    .service(routed.service())
                    .map(Service::planned)
                    .orElse(false);
            if (!planned) {
                routes.sites
                        .computeIfAbsent(routed.route().host().value(), host -> new ArrayList<>())
                        .add(routed);
            }
        }
        return routes;
    }

    /** The file; {@code ownRoot} if the issuer's server is known by an authority of its own. */
    Content render(Version version, boolean ownRoot) {
        line(0, CaddyFiles.HEAD.stripTrailing());
        options(ownRoot);
        sites.forEach((host, routes) -> {
            line(0, "");
            line(0, host + " {");
            headers();
            routes.stream().sorted(LONGEST_FIRST).forEach(routed -> route(routed, version));
            if (routes.stream().noneMatch(routed -> routed.route().path().equals("/"))) {
                // Without it, Caddy answers what nothing matches with an empty page and 200.
                line(1, "handle {");
                line(2, "respond 404");
                line(1, "}");
            }
            line(0, "}");
        });
        flush();
        return Content.of(parts);
    }

    /**
     * HTTP/3 would need a port of its own protocol. Requests that are being answered get ten seconds when the configuration changes; without an end, one
     * that never ends would keep every configuration there ever was.
     */
    private void options(boolean ownRoot) {
        line(0, "{");
        line(1, "grace_period 10s");
        line(1, "servers {");
        line(2, "protocols h1 h2");
        line(1, "}");
        if (issuer.isEmpty()) {
            line(1, "local_certs");
            line(1, "skip_install_trust");
        }
        issuer.ifPresent(from -> {
            line(1, "cert_issuer acme {");
            line(2, "dir " + from.directory());
            line(2, "email " + from.contact());
            if (ownRoot) {
                line(2, "trusted_roots " + CaddyFiles.ISSUER);
            }
            line(2, "disable_tlsalpn_challenge");
            line(1, "}");
        });
        line(0, "}");
    }

    /** HSTS (RFC 6797) only with certificates that browsers trust: with others it would lock people out for a year. */
    private void headers() {
        line(1, "header {");
        line(2, "X-Content-Type-Options nosniff");
        line(2, "X-Frame-Options SAMEORIGIN");
        line(2, "Referrer-Policy strict-origin-when-cross-origin");
        if (issuer.isPresent() && !TraefikFiles.isStaging(issuer.get())) {
            line(2, "Strict-Transport-Security max-age=31536000");
        }
        line(1, "}");
    }

    /** What is said first in such a block is done first: addresses before the login, and the login before the service. */
    private void route(RoutedService routed, Version version) {
        Route route = routed.route();
        String path = route.path();
        if (path.equals("/")) {
            line(1, "handle {");
        } else {
            String below = path.endsWith("/") ? path + "*" : path + " " + path + "/*";
            line(1, "@" + matcher(path) + " path " + below);
            line(1, "handle @" + matcher(path) + " {");
        }
        line(2, "route {");
        List<String> blocks = blocks(route);
        if (!route.openTo().isEmpty()) {
            line(
                    3,
                    "@strangers not remote_ip "
                            + String.join(" ", blocks.isEmpty() ? List.of("255.255.255.255/32") : blocks));
            line(3, "respond @strangers 403");
        }
        boolean login = route.login().kind() == LoginKind.PROXY;
        if (login) {
            line(3, (version.isAtLeast(2, 8) ? "basic_auth" : "basicauth") + " {");
            text.append("\t\t\t\t").append(route.login().user().orElseThrow()).append(' ');
            flush();
            parts.add(ContentPart.secret(route.login().password().orElseThrow(), SecretEncoding.BCRYPT));
            line(0, "");
            line(3, "}");
        }
        upstream(routed, login);
        line(2, "}");
        line(1, "}");
    }

    /**
     * A service that is being updated is another container from one moment to the next. So a request that finds nobody is tried again for a while, and none
     * is sent down a connection that was opened before: its other end may be stopping. The login's header goes no further, since services may read it as a
     * login to themselves.
     */
    private void upstream(RoutedService routed, boolean login) {
        line(
                3,
                "reverse_proxy " + routed.service().service() + ":"
                        + routed.route().port() + " {");
        line(4, "lb_try_duration 15s");
        line(4, "lb_try_interval 100ms");
        if (login) {
            line(4, "header_up -Authorization");
        }
        line(4, "transport http {");
        line(5, "dial_timeout 2s");
        line(5, "keepalive off");
        line(4, "}");
        line(3, "}");
    }

    private static String matcher(String path) {
        return "at" + path.replace("_", "__").replace("/", "_");
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

    private void line(int depth, String said) {
        text.append("\t".repeat(depth)).append(said).append('\n');
    }

    private void flush() {
        if (text.length() > 0) {
            parts.add(ContentPart.text(text.toString()));
            text.setLength(0);
        }
    }
}
