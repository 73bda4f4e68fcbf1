package kz.tapbot.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.ProxyRef;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.ZoneRef;
import kz.tapbot.model.Topology;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.service.Image;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is written for Traefik is what the schemas of its version 3 know, and nothing that only version 2 knew. */
class TraefikSchemaTest {

    private static final Schema FIXED = schema("traefik-v3.json");
    private static final Schema ROUTES = schema("traefik-v3-file-provider.json");

    /** One host, and perhaps a path; several of them, or patterns without delimiters, were version 2. */
    private static final String RULE =
            "Host\\(`[a-z0-9.-]+`\\)( && PathPrefix\\(`[^`]+/`\\)| && \\(Path\\(`[^`]+`\\) \\|\\| PathPrefix\\(`[^`]+/`\\)\\))?";

    /** A route, by numbers of what it may be. */
    record Served(int host, String path, int access, boolean walled) {}

    @Test
    void the_whole_estate_is_written_as_version_3_reads_it() {
        isValid(EstateTest.DRAFT.topology(), "data/traefik");
    }

    @Property(tries = 150)
    void whatever_is_routed_is_written_as_version_3_reads_it(
            @ForAll("routes") List<Served> routes, @ForAll boolean issued, @ForAll boolean dashboard) {
        isValid(estate(routes, issued, dashboard), "app/traefik");
    }

    @Provide
    Arbitrary<List<Served>> routes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of("/", "/a", "/a/", "/a-b/c_d", "/a_b", "/x.y~z/"),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false))
                .as(Served::new)
                .list()
                .ofMaxSize(6)
                .uniqueElements(served -> served.host() + served.path());
    }

    private static Topology estate(List<Served> routes, boolean issued, boolean dashboard) {
        return Tapbot.draft("small", t -> {
                    var office = t.addresses("office", "198.51.100.0/24", "2001:db8::/32");
                    var zone = t.zone("example.com");
                    var acme = t.letsEncrypt("ops@example.com", a -> a.httpChallenge());
                    ServerRef app = t.server("app", HostAddress.of("203.0.113.10"));
                    var web = app.network("web");
                    Traefik traefik = Traefik.version("3.6.1").on(web);
                    traefik = issued ? traefik.certificatesFrom(acme) : traefik;
                    traefik = dashboard
                            ? traefik.dashboardAt(
                                    zone.host("dash"), ProxyLogin.of("ann", Secret.generated("dash")), office)
                            : traefik;
                    ProxyRef proxy = app.run(traefik);
                    app.container("page", Image.of("registry.example/page:1.0.0"), c -> {
                        c.joins(web);
                        routes.forEach(one -> {
                            Access access = access(one);
                            c.servedBy(proxy, host(zone, one), 8080, one.walled() ? access.onlyFrom(office) : access);
                        });
                    });
                })
                .topology();
    }

    private static kz.tapbot.dsl.HostRef host(ZoneRef zone, Served one) {
        var host = zone.host("h" + one.host());
        return one.path().equals("/") ? host : host.path(one.path());
    }

    private static Access access(Served one) {
        return switch (one.access()) {
            case 0 -> Access.ownLogin();
            case 1 -> Access.proxyLogin("ann", Secret.generated("ann"));
            default -> Access.everybodyBecause("it is for all");
        };
    }

    private static void isValid(Topology topology, String id) {
        String fixed = Told.file(topology, id, "/etc/traefik/traefik.yml");
        String routes = Told.service(topology, id)
                .provisions()
                .get(0)
                .input()
                .orElseThrow()
                .redacted();
        assertThat(FIXED.validate(json(fixed), InputFormat.JSON)).as(fixed).isEmpty();
        assertThat(ROUTES.validate(json(routes), InputFormat.JSON)).as(routes).isEmpty();
        assertThat(routes.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("rule: "))
                        .map(line -> line.substring("rule: ".length())))
                .allSatisfy(rule -> assertThat(rule).matches(RULE));
        assertThat(fixed + routes)
                .doesNotContain("ipWhiteList", "sslRedirect", "HostRegexp", "docker.sock", " docker:");
    }

    private static String json(String yaml) {
        try {
            Object read = new Load(LoadSettings.builder().build()).loadFromString(yaml);
            return new ObjectMapper().writeValueAsString(read == null ? Map.of() : read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(String name) {
        try (InputStream in = TraefikSchemaTest.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
