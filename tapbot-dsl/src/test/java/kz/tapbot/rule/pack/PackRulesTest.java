package kz.tapbot.rule.pack;

import static kz.tapbot.model.value.Cpus.cpus;
import static kz.tapbot.model.value.DataSize.gib;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.tapbot.Tapbot;
import kz.tapbot.dsl.Secret;
import kz.tapbot.dsl.ServerRef;
import kz.tapbot.dsl.TopologySpec;
import kz.tapbot.model.net.HostAddress;
import kz.tapbot.model.net.Port;
import kz.tapbot.model.service.Image;
import kz.tapbot.model.service.Trait;
import kz.tapbot.rule.TopologyRule;
import kz.tapbot.rule.library.AvailabilityRules;
import kz.tapbot.rule.library.CapacityRules;
import kz.tapbot.rule.library.CompatibilityRules;
import kz.tapbot.rule.library.SecretRules;
import org.junit.jupiter.api.Test;

/** Where the rules with a condition of their own speak and where they are silent. */
class PackRulesTest {

    private static final Secret PASSWORD = Secret.generated("password");

    @Test
    void a_secret_in_a_variable_is_told_where_the_image_is_known_to_read_a_file() {
        assertThat(found(SecretRules.SECRETS_ARE_FILES, t -> {
                    var box = box(t);
                    box.container(
                            "a",
                            Image.of("docker.io/library/mariadb:11.4.7"),
                            c -> c.environment("MYSQL_PASSWORD", PASSWORD));
                    box.container(
                            "b",
                            Image.of("grafana/grafana:12.1.0"),
                            c -> c.environment("GF_SECURITY_ADMIN_PASSWORD", PASSWORD));
                    box.container("c", Image.of("example/shop:1.0"), c -> c.environment("PASSWORD", PASSWORD));
                    box.container("d", Image.of("postgres:16.9"), c -> c.environment("PGPASSWORD", PASSWORD));
                }))
                .isEqualTo("""
                    service:box/a has secret password in the variable MYSQL_PASSWORD, and its image reads a file that is named in MYSQL_PASSWORD_FILE
                    service:box/b has secret password in the variable GF_SECURITY_ADMIN_PASSWORD, and its image reads a file that is named in GF_SECURITY_ADMIN_PASSWORD__FILE""");
    }

    @Test
    void a_database_may_share_its_secret_with_who_needs_it_and_with_no_other_database() {
        Consumer<TopologySpec> one = t -> {
            var box = box(t);
            box.container("shop", Image.of("example/shop:1.0"), c -> c.environment("PASSWORD", PASSWORD));
            box.container(
                    "orders",
                    Image.of("postgres:16.9"),
                    c -> c.storage(s -> s.secretFile("/run/secrets/password", PASSWORD, 999)));
        };
        assertThat(found(SecretRules.DATABASES_HAVE_SECRETS_OF_THEIR_OWN, one)).isEmpty();
        assertThat(found(SecretRules.DATABASES_HAVE_SECRETS_OF_THEIR_OWN, one.andThen(t -> {
                    var other = t.server("other", HostAddress.of("203.0.113.21"));
                    other.container("cache", Image.of("redis:7.4.1"), c -> c.environment("PASSWORD", PASSWORD));
                    other.container(
                            "people",
                            Image.of("example/store:1.0"),
                            c -> c.role(r -> r.is(Trait.DATABASE)).environment("PASSWORD", PASSWORD));
                })))
                .isEqualTo("service:box/orders has secret password, which service:other/cache and service:other/people"
                        + " has too");
    }

    @Test
    void only_what_is_replaced_side_by_side_needs_room_twice() {
        assertThat(found(CapacityRules.SERVERS_HAVE_ROOM_FOR_AN_UPDATE, t -> {
                    var box = t.server("box", HostAddress.of("203.0.113.20"), s -> s.size(cpus(2), gib(8), gib(80)));
                    var files = box.volume("files");
                    box.container("unlimited", Image.of("example/unlimited:1.0"), c -> {});
                    box.container(
                            "store",
                            Image.of("example/store:1.0"),
                            c -> c.mounts(files, "/files").limits(l -> l.memory(gib(3))));
                    box.container(
                            "mail",
                            Image.of("example/mail:1.0"),
                            c -> c.publishes(Port.tcp(25)).limits(l -> l.memory(gib(2))));
                    box.container("shop", Image.of("example/shop:1.0"), c -> c.limits(l -> l.memory(gib(1))));
                    box.container(
                            "later",
                            Image.of("example/later:1.0"),
                            c -> c.role(r -> r.planned()).limits(l -> l.memory(gib(6))));
                }))
                .isEmpty();
    }

    @Test
    void copies_are_of_one_name_and_image_and_hang_on_what_all_of_them_need() {
        assertThat(found(AvailabilityRules.COPIES_DO_NOT_SHARE_A_NEED, t -> {
                    var box = box(t);
                    var other = t.server("other", HostAddress.of("203.0.113.21"));
                    var queue = box.container("queue", Image.of("example/queue:1.0"), c -> {});
                    var near = box.container("cache", Image.of("redis:7.4.1"), c -> {});
                    var far = other.container("cache", Image.of("redis:7.4.1"), c -> {});
                    box.container("shop", Image.of("example/shop:1.0"), c -> c.needs(queue, near));
                    other.container("shop", Image.of("example/shop:1.0"), c -> c.needs(queue, far));
                    box.container("job", Image.of("example/job:1.0"), c -> c.needs(queue));
                    box.container("night", Image.of("example/job:1.0"), c -> c.needs(queue));
                }))
                .isEqualTo("service:box/shop runs on 2 servers, and needs service:box/queue on each of them");
    }

    @Test
    void one_image_is_told_once_however_many_run_another_version_of_it() {
        assertThat(found(CompatibilityRules.ONE_VERSION_OF_AN_IMAGE, t -> {
                    var box = box(t);
                    box.container("a", Image.of("redis:7.4.1"), c -> {});
                    box.container("b", Image.of("redis:7.4.2"), c -> {});
                    box.container("c", Image.of("redis:7.2.0"), c -> {});
                    box.container("d", Image.of("postgres:16.9"), c -> {});
                }))
                .isEqualTo("service:box/a runs redis:7.4.1, and others run another version");
    }

    private static ServerRef box(TopologySpec t) {
        return t.server("box", HostAddress.of("203.0.113.20"));
    }

    private static String found(TopologyRule rule, Consumer<TopologySpec> estate) {
        return rule.evaluate(Tapbot.draft("shop", estate).topology()).violations().stream()
                .map(violation -> violation.text())
                .collect(Collectors.joining("\n"));
    }
}
