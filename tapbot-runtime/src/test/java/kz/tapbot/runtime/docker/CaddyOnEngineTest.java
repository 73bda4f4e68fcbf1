package kz.tapbot.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.tapbot.Tapbot;
import kz.tapbot.docker.OnEngine;
import kz.tapbot.dsl.Access;
import kz.tapbot.dsl.Secret;
import kz.tapbot.lab.Issuer;
import kz.tapbot.lab.Lab;
import kz.tapbot.lab.Visitor;
import kz.tapbot.model.Topology;
import kz.tapbot.model.service.Image;
import kz.tapbot.runtime.TapbotRuntime;
import kz.tapbot.runtime.apply.ApplyOptions;
import kz.tapbot.runtime.apply.ApplyReport;
import kz.tapbot.runtime.plan.Plan;
import kz.tapbot.runtime.prove.ProofReport;
import kz.tapbot.service.Caddy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real Caddy serves what is routed to it, with certificates that it got by ACME from a real issuer, and takes changes while it serves. */
@OnEngine
class CaddyOnEngineTest {

    private static final String PASSWORD = "correct-horse-battery-staple";
    private static final Image PAGE = Image.of("tapbot-lab/page:1.0.0");

    private Lab lab;
    private TapbotRuntime runtime;

    @BeforeEach
    void begin() {
        lab = Lab.open();
        runtime = lab.runtime(Map.of("LOGIN", PASSWORD));
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void it_gets_certificates_serves_over_them_and_takes_new_routes_without_being_restarted() {
        Issuer issuer = lab.issuer();
        Topology one = estate(Optional.of(issuer), List.of("www"));
        apply(one);
        Plan second = runtime.plan(one);
        assertThat(second.isEmpty()).as("%s", second).isTrue();

        Visitor visitor = new Visitor(lab.address().value(), 443, issuer.trusted());
        Visitor.Answer answer = visitor.await("www.example.com", "/");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("well 1\n");
        Visitor.Answer plain = new Visitor(lab.address().value(), 80, null).get("www.example.com", "/a?b=c");
        assertThat(plain.status()).isEqualTo(308);
        assertThat(plain.header("Location")).isEqualTo("https://www.example.com/a?b=c");

        String started = startedAt();
        Topology two = estate(Optional.of(issuer), List.of("www", "wiki"));
        assertThat(runtime.plan(two).changes())
                .extracting(change -> change.address().toString())
                .containsExactly("configuration:box/caddy/routes");
        apply(two);
        assertThat(visitor.await("wiki.example.com", "/").status()).isEqualTo(401);
        assertThat(visitor.get("wiki.example.com", "/", login("ann", PASSWORD)).body())
                .isEqualTo("well 1\n");
        assertThat(visitor.get("wiki.example.com", "/", login("ann", "guess")).status())
                .isEqualTo(401);
        assertThat(visitor.get("wiki.example.com", "/office").status()).isEqualTo(403);
        assertThat(startedAt()).isEqualTo(started);
        ProofReport proof = runtime.prove(two);
        assertThat(proof.claims().stream()
                        .filter(claim -> claim.about().kind().equals("route"))
                        .map(claim -> claim.verdict() + " " + claim.sentence()))
                .containsExactly(
                        "HOLDS wiki.example.com asks strangers to log in.",
                        "HOLDS wiki.example.com/office does not answer strangers.",
                        "HOLDS www.example.com answers everybody for page.");
    }

    @Test
    void a_configuration_that_it_refuses_changes_nothing_and_one_that_somebody_else_loads_is_drift() {
        Topology own = estate(Optional.empty(), List.of("www"));
        apply(own);
        List<String> put =
                Lab.service(own, "caddy").provisions().get(0).create().arguments();
        assertThat(lab.run("caddy", "www.example.com { no_such_word }\n", put)).isEqualTo(1);
        assertThat(runtime.plan(own).isEmpty()).isTrue();

        String other = ":80 {\n\trespond 200\n}\n";
        List<String> load = List.of("sh", "-c", "cat > /data/f && caddy reload --config /data/f --adapter caddyfile");
        assertThat(lab.run("caddy", other, load)).isZero();
        assertThat(runtime.drift(own).ours())
                .extracting(entry -> entry.address().toString())
                .containsExactly("configuration:box/caddy/routes");
        apply(own);
        assertThat(runtime.drift(own).isEmpty()).isTrue();
    }

    private String startedAt() {
        return lab.client().inspectContainerCmd("caddy").exec().getState().getStartedAt();
    }

    private static String login(String user, String password) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private Topology estate(Optional<Issuer> issuer, List<String> names) {
        return Tapbot.draft("lab-web", t -> {
                    var office = t.addresses("office", "198.51.100.0/24");
                    var zone = t.zone("example.com");
                    var box = t.server("box", lab.address());
                    var web = box.network("web");
                    Caddy caddy = Caddy.version("2.6.2").on(web);
                    var proxy = box.run(issuer.map(by -> caddy.certificatesFrom(t.letsEncrypt(
                                            "ops@example.com",
                                            a -> a.httpChallenge()
                                                    .directory(by.directory())
                                                    .named("pebble")))
                                    .knowsIssuerBy(by.certificate()))
                            .orElse(caddy));
                    box.container("page", PAGE, c -> {
                        c.joins(web).environment("VERSION", "1");
                        for (String name : names) {
                            Access access = name.equals("www")
                                    ? Access.everybodyBecause("it is a test")
                                    : Access.proxyLogin("ann", Secret.environment("login", "LOGIN"));
                            c.servedBy(proxy, zone.host(name), 8080, access);
                        }
                        if (names.contains("wiki")) {
                            c.servedBy(
                                    proxy,
                                    zone.host("wiki").path("/office"),
                                    8080,
                                    Access.everybodyBecause("it is a test").onlyFrom(office));
                        }
                    });
                })
                .topology();
    }

    private void apply(Topology topology) {
        lab.imagesOf(topology);
        ApplyReport report = runtime.apply(topology, ApplyOptions.standard());
        assertThat(report.isDone()).as("%s", report).isTrue();
    }
}
